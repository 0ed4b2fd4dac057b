/** Drafts of half-typed forms: not acts, so they leave no audit entry; on disk all the same. */
import type { draftsContract } from '../../shared/drafts/contract.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Handlers } from '../core/handler.ts'

export const draftsHandlers: Handlers<typeof draftsContract> = {
  'drafts.load': ({ reader, person }, { key }) =>
    reader.get<{ content: string; savedAt: IsoInstant }>(
      'SELECT content, saved_at AS savedAt FROM drafts WHERE person_id = ? AND key = ?',
      person.id,
      key,
    ) ?? null,

  'drafts.save': (context, { key, content }) => {
    const savedAt = context.instant()
    context.withoutAudit('drafts.save', (writer) =>
      writer.run(
        `INSERT INTO drafts (person_id, key, content, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (person_id, key) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
        context.person.id,
        key,
        content,
        savedAt,
      ),
    )
    return { savedAt }
  },

  'drafts.discard': (context, { key }) => {
    context.withoutAudit('drafts.discard', (writer) =>
      writer.run('DELETE FROM drafts WHERE person_id = ? AND key = ?', context.person.id, key),
    )
    return null
  },
}
