/** Whether a submission is complete: which kinds of paper the case needs, and which are there. */
import { countsAs } from '../../shared/catalogue/document-kinds.ts'
import { missingMaterials } from '../../shared/catalogue/missing-materials.ts'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { ConditionKind } from '../../shared/catalogue/vocabulary.ts'
import { materialsFromKinds } from '../../shared/intake/missing-from-kinds.ts'
import type { Completeness, MaterialNeed } from '../../shared/intake/contract.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { caseFacts } from '../cases/case-facts.ts'
import { requireRound, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { reviewClock } from '../deadlines/review-clock.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { documentsIn, unreadPapers } from './material-documents.ts'

export function completenessOf(context: CallContext, record: CaseRecord): Completeness {
  const { catalogue } = context
  const station = context.station()
  const { submittedOn: receivedOn } = requireRound(context.reader, record.id, record.round)
  const facts = caseFacts(record.fields, station)
  const papers = presentMaterials(context.reader, record.id).map(({ id, kind }) => ({ kind, documents: documentsIn(context.reader, id).map((one) => one.kind) }))
  const { partly } = materialsFromKinds(catalogue, facts, papers.flatMap(({ documents }) => documents), receivedOn)
  // asked as if nothing were there: so everything needed is listed, present or not
  const needed = missingMaterials(catalogue, facts, [], receivedOn)
  const makes = (document: string, material: string): boolean => {
    const row = catalogue.documentKinds.find(({ id }) => id === document)
    return row !== undefined && countsAs(row, facts.actionKinds).some((one) => one.material === material && one.as === 'whole')
  }
  const count = (material: string) =>
    papers.filter(({ kind, documents }) => kind === material || documents.some((document) => makes(document, material))).length
  const lackingOf = (material: string) => partly.find((one) => one.material.id === material)?.lacking.map(({ name }) => name) ?? []
  const conditionName = (kind: ConditionKind): Bilingual => catalogue.conditions.find(({ id }) => id === kind)?.name ?? { 'zh-CN': kind, en: kind }
  const joined = (kinds: readonly ConditionKind[]): Bilingual => ({
    'zh-CN': kinds.map((kind) => conditionName(kind)['zh-CN']).join('、'),
    en: kinds.map((kind) => conditionName(kind).en).join(', '),
  })
  const needs: MaterialNeed[] = [
    ...needed.required.map((material) => ({ material, need: 'required' as const, because: null })),
    ...needed.conditional.map(({ material, because }) => ({ material, need: 'conditional' as const, because: joined(because) })),
    ...needed.toBeClarified.map(({ material, open }) => ({ material, need: 'optional' as const, because: joined(open) })),
  ].map(({ material, need, because }) => ({
    kind: material.id,
    label: material.name,
    need,
    because,
    present: count(material.id),
    lacking: lackingOf(material.id),
    verified: material.verified,
  }))
  const missing = needs.filter(({ need, present: there }) => need !== 'optional' && there === 0).map(({ kind }) => kind)
  const { limit, deadline } = reviewClock(catalogue, station, context.today())
  return {
    needs,
    missing,
    complete: missing.length === 0,
    unread: unreadPapers(context.reader, record.id),
    limit: {
      days: limit.days,
      unit: limit.unit === 'workingDay' ? 'workingDays' : 'calendarDays',
      dueOn: deadline.due,
      provisional: deadline.provisional,
      verified: limit.verified,
      basis: limit.basis.length > 0 ? limit.basis.map((citation) => formatCitation(citation, 'zh-CN')).join('、') : limit.name['zh-CN'],
    },
  }
}
