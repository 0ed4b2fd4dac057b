/** Whether what is typed in a case is with the core, over all its parts. */

export interface SavingState {
  /** `stuck`: something waits for the person, because saving failed or met another window's change. */
  readonly state: 'saved' | 'pending' | 'stuck'
  /** When the core last acknowledged something; a moment in UTC. */
  readonly savedAt: string | null
}

export function joinedSaving(parts: readonly SavingState[]): SavingState {
  const state = parts.some((part) => part.state === 'stuck')
    ? 'stuck'
    : parts.some((part) => part.state === 'pending')
      ? 'pending'
      : 'saved'
  const savedAt = parts.reduce<string | null>(
    (latest, part) => (part.savedAt !== null && (latest === null || part.savedAt > latest) ? part.savedAt : latest),
    null,
  )
  return { state, savedAt }
}
