/** The parts of the catalogue beside the questions: one list each, all of the same form. */
import type { ReactNode } from 'react'
import { formatCitation, type Citation } from '../../shared/catalogue/citation.ts'
import type { Catalogue, MajorTrigger, ReviewLimitRow, Subject } from '../../shared/catalogue/schema.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { formatYuan } from '../ui/formats.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { ACTION_KIND_LABELS, CASE_FLAG_LABELS, EFFECT_KIND_LABELS, PARTY_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { isOfOverlay, matchesRow, type CatalogueFilter } from './catalogue-search.ts'
import { RowFoot } from './row-foot.tsx'
import { RowHistoryButton } from './row-history.tsx'
import { useLawTitles } from './use-catalogue.ts'

export type OtherPart = 'triggers' | 'materials' | 'limits' | 'types' | 'laws'

const SUBJECTS_SHOWN = {
  triggers: 'majorTriggers',
  materials: 'materials',
  limits: 'reviewLimits',
  types: 'opinionTypes',
  laws: 'laws',
} as const satisfies Record<OtherPart, Subject>

interface ShownRow {
  readonly id: string
  readonly name: Bilingual
  readonly marks: readonly string[]
  readonly text: string
  readonly basis: readonly Citation[]
  readonly noBasisBecause?: Bilingual | undefined
  readonly validFrom: string
  readonly validTo: string | null
  readonly source: string
  readonly verified: boolean
}

type Words = Pick<LanguageInUse, 't' | 'pick' | 'language'>

function placeMarks(
  row: { readonly region: string | null; readonly sector: string | null },
  catalogue: Catalogue,
  { t, pick }: Words,
): string[] {
  const sector = catalogue.sectors.find((one) => one.id === row.sector)
  return [
    ...(row.region === null ? [] : [t('catalogue:region', { region: row.region })]),
    ...(sector === undefined ? [] : [t('catalogue:sector', { sector: pick(sector.name) })]),
  ]
}

function triggerText(trigger: MajorTrigger, { t, pick, language }: Words): string {
  const separator = t('ui:listSeparator')
  if (trigger.kind === 'flag') return trigger.allOf.map((flag) => pick(CASE_FLAG_LABELS[flag])).join(separator)
  const effects = trigger.effectKinds.map((kind) => pick(EFFECT_KIND_LABELS[kind])).join(separator)
  if (trigger.kind === 'effect') return effects
  const amount = formatYuan(trigger.threshold, language)
  const line = t(trigger.inclusive ? 'catalogue:threshold' : 'catalogue:thresholdOver', { amount })
  return `${pick(PARTY_KIND_LABELS[trigger.partyKind])} · ${effects} · ${line}`
}

function limitText(row: ReviewLimitRow, { t }: Words): string {
  return row.days === null ? t('catalogue:days.none') : t(`catalogue:days.${row.unit}`, { days: row.days })
}

function rowsOf(part: OtherPart, catalogue: Catalogue, words: Words): readonly ShownRow[] {
  const { t, pick } = words
  const separator = t('ui:listSeparator')
  switch (part) {
    case 'triggers':
      return catalogue.majorTriggers.map((row) => ({
        ...row,
        marks: [
          t(row.consequence === 'major' ? 'catalogue:major' : 'catalogue:hearingLine'),
          ...placeMarks(row, catalogue, words),
        ],
        text: `${triggerText(row, words)}\n${pick(row.explanation)}`,
      }))
    case 'materials':
      return catalogue.materials.map((row) => ({
        ...row,
        marks: [t(`catalogue:need.${row.need}`)],
        text: `${pick(row.note)}\n${row.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join(separator)}`,
      }))
    case 'limits':
      return catalogue.reviewLimits.map((row) => ({
        ...row,
        marks: placeMarks(row, catalogue, words),
        text: limitText(row, words),
      }))
    case 'types':
      return catalogue.opinionTypes.map((row) => ({
        ...row,
        marks: [
          ...(row.passes ? [t('catalogue:passes')] : []),
          ...(row.needsNewRound ? [t('catalogue:needsNewRound')] : []),
        ],
        text: `${pick(row.lead)}\n${pick(row.request)}`,
      }))
    case 'laws':
      return catalogue.laws.map((row) => ({
        ...row,
        name: row.title,
        marks: [
          t('catalogue:inForce', { from: row.inForceFrom }),
          ...(row.repealedOn === null ? [] : [t('catalogue:repealed', { on: row.repealedOn })]),
          ...(row.highestArticle === null ? [] : [t('catalogue:articles', { count: row.highestArticle })]),
        ],
        text: row.aliases.join(separator),
      }))
  }
}

export function OtherRows({
  part,
  catalogue,
  filter,
}: {
  part: OtherPart
  catalogue: Catalogue
  filter: CatalogueFilter
}): ReactNode {
  const words = useLanguage()
  const { t, pick, language } = words
  const titles = useLawTitles()
  const all = rowsOf(part, catalogue, words)
  const subject = SUBJECTS_SHOWN[part]
  const shown = all.filter(
    (row) => matchesRow(row, filter, [row.text, ...row.basis.map((citation) => citation.law)]) && isOfOverlay(catalogue, subject, row.id, filter),
  )
  if (shown.length === 0) return <Empty title={t('catalogue:nothing')} hint={t('ui:noMatchHint')} />
  return (
    <ul className="fs-catalogue-rows">
      {shown.map((row) => (
        <li key={row.id}>
          <div className="fs-row">
            <strong>{pick(row.name)}</strong>
            {row.verified ? null : <UnverifiedMark />}
            {row.marks.map((mark) => (
              <Mark key={mark}>{mark}</Mark>
            ))}
          </div>
          {row.text
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => (
              <div key={line}>{line}</div>
            ))}
          {row.basis.length === 0 ? null : (
            <div className="fs-soft">
              {t('catalogue:basis')}:{' '}
              {row.basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator'))}
            </div>
          )}
          <RowFoot row={row} />
          <RowHistoryButton subject={subject} id={row.id} />
        </li>
      ))}
    </ul>
  )
}
