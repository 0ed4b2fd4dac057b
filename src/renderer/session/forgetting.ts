/**
 * What a window keeps for the person who is signed in, and forgets for the next one. Who keeps something says so when it is
 * loaded, so that the door loads nothing of what lies behind it.
 */

const KEEPERS = new Set<() => void>()

/** `forget` is run when another person, or nobody, takes the place of the one who was signed in. */
export function forgetWithPerson(forget: () => void): void {
  KEEPERS.add(forget)
}

export function forgetPerson(): void {
  for (const forget of KEEPERS) forget()
}
