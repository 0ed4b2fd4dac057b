/** What the shell remembers on this computer between two starts: nothing of any case. */
import { z } from 'zod'
import { languageSchema } from '../values/values.ts'
import { LONGEST_REMEMBERED, REMEMBERED_KEYS } from './remembered.ts'
import { windowStateSchema } from './window-state.ts'

export const preferencesSchema = z.strictObject({
  window: windowStateSchema.optional(),
  /** Kept beside the others, because the shell's own menus need it. */
  language: languageSchema.optional(),
  look: z.partialRecord(z.enum(REMEMBERED_KEYS).exclude(['language']), z.string().max(LONGEST_REMEMBERED)).optional(),
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
