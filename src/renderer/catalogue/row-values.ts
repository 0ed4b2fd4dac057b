/** Fields and values of rows and overlays in words, for telling what changed. */
import { SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import type { LanguageInUse } from '../language/language.ts'
import { ACTION_KIND_LABELS, SEVERITY_LABELS } from '../ui/vocabulary-labels.ts'

type Words = Pick<LanguageInUse, 't' | 'pick'>

const FIELDS = {
  title: 'catalogue:own.title',
  source: 'catalogue:own.source',
  version: 'catalogue:own.version',
  level: 'catalogue:own.level',
  validFrom: 'catalogue:own.from',
  validTo: 'catalogue:own.to',
  reason: 'catalogue:own.reason',
  text: 'catalogue:own.text',
  name: 'catalogue:own.name',
  explanation: 'catalogue:own.explanation',
  consequence: 'catalogue:own.consequence',
  threshold: 'catalogue:own.threshold',
  severity: 'catalogue:own.severity',
  heading: 'catalogue:own.heading',
  lookIn: 'catalogue:lookIn',
  typicalDefect: 'catalogue:typicalDefect',
  finding: 'catalogue:finding',
  suggestion: 'catalogue:suggestion',
  basis: 'catalogue:basis',
  actionKinds: 'catalogue:kind',
  onlyWhen: 'catalogue:onlyWhen',
  mayNotApply: 'catalogue:own.mayNotApply',
  verified: 'catalogue:own.verified',
} as const

/** A field that has no word of its own keeps the name that it has in the file. */
export function fieldInWords(field: string, { t }: Words): string {
  const known = Object.entries(FIELDS).find(([name]) => name === field)
  return known === undefined ? field : t(known[1])
}

export function valueInWords(value: unknown, words: Words): string {
  const { t, pick } = words
  if (value === undefined || value === null) return '—'
  if (typeof value === 'boolean') return t(value ? 'ui:yes' : 'ui:no')
  if (Array.isArray(value)) return value.length === 0 ? t('ui:none') : value.map((one) => valueInWords(one, words)).join(t('ui:listSeparator'))
  if (typeof value === 'object') return 'zh-CN' in value && 'en' in value ? pick(value as Bilingual) : JSON.stringify(value)
  const text = String(value)
  const severity = SEVERITIES.find((one) => one === text)
  if (severity !== undefined) return pick(SEVERITY_LABELS[severity])
  const kind = Object.entries(ACTION_KIND_LABELS).find(([name]) => name === text)
  return kind === undefined ? text : pick(kind[1])
}
