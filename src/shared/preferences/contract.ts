/** The contract of preferences: read one's own, keep one's own. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { PREFERENCES, PREFERENCE_LIMIT, type Preference, type PreferenceKey } from './preferences.ts'

const keySchema = z.enum(Object.keys(PREFERENCES) as [PreferenceKey, ...PreferenceKey[]])

/** A key with a value that fits it. */
const keptSchema = z
  .strictObject({ key: keySchema, value: z.unknown() })
  .check((context) => {
    const { key, value } = context.value
    const fits = PREFERENCES[key].safeParse(value)
    const size = JSON.stringify(value ?? null).length
    if (!fits.success || size > PREFERENCE_LIMIT) {
      context.issues.push({ code: 'custom', message: fits.success ? 'too-large' : 'unfit', input: value, path: ['value'] })
    }
  })

export type KeptPreference = { readonly [Key in PreferenceKey]?: Preference<Key> }

export const preferencesContract = {
  /** Everything that the person kept. What no longer fits its key is left out. */
  'preferences.get': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<KeptPreference>(),
  'preferences.set': method({ input: keptSchema, allowed: 'signedIn', access: 'write' }).returns<null>(),
}
