/** The accountability page of a case (责任追溯), made of nothing but the audit chain and what never changes beside it. */
import { accountedActLabel, checkOf, CHECKS, toldInOneLine, type Check } from '../../shared/accountability/acts.ts'
import type { AccountLine, Answerable, CaseAccountability, DestroyedThen, EntryRef } from '../../shared/accountability/accountability-page.ts'
import { namedOnly, type PersonThen } from '../../shared/accountability/person-then.ts'
import { certificateValidOn } from '../../shared/accountability/registers.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { entriesAbout } from '../audit/chain.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { refOf } from './entry-refs.ts'
import { departsIn, factsOf } from './entry-facts.ts'
import { machineSaid } from './machine-statements.ts'
import { peopleThen, type PeopleThen } from './people-then.ts'
import { certificateNumbered } from './register-record.ts'
import { roundsThen } from './rounds-then.ts'

type Context = Pick<CallContext, 'reader' | 'catalogue' | 'today'>
type Content = Readonly<Record<string, unknown>>

export function caseAccountability(context: Context, record: CaseRecord): CaseAccountability {
  const { reader } = context
  const entries = entriesAbout(reader, `case/${record.id}`)
  const people = peopleThen(reader)
  const lines = linesOf(context, entries, people)
  return {
    caseId: record.id,
    title: record.fields.title,
    unit: record.fields.submittingUnit,
    checks: CHECKS.map((check) => ({ check, people: check === 'handler' ? handlersThen(reader, entries, people) : check === 'supervisor' ? supervisors(entries, people) : doers(lines, check) })),
    rounds: roundsThen(context, record),
    machine: machineSaid(entries, people, refOf),
    lines,
    destroyed: destroyedOf(reader, record),
  }
}

function linesOf({ catalogue }: Context, entries: readonly AuditEntry[], people: PeopleThen): AccountLine[] {
  const lines: { -readonly [Key in keyof AccountLine]: AccountLine[Key] }[] = []
  for (const entry of entries) {
    const { act, actor, seq } = entry
    const content = JSON.parse(entry.content) as Content
    const who = people.at(actor, seq)
    const before = lines.at(-1)
    if (before !== undefined && toldInOneLine(act) && before.act === act && samePerson(before.who, who)) {
      before.until = refOf(entry)
      before.count += 1
      before.facts = before.facts.filter(({ label }) => label['zh-CN'] === '轮次')
      continue
    }
    lines.push({
      entry: refOf(entry),
      until: null,
      count: 1,
      act,
      label: accountedActLabel(act),
      who,
      facts: factsOf(act, content, { catalogue, nameOf: (id) => people.at(id, seq).name }),
      departs: departsIn(act, content),
    })
  }
  return lines
}

function samePerson(one: PersonThen, other: PersonThen): boolean {
  return one.id === other.id && one.name === other.name && one.department === other.department
}

/** Everybody who did an act of the check, each post once. */
function doers(lines: readonly AccountLine[], check: Check): Answerable[] {
  const found = new Map<string, { who: PersonThen; as: Bilingual[]; entry: EntryRef }>()
  for (const { act, who, label, entry } of lines) {
    if (who.id === null || checkOf(act, who.roles) !== check) continue
    const key = JSON.stringify([who.id, who.name, who.department, who.roles])
    const known = found.get(key) ?? { who, as: [], entry }
    if (!known.as.some((one) => one['zh-CN'] === label['zh-CN'])) known.as.push(label)
    found.set(key, known)
  }
  return [...found.values()].map((one) => ({ ...one, certificateNumber: '', certificate: null }))
}

const NAMED: Bilingual = { 'zh-CN': '登记的承办人', en: 'Registered as handler' }

/** Handlers as they were registered, by the entry that says so, and who acted for the handling side. */
function handlersThen(reader: Reader, entries: readonly AuditEntry[], people: PeopleThen): Answerable[] {
  const found = new Map<string, Answerable>()
  for (const entry of entries) {
    if (entry.act !== 'case.register' && entry.act !== 'case.update') continue
    const content = JSON.parse(entry.content) as CaseFields | { readonly after: CaseFields }
    const { handlers } = 'after' in content ? content.after : content
    for (const { personId, name, certificateNumber } of handlers) {
      const key = `${personId ?? ''} ${name} ${certificateNumber}`
      if (found.has(key)) continue
      const known = personId === null ? namedOnly(name) : people.at(personId, entry.seq)
      const day = civilDayOf(entry.at)
      const registered = certificateNumber === '' ? undefined : certificateNumbered(reader, certificateNumber)
      const certificate = registered === undefined ? null : { name: registered.name, validOn: day, valid: certificateValidOn(registered, day) }
      // the name that was registered with the case is the one that counts
      found.set(key, { who: { ...known, name }, as: [NAMED], entry: refOf(entry), certificateNumber, certificate })
    }
  }
  const acted = entries.map((entry) => ({ entry, who: people.at(entry.actor, entry.seq) })).filter(({ entry, who }) => who.id !== null && checkOf(entry.act, who.roles) === 'handler')
  for (const { entry, who } of acted) {
    const label = accountedActLabel(entry.act)
    const known = [...found].find(([, one]) => one.who.id === who.id && one.who.name === who.name)
    if (known === undefined) found.set(`acted ${who.id ?? ''} ${who.name}`, { who, as: [label], entry: refOf(entry), certificateNumber: '', certificate: null })
    else if (!known[1].as.some((one) => one['zh-CN'] === label['zh-CN'])) found.set(known[0], { ...known[1], as: [...known[1].as, label] })
  }
  return [...found.values()]
}

const SUPERVISOR: Bilingual = { 'zh-CN': '案件办理期间的执法监督人员', en: 'Supervisor while the case ran' }
const AFTER_THE_CASE: ReadonlySet<string> = new Set(['case.printAccountability', 'case.export', 'case.setRetention', 'document.make'])

/** Who held the supervisor's post while the case ran: it is their case to watch, whether they looked at it or not. */
function supervisors(entries: readonly AuditEntry[], people: PeopleThen): Answerable[] {
  const own = entries.filter(({ act }) => !AFTER_THE_CASE.has(act))
  const [first, last] = [own[0]?.seq, own.at(-1)?.seq]
  if (first === undefined || last === undefined) return []
  return people.supervisorsBetween(first, last).map(({ who }) => ({ who, as: [SUPERVISOR], entry: null, certificateNumber: '', certificate: null }))
}

function destroyedOf(reader: Reader, { id }: CaseRecord): DestroyedThen[] {
  return reader
    .all<{ number: number; files: number; finished: number }>(
      `SELECT d.number, count(*) AS files, EXISTS (SELECT 1 FROM destruction_steps s WHERE s.destruction_id = d.id AND s.step = 'finished') AS finished
       FROM destructions d JOIN destruction_files f ON f.destruction_id = d.id
       WHERE f.case_id = ? AND f.kept_for IS NULL AND EXISTS (SELECT 1 FROM destruction_steps s WHERE s.destruction_id = d.id AND s.step = 'begun')
       GROUP BY d.id ORDER BY d.number`,
      id,
    )
    .map(({ number, files, finished }) => ({ number, files, finished: finished === 1 }))
}
