/** How the disclosure of a stored case stands, and the clocks that follow from it. */
import type { DutyRow } from '../../shared/catalogue/disclosure-rules.ts'
import type { ClockRun } from '../../shared/deadlines/clock.ts'
import { dutiesOf, dutyRun, type DecisionToPublish } from '../../shared/disclosure/duties.ts'
import type { RegisteredDecision as StoredDecision } from '../../shared/followup/contract.ts'
import { dutyStop, ofDecision, statusOf, type DisclosureStatus, type Registered } from '../../shared/disclosure/standing.ts'
import { runOfPeriod } from '../../shared/transfer/clocks.ts'
import type { Bilingual, CaseId, IsoDate } from '../../shared/values/values.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { Workbench } from '../core/handler.ts'
import { decisionsOf } from '../followup/decision-record.ts'
import type { Reader } from '../store/database.ts'
import { changesOf, downOn, publicAt, publicationsOf, withholdingsOf, type StoredChange, type StoredPublication, type StoredWithholding } from './disclosure-record.ts'

export type DisclosureDesk = Pick<Workbench, 'reader' | 'catalogue' | 'station'>

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export interface RegisteredDecision extends DecisionToPublish {
  readonly number: string
  readonly irregular: boolean
}

/** The decision that is to be published: the one registered in order, else the last one recorded out of order. */
function decidedIn(reader: Reader, { id }: Pick<CaseRecord, 'id'>): StoredDecision | undefined {
  const all = decisionsOf(reader, id)
  return all.find(({ irregular }) => !irregular) ?? all.at(-1)
}

/** What {@link decidedIn} finds, with what its duties follow from. */
export function decisionToPublish({ reader, station }: DisclosureDesk, record: CaseRecord): RegisteredDecision | null {
  const found = decidedIn(reader, record)
  if (found === undefined) return null
  const { sector, divisionCode } = station()
  const { number, decidedOn, actionKinds, effects } = found.fields
  return {
    number,
    decidedOn,
    irregular: found.irregular,
    actionKinds,
    effects: [...new Set(effects.map(({ kind }) => kind))],
    partyKind: record.fields.party.kind,
    sector,
    region: divisionCode,
  }
}

export interface CaseDisclosure {
  readonly decision: RegisteredDecision | null
  readonly publications: readonly StoredPublication[]
  readonly withholdings: readonly StoredWithholding[]
  readonly changes: readonly StoredChange[]
  readonly registered: Omit<Registered, 'duties'> & { readonly duties: readonly DutyRow[] }
}

export function caseDisclosure(desk: DisclosureDesk, record: CaseRecord): CaseDisclosure {
  const { reader, catalogue } = desk
  const decision = decisionToPublish(desk, record)
  const publications = publicationsOf(reader, record.id)
  const withholdings = withholdingsOf(reader, record.id)
  const changes = changesOf(reader, record.id)
  return {
    decision,
    publications,
    withholdings,
    changes,
    registered: {
      decided: decision !== null,
      duties: decision === null ? [] : dutiesOf(catalogue.disclosureRules, decision),
      publications: decision === null ? [] : ofDecision(publications, decision.decidedOn),
      withheldOn: withholdings.find(({ settled }) => settled?.outcome === 'approved')?.settledOn ?? null,
      changes: changes.map((change) => ({
        changedOn: change.changedOn,
        withdrawnOn: downOn(changes, change),
        publications: publicAt(publications, changes, change),
      })),
    },
  }
}

const CHANGED = both('决定被变更、撤销、确认违法或者无效', 'Decision changed or annulled')
const WITHDRAWN = both('撤回公开的信息并说明理由', 'Publication withdrawn')
/** 国办发〔2018〕118号 (6) says at once and names no days; the days for penalties serve as reminder. */
const AT_ONCE = {
  basis: [{ law: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见', item: 6 }],
  verified: false,
  note: both(
    '文件要求及时撤下，没有规定天数；参照行政处罚决定的期限提醒。',
    'The document asks to take it down promptly and names no days; the days for penalties serve as a reminder.',
  ),
} as const

/**
 * Clocks of publication and of withdrawal (公开、撤回期限) of a registered decision; empty where none is registered, so that
 * the clocks that the papers show hold on.
 */
export function disclosureRuns(desk: DisclosureDesk, record: CaseRecord): ClockRun[] {
  const { decision, registered } = caseDisclosure(desk, record)
  if (decision === null) return []
  const publishing = registered.duties.map((duty, index) => dutyRun(duty, index + 1, decision.decidedOn, dutyStop(duty, registered)))
  const withdrawing = registered.changes.flatMap(({ changedOn, withdrawnOn, publications }, index): ClockRun[] => {
    if (publications.length === 0) return []
    const stop = withdrawnOn === null ? null : { day: withdrawnOn, at: null, label: WITHDRAWN }
    const start = { day: changedOn, at: null, label: CHANGED }
    const run = runOfPeriod(desk.catalogue.periods, 'publicationWithdrawal', `publicationWithdrawal/${index + 1}`, start, stop)
    if (run === null) return []
    return [decision.actionKinds.includes('penalty') ? run : { ...run, ...AT_ONCE }]
  })
  return [...publishing, ...withdrawing]
}

/** What the ledger, statistics and other parts tell of the disclosure of a case (公开情况). */
export interface DisclosureOfCase {
  readonly status: DisclosureStatus
  /** The first day on which it was published anywhere. */
  readonly publishedOn: IsoDate | null
  /** Ids of places of the catalogue, or the name of another place, each once. */
  readonly places: readonly string[]
  readonly withheld: { readonly on: IsoDate; readonly ground: Bilingual; readonly reason: string } | null
  readonly withdrawnOn: IsoDate | null
}

/** Needs no catalogue: a decision counts as published from its first publication on. Throws `not-found`. */
export function disclosureOf(reader: Reader, caseId: CaseId): DisclosureOfCase {
  const record = requireCase(reader, caseId)
  const all = publicationsOf(reader, caseId)
  const changes = changesOf(reader, caseId)
  const decision = decidedIn(reader, record)
  const publications = decision === undefined ? [] : ofDecision(all, decision.fields.decidedOn)
  const approved = withholdingsOf(reader, caseId).find(({ settled }) => settled?.outcome === 'approved')
  const days = publications.map(({ publishedOn }) => publishedOn).toSorted()
  return {
    status: statusOf({
      decided: decision !== undefined,
      // one duty at any of the places: whether all are met is the page's to say
      duties: publications.length === 0 ? [] : [{ places: publications.map(({ place }) => place) }],
      publications,
      withheldOn: approved?.settledOn ?? null,
      changes: changes.map((change) => ({ changedOn: change.changedOn, withdrawnOn: downOn(changes, change), publications: publicAt(all, changes, change) })),
    }),
    publishedOn: days[0] ?? null,
    places: [...new Set(publications.map(({ place, placeName }) => (place === 'other' ? placeName : place)))],
    withheld: approved === undefined || approved.settledOn === null ? null : { on: approved.settledOn, ground: approved.rule.name, reason: approved.reason },
    withdrawnOn: changes.findLast(({ withdrawal }) => withdrawal !== null)?.withdrawal?.withdrawnOn ?? null,
  }
}
