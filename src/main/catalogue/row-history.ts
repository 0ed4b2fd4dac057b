/** A row of the catalogue as the base has it and as each overlay in force left it, and in how many open cases it counts. */
import { applyOverlays } from '../../shared/catalogue/apply-overlays.ts'
import type { CatalogueContent, Subject } from '../../shared/catalogue/schema.ts'
import type { RowHistory, RowStep } from '../../shared/catalogue/station-overlay.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { metTriggers } from '../cases/case-facts.ts'
import type { Workbench } from '../core/handler.ts'
import { askedQuestions, waitingCases } from './check-overlay.ts'

/** Reading more cases than this for a figure beside a row would be felt. */
const MOST_CASES = 2000

type Row = Readonly<Record<string, unknown>>

function rowIn(content: CatalogueContent, subject: Subject, id: string): Row | null {
  const rows: readonly { readonly id: string }[] = content[subject]
  return (rows.find((row) => row.id === id) as Row | undefined) ?? null
}

/** Throws `not-found` for a row that neither the base nor an overlay in force has. */
export function rowHistory(desk: Pick<Workbench, 'reader' | 'catalogue' | 'catalogueInForce' | 'station' | 'today'>, subject: Subject, id: string): RowHistory {
  const { laid } = desk.catalogueInForce
  const first = rowIn(laid.base, subject, id)
  const steps: RowStep[] =
    first === null ? [] : [{ overlay: null, version: laid.manifest, operation: null, row: first, source: String(first['source']), reason: null }]
  let content = laid.base
  for (const { overlay, standing } of desk.catalogueInForce.overlays()) {
    if (standing !== 'inForce') continue
    content = applyOverlays(content, [overlay])
    const change = content.changes.findLast((one) => one.overlay === overlay.id && one.subject === subject && one.id === id)
    if (change === undefined) continue
    const hidden = content.hidden.find((one) => one.subject === subject && one.id === id)
    const row = rowIn(content, subject, id)
    steps.push({
      overlay: overlay.id,
      version: overlay.version,
      operation: change.operation,
      row,
      source: hidden?.source ?? String(row?.['source'] ?? overlay.source),
      reason: hidden?.reason ?? null,
    })
  }
  if (steps.length === 0) throw new FashenError('not-found', { subject: 'catalogueRow', id })
  return { subject, id, steps, usedIn: usedIn(desk, subject, id) }
}

/** Cases that wait for acceptance and would be asked it, or meet it, under the present catalogue. */
function usedIn({ reader, catalogue, station, today }: Parameters<typeof rowHistory>[0], subject: Subject, id: string): number | null {
  if (subject !== 'questions' && subject !== 'majorTriggers') return null
  const here = station()
  const waiting = waitingCases(reader)
  if (waiting.length > MOST_CASES) return null
  return waiting.filter(({ fields }) =>
    subject === 'questions'
      ? askedQuestions(catalogue, fields, here, today()).some((question) => question.id === id)
      : metTriggers(catalogue, fields, here).triggers.some((trigger) => trigger.id === id),
  ).length
}
