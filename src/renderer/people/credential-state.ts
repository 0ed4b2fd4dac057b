/** Whether a certificate or qualification (执法证、法律职业资格证) holds on a day. Pure. */

/** Days before its end from which a credential is warned about. */
export const WARNED_BEFORE = 60

/** `YYYY-MM-DD`, or null for no beginning and no end. */
export interface CredentialDates {
  readonly validFrom: string | null
  readonly validUntil: string | null
}

export type CredentialState =
  | { readonly kind: 'valid' | 'notYetValid' | 'expired' }
  /** Ends in `days` calendar days; 0 is its last day. */
  | { readonly kind: 'ending'; readonly days: number }

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** @param on `YYYY-MM-DD`; the first and the last day of a credential both count. */
export function credentialState(credential: CredentialDates, on: string): CredentialState {
  const { validFrom, validUntil } = credential
  if (validFrom !== null && on < validFrom) return { kind: 'notYetValid' }
  if (validUntil === null) return { kind: 'valid' }
  const days = daysBetween(on, validUntil)
  if (days < 0) return { kind: 'expired' }
  return days <= WARNED_BEFORE ? { kind: 'ending', days } : { kind: 'valid' }
}
