/**
 * What a computer remembers of how the window looks, for whoever sits there: never anything of a case or a person.
 * Without a library: the first screen needs it.
 */
export const REMEMBERED_KEYS = ['language', 'theme', 'text-size', 'slim-navigation', 'pane-widths', 'timeline-strip', 'first-steps'] as const
export type RememberedKey = (typeof REMEMBERED_KEYS)[number]
export type Remembered = { readonly [Key in RememberedKey]?: string }

export const LONGEST_REMEMBERED = 200

export function isRemembered(key: unknown, value: unknown): key is RememberedKey {
  return REMEMBERED_KEYS.some((one) => one === key) && typeof value === 'string' && value.length <= LONGEST_REMEMBERED
}

/** How it reaches the preload script. */
const ARGUMENT = '--fashen-remembered='

export function rememberedArgument(remembered: Remembered): string {
  return ARGUMENT + encodeURIComponent(JSON.stringify(remembered))
}

export function fromArguments(list: readonly string[]): Remembered {
  const found = list.find((argument) => argument.startsWith(ARGUMENT))
  if (found === undefined) return {}
  const parsed: unknown = JSON.parse(decodeURIComponent(found.slice(ARGUMENT.length)))
  return Object.fromEntries(Object.entries(Object(parsed)).filter(([key, value]) => isRemembered(key, value)))
}
