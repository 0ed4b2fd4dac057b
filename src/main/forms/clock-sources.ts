/** 延期审批表 and 催办单: both are about a clock of the case. */
import { formatCitation } from '../../shared/catalogue/citation.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { isOpen, type Clock, type ClockRun, type GrantedExtension, type LadderStep } from '../../shared/deadlines/clock.ts'
import type { ClockDesk } from '../../shared/deadlines/clock-subjects.ts'
import type { Period } from '../../shared/deadlines/periods.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { clockRunsOf } from '../deadlines/case-clocks.ts'
import { extensionsOf } from '../deadlines/clock-records.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { personName } from '../people/people.ts'
import { aboutRecords, dayText, type FormDesk, type FormSource, type FormSubject } from './form-source.ts'

const UNIT_WORDS: Readonly<Record<Period['kind'], string>> = { workingDays: '个工作日', calendarDays: '日', months: '个月', hours: '小时' }
const lengthText = ({ n, kind }: Period): string => `${n}${UNIT_WORDS[kind]}`

interface Clocks {
  readonly asOf: IsoInstant
  readonly runs: readonly ClockRun[]
  readonly standing: (run: ClockRun) => Clock
}

function clocksFor({ context, record }: FormDesk): Clocks {
  const { asOf } = presentMoment(context)
  const calendar = calendarOf(context.catalogue)
  return { asOf, runs: clockRunsOf(context, record, asOf), standing: (run) => runClock(run, calendar, asOf) }
}

/** Extensions that were recorded, the newest first, then clocks that a rule lets extend. */
export function extensionApproval(desk: FormDesk): FormSource {
  const clocks = clocksFor(desk)
  const granted = extensionsOf(desk.context.reader, desk.record.id)
    .filter(({ takenBack }) => takenBack === null)
    .flatMap((extension): FormSubject[] => {
      const run = clocks.runs.find(({ key }) => key === extension.clock)
      if (run === undefined) return []
      const label = { 'zh-CN': `${run.name['zh-CN']}：已延长${lengthText(extension.length)}`, en: `${run.name.en}: extended` }
      return [{ key: `extension:${extension.id}`, label, facts: () => ({ values: { ...grantedFacts(clocks, run, extension), ...approvalOf(extension) } }) }]
    })
    .toReversed()
  const open = clocks.runs.flatMap((run): FormSubject[] => {
    const clock = clocks.standing(run)
    const { nextExtension: step } = clock
    if (!isOpen(clock) || step === null) return []
    const label = { 'zh-CN': `${run.name['zh-CN']}：申请延长`, en: `${run.name.en}: to be extended` }
    return [{ key: `clock:${run.key}`, label, facts: () => ({ values: requestedFacts(clocks, run, clock, step) }) }]
  })
  // the review's own clock is what this desk extends most
  const first = [...open].sort((one, other) => Number(other.key.startsWith('clock:review/')) - Number(one.key.startsWith('clock:review/')))
  return aboutRecords('noRunningClock', [...granted, ...first])
}

const approvalOf = ({ approvedBy, approvedOn }: GrantedExtension) => ({ extensionApprover: approvedBy, extensionApprovedOn: dayText(approvedOn) })

function clockFacts({ name, start, basis }: ClockRun, step: LadderStep | null) {
  const cited = basis.map((citation) => formatCitation(citation, 'zh-CN')).join('、')
  const may = step === null ? '' : `可以延长${step.length === null ? '' : lengthText({ n: step.length, kind: step.unit })}，由${step.approver['zh-CN']}批准`
  return { clockName: name['zh-CN'], clockStart: dayText(start?.day), extensionRule: [cited, may].filter((part) => part !== '').join('；') }
}

function grantedFacts({ standing }: Clocks, run: ClockRun, extension: GrantedExtension) {
  const place = run.extensions.findIndex((one) => one.approvedOn === extension.approvedOn && one.reason === extension.reason && one.length.n === extension.length.n)
  const until = place < 0 ? run.extensions.length - 1 : place
  return {
    ...clockFacts(run, run.ladder[until] ?? null),
    clockDue: dayText(standing({ ...run, extensions: run.extensions.slice(0, until) }).due),
    extendedDue: dayText(standing({ ...run, extensions: run.extensions.slice(0, until + 1) }).due),
    extensionLength: lengthText(extension.length),
    extensionReason: extension.reason,
  }
}

/** What is asked for: how long, where the rule itself says it, and to which day that leads. */
function requestedFacts({ standing, asOf }: Clocks, run: ClockRun, clock: Clock, step: LadderStep) {
  const { length, unit } = step
  const facts = { ...clockFacts(run, step), clockDue: dayText(clock.due) }
  if (length === null) return facts
  const asked: GrantedExtension = { length: { n: length, kind: unit }, approvedBy: '', approvedOn: clock.due ?? clock.start?.day ?? civilDayOf(asOf), reason: '' }
  const after = standing({ ...run, extensions: [...run.extensions, asked] }).due
  return { ...facts, extensionLength: lengthText(asked.length), extendedDue: dayText(after) }
}

/** Clocks that run, those that are over or nearly over first. */
export function reminder(desk: FormDesk): FormSource {
  const clocks = clocksFor(desk)
  const urgency = { red: 0, amber: 1 } as Readonly<Record<string, number>>
  const open = clocks.runs
    .map((run) => clocks.standing(run))
    .filter((clock) => isOpen(clock) && clock.due !== null && clock.state !== 'suspended' && clock.desk !== 'party')
    .toSorted((one, other) => (urgency[one.state] ?? 2) - (urgency[other.state] ?? 2))
  return aboutRecords(
    'noRunningClock',
    open.map((clock) => ({ key: `clock:${clock.key}`, label: clock.name, facts: () => ({ values: remindedFacts(desk, clock) }) })),
  )
}

function remindedFacts(desk: FormDesk, { name, due, left, desk: who }: Clock) {
  return { remindedDesk: deskName(desk, who), remindedMatter: name['zh-CN'], remindedDue: dayText(due), remindedDelay: delayText(left) }
}

function delayText(left: Clock['left']): string {
  if (left === null) return ''
  const words = lengthText({ n: Math.abs(left.n), kind: left.unit })
  return left.n < 0 ? `至今已逾期${words}。` : left.n === 0 ? '今日届满。' : `距届满尚有${words}。`
}

function deskName({ context, record }: FormDesk, desk: ClockDesk): string {
  const { agency, reviewBody } = context.station()
  switch (desk) {
    case 'reviewer':
      return record.reviewerId === null ? reviewBody : `${reviewBody} ${personName(context.reader, record.reviewerId)}`
    case 'head':
      return reviewBody
    case 'handler':
      return record.fields.submittingUnit
    case 'agencyHead':
      return `${agency}负责人`
    case 'party':
      return record.fields.party.name
    case 'police':
      return '公安机关'
  }
}
