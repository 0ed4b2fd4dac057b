/** The page that answers “who” for one case (责任追溯): lines of the audit chain, put in words, each with its place in the chain. */
import type { ChainReport } from '../audit/contract.ts'
import type { Severity } from '../catalogue/vocabulary.ts'
import type { FindingOutcome } from '../prereview/contract.ts'
import type { Bilingual, CaseId, IsoDate, IsoInstant } from '../values/values.ts'
import type { Check } from './acts.ts'
import type { PersonThen } from './person-then.ts'

/** An entry of the audit chain: whoever doubts the line looks it up there. */
export interface EntryRef {
  readonly seq: number
  readonly hash: string
  readonly at: IsoInstant
  /** Its hash, computed anew from its content, is the one that it carries. */
  readonly holds: boolean
}

export interface Fact {
  readonly label: Bilingual
  readonly value: Bilingual
}

export interface AccountLine {
  /** The (first) entry. */
  readonly entry: EntryRef
  /** The last entry, where the line tells several. */
  readonly until: EntryRef | null
  readonly count: number
  readonly act: string
  readonly label: Bilingual
  readonly who: PersonThen
  readonly facts: readonly Fact[]
  /** Somebody departed from what the machine had computed or proposed, or from the regular way, and wrote why. */
  readonly departs: boolean
}

/** Somebody who answers in one of the four checks. */
export interface Answerable {
  readonly who: PersonThen
  /** As what, such as 审核人 or 签发. */
  readonly as: readonly Bilingual[]
  /** Where the chain first says so. */
  readonly entry: EntryRef | null
  /** Number of the enforcement certificate as it was registered with the case; empty where there is none. */
  readonly certificateNumber: string
  /** What the agency's register of certificates says of it on the day; null where the number is in no register or there is none. */
  readonly certificate: { readonly name: string; readonly validOn: IsoDate; readonly valid: boolean } | null
}

/** A law that the case cites, in the version of the day. */
export interface LawThen {
  readonly law: string
  readonly place: string
  /** The version that held on the day: null where the catalogue of the round does not know one. */
  readonly inForceFrom: IsoDate | null
  readonly verified: boolean
}

export interface RoundThen {
  readonly round: number
  readonly submittedOn: IsoDate
  readonly acceptedOn: IsoDate | null
  /** The catalogue under which the round was reviewed; null before it was accepted. */
  readonly catalogue: { readonly manifest: string; readonly contentHash: string; readonly overlays: readonly string[] } | null
  /** The day for which the versions of the laws are told. */
  readonly lawsOn: IsoDate
  readonly laws: readonly LawThen[]
}

/** What the machine had said (机器提示), and what became of it. */
export interface MachineSaid {
  readonly round: number | null
  readonly ruleId: string
  readonly questionId: string
  readonly severity: Severity
  readonly message: Bilingual
  /** Null: nobody had decided it when the opinion was handed to the head. */
  readonly outcome: FindingOutcome | null
  readonly reason: string
  readonly who: PersonThen
  readonly entry: EntryRef
}

/** Destroyed stored files of the case (销毁), by number of the record. */
export interface DestroyedThen {
  readonly number: number
  readonly files: number
  readonly finished: boolean
}

export interface CaseAccountability {
  readonly caseId: CaseId
  readonly title: string
  readonly unit: string
  readonly checks: readonly { readonly check: Check; readonly people: readonly Answerable[] }[]
  readonly rounds: readonly RoundThen[]
  readonly machine: readonly MachineSaid[]
  readonly lines: readonly AccountLine[]
  readonly destroyed: readonly DestroyedThen[]
}

/** Whether the whole chain holds, as the page and its print say it. */
export type ChainVerdict = Pick<ChainReport, 'entries' | 'head' | 'broken' | 'missingWitnesses'>
