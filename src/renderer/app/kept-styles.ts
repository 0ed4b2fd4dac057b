/**
 * Styles of the component library, kept when the last component of a kind leaves the screen. It would make them anew when
 * the next one comes: 30 ms of every change of screen, for the same text.
 */
import { createCache } from '@ant-design/cssinjs'

/** The text of a component's style. What belongs to a theme is counted by the library elsewhere too, and must go with it. */
const STYLE_OF_A_COMPONENT = 'style%'

export function keptStyles(): ReturnType<typeof createCache> {
  const cache = createCache()
  const update = cache.opUpdate.bind(cache)
  // an entry is how many show it, and what was made for it; null takes it away
  cache.opUpdate = (path, change) =>
    update(path, path.startsWith(STYLE_OF_A_COMPONENT) ? (before) => change(before) ?? withoutUsers(before) : change)
  return cache
}

/** What the library keeps, as its own cache has it. */
type Entry = Parameters<Parameters<ReturnType<typeof createCache>['opUpdate']>[1]>[0]

function withoutUsers(entry: Entry | undefined): Entry {
  // the library's types say null where there is no entry, and it gives undefined
  return entry === null || entry === undefined ? null : [0, entry[1]]
}
