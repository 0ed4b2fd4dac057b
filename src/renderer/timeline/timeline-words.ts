/** What is written at steps, limits and gaps of the timeline, in the language of the window. Pure. */
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { TimelineLimit, TimelineStep } from '../../shared/timeline/case-timeline.ts'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import type { Translate } from '../language/language.ts'
import { formatWeekday } from '../ui/formats.ts'

export interface Speech {
  readonly t: Translate
  readonly language: Language
  readonly pick: (text: Bilingual) => string
}

const unitOf = ({ unit }: Pick<TimelineLimit, 'unit'>, count: number, { t }: Speech): string =>
  t(`timeline:unit.${count === 1 ? (unit === 'workingDays' ? 'workingDay' : 'calendarDay') : unit}`)

export function limitState(limit: TimelineLimit, speech: Speech): string {
  const { t } = speech
  const { state, by, left, due } = limit
  if (due === null && state === 'running') return t('timeline:limit.openEnd')
  if (state === 'running') {
    const count = left ?? 0
    return count === 0 ? t('timeline:limit.lastDay') : t('timeline:limit.running', { count, unit: unitOf(limit, count, speech) })
  }
  return state === 'kept' ? t('timeline:limit.kept') : t(`timeline:limit.${state}`, { count: by, unit: unitOf(limit, by, speech) })
}

export const limitName = (limit: TimelineLimit, { t, pick }: Speech): string =>
  t('timeline:limit.caption', { name: pick(limit.name), length: pick(limit.length) })

/** Beside the bar: what it is, and how it stands where that is not as it should be. */
export function limitCaption(limit: TimelineLimit, speech: Speech): string {
  const parts = [
    limitName(limit, speech),
    limit.state === 'kept' ? null : limitState(limit, speech),
    limit.verified ? null : speech.t('ui:unverified'),
    limit.provisional ? speech.t('ui:provisional') : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** What it is, from when to when, and what ended it. */
export function limitCourse(limit: TimelineLimit, speech: Speech): string {
  const { t, pick, language } = speech
  const [colon, comma] = language === 'zh-CN' ? ['：', '，'] : [': ', ', ']
  const parts = [
    t('timeline:limit.from', { day: limit.from }),
    limit.due === null ? null : t('timeline:limit.due', { day: limit.due }),
    limit.end === null ? null : t('timeline:limit.ended', { what: pick(limit.end.label), day: limit.end.day }),
  ]
  return `${limitName(limit, speech)}${colon}${parts.filter((part) => part !== null).join(comma)}`
}

/** Everything about a limit in one sentence, for the pointer and for screen readers. */
export function limitSentence(limit: TimelineLimit, speech: Speech): string {
  const { t, pick, language } = speech
  const stop = language === 'zh-CN' ? '；' : '; '
  return [
    limitName(limit, speech),
    t('timeline:limit.from', { day: limit.from }),
    limit.due === null ? null : t('timeline:limit.due', { day: limit.due }),
    limit.end === null ? null : t('timeline:limit.ended', { what: pick(limit.end.label), day: limit.end.day }),
    limitState(limit, speech),
    ...limit.excluded.map(({ name, from, to }) => t('timeline:limit.excluded', { name: pick(name), from, to })),
    limit.verified ? null : t('ui:unverified'),
    limit.provisional ? t('ui:provisional') : null,
  ]
    .filter((part) => part !== null)
    .join(stop)
}

export const basisWords = (limit: Pick<TimelineLimit, 'basis'>, language: Language): string =>
  limit.basis.map((citation) => formatCitation(citation, language)).join(language === 'zh-CN' ? '、' : ', ')

/** 03-18 处罚告知书送达; 03-09 询问 ×2、抽样; where that is too long, 03-09 询问等 3 项. */
export function stepText(steps: readonly [TimelineStep, ...TimelineStep[]], brief: boolean, { t, pick }: Speech): string {
  const [first] = steps
  const day = first.day.slice(5)
  if (steps.length === 1) return `${day} ${pick(first.label)}`
  if (brief) return `${day} ${t('timeline:step.gathered', { label: pick(first.label), count: steps.length })}`
  const times = new Map<string, number>()
  for (const { label } of steps) times.set(pick(label), (times.get(pick(label)) ?? 0) + 1)
  const names = [...times].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`))
  return `${day} ${names.join(t('ui:listSeparator'))}`
}

/** The step with everything that is said of it, for the pointer and for screen readers. */
export function stepSentence(step: TimelineStep, limits: readonly TimelineLimit[], speech: Speech): string {
  const { t, pick, language } = speech
  const label = pick(step.label)
  // day and label as they are written in the picture
  const parts = [
    `${step.day} ${step.about === null ? label : t('timeline:step.about', { label, about: step.about })}`,
    [formatWeekday(step.day, language), step.time].filter((part) => part !== null).join(' '),
    step.origin === 'station' ? t('timeline:step.atStation') : (step.place?.fileName ?? null),
    step.working ? null : t('timeline:step.dayOff'),
    step.recorded ? null : t('timeline:step.mentioned'),
    step.certain ? null : t('timeline:step.uncertain'),
    step.provisional ? t('timeline:step.provisional') : null,
    ...step.conflicts.map(({ day, place }) => t('timeline:step.conflict', { name: place.fileName, day })),
    ...limits.filter(({ key }) => step.breaks.includes(key)).map((limit) => limitCaption(limit, speech)),
  ]
  return parts.filter((part) => part !== null).join(language === 'zh-CN' ? '，' : ', ')
}

/** 安应急扣〔2026〕2号.docx without its ending. */
export function shortName(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}
