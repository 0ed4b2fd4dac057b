/** What the shell remembers on this computer between two starts: nothing of any case. */
import { z } from 'zod'
import { languageSchema } from '../values/values.ts'
import { windowStateSchema } from './window-state.ts'

export const preferencesSchema = z.strictObject({
  window: windowStateSchema.optional(),
  language: languageSchema.optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** Reads the remembered preferences; a file that is not what it should be is as good as none. */
export function parsePreferences(json: string): Preferences {
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
