/**
 * The page's policy forbids making code from text. zod would try that to be faster, once, and the browser would
 * report it; so it finds its configuration made when it is loaded, which is after the first screen. `index.html` loads
 * this file first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
