/**
 * The words of opinions (意见书), issued and drafted, for the search over cases. The store notes which opinions changed;
 * their words are written before the next search, so that typing an opinion costs nothing more.
 */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { bigramWords } from '../../shared/search/bigrams.ts'
import type { CaseId } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import { findOpinion } from '../opinion/opinion-record.ts'
import { standingOpinion } from '../opinion/opinion-view.ts'
import type { Writer } from '../store/database.ts'
import { requireCase } from './case-record.ts'

/** Opinions that one step brings up to date. */
const STEP = 10

interface Due {
  readonly case_id: CaseId
  readonly round: number
}

/**
 * Writes the words of what changed, a few opinions at a time, until nothing is left or `mayGoOn` says no.
 * @returns whether every opinion can be found by its words now
 */
export async function indexOpinions(context: CallContext, mayGoOn: () => boolean): Promise<boolean> {
  for (;;) {
    const due = context.reader.all<Due>('SELECT case_id, round FROM opinions_to_index LIMIT ?', STEP)
    if (due.length === 0) return true
    if (!mayGoOn()) return false
    const texts = due.map((one) => ({ ...one, text: opinionText(context, one) }))
    context.withoutAudit('cases.indexOpinions', (writer) => {
      for (const one of texts) writeText(writer, one)
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** As it was approved, or as it would be composed now. Empty where that fails: a search must not break on one opinion. */
function opinionText(context: CallContext, { case_id: caseId, round }: Due): string {
  const opinion = findOpinion(context.reader, caseId, round)
  if (opinion === undefined) return ''
  if (opinion.document !== null) return documentText(opinion.document)
  try {
    const { sections } = standingOpinion(context, requireCase(context.reader, caseId), opinion)
    return sections.map(({ title, text }) => `${title}\n${text}`).join('\n')
  } catch {
    return opinion.sections.map(({ text }) => text ?? '').join('\n')
  }
}

/** Every text of the document in its order. */
export function documentText(document: OfficialDocument): string {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') walk(inner)
      else if (!['kind', 'align', 'signer'].includes(name)) texts.push(inner)
    }
  }
  walk(document)
  return texts.join('\n')
}

function writeText(writer: Writer, { case_id: caseId, round, text }: Due & { readonly text: string }): void {
  const old = writer.get<{ id: number }>('SELECT id FROM opinion_texts WHERE case_id = ? AND round = ?', caseId, round)
  if (old !== undefined) {
    writer.run('DELETE FROM opinion_search WHERE rowid = ?', old.id)
    writer.run('DELETE FROM opinion_texts WHERE id = ?', old.id)
  }
  writer.run('INSERT INTO opinion_texts (case_id, round, text) VALUES (?, ?, ?)', caseId, round, text)
  const id = writer.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0
  writer.run('INSERT INTO opinion_search (rowid, words) VALUES (?, ?)', id, bigramWords(text))
  writer.run('DELETE FROM opinions_to_index WHERE case_id = ? AND round = ?', caseId, round)
}
