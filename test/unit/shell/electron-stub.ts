/** Stands in for `electron` in tests: nothing that is tested in plain Node may use it. */
throw new Error('a test imported electron; only src/main/desktop may, and it is tested in the real Electron (test/desktop)')
