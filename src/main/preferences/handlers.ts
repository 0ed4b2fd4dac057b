/** Preferences of people: not acts, so they leave no audit entry. */
import type { KeptPreference, preferencesContract } from '../../shared/preferences/contract.ts'
import { PREFERENCES, type PreferenceKey } from '../../shared/preferences/preferences.ts'
import type { Handlers } from '../core/handler.ts'

export const preferencesHandlers: Handlers<typeof preferencesContract> = {
  'preferences.get': ({ reader, person }) => {
    const rows = reader.all<{ key: string; value: string }>('SELECT key, value FROM preferences WHERE person_id = ?', person.id)
    const kept: Record<string, unknown> = {}
    for (const { key, value } of rows) {
      const schema = Object.hasOwn(PREFERENCES, key) ? PREFERENCES[key as PreferenceKey] : undefined
      const parsed = schema?.safeParse(JSON.parse(value))
      if (parsed?.success === true) kept[key] = parsed.data
    }
    return kept as KeptPreference
  },

  'preferences.set': (context, { key, value }) => {
    context.withoutAudit('preferences.set', (writer) =>
      writer.run(
        `INSERT INTO preferences (person_id, key, value, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (person_id, key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at`,
        context.person.id,
        key,
        JSON.stringify(PREFERENCES[key].parse(value)),
        context.instant(),
      ),
    )
    return null
  },
}
