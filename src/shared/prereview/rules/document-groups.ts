/** Kinds of documents that rules of several headings look through together. */
import type { DocumentKindId } from '../../intake/document-part.ts'

/** 外部文书 that go out in the agency's name and under its seal. */
export const OUTWARD_KINDS: readonly DocumentKindId[] = [
  'decision',
  'no-penalty-decision',
  'prior-notice',
  'measure-decision',
  'measure-extension',
  'measure-release',
  'correction-order',
  'hearing-notice',
  'hearing-reply',
  'licence-decision',
  'urging-notice',
  'execution-decision',
]

/** Decisions (决定) about the party's rights, the last word of their procedure. */
export const DECISION_KINDS: readonly DocumentKindId[] = [
  'decision',
  'no-penalty-decision',
  'licence-decision',
  'execution-decision',
]

/** Records (笔录) of what officers did before somebody's eyes: two of them at least, with certificates. */
export const RECORD_KINDS: readonly DocumentKindId[] = [
  'inspection-record',
  'inquiry-record',
  'measure-record',
  'correction-check',
]

/** Papers of the investigation that say against whom it is led. */
export const FIELD_KINDS: readonly DocumentKindId[] = [
  'clue-form',
  'filing-form',
  'inspection-record',
  'measure-approval',
  'measure-decision',
  'measure-record',
  'correction-order',
  'sampling-record',
]
