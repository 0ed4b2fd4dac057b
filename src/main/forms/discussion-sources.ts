/**
 * 集体讨论记录: of the discussion of the decision that is on record, of the one that settled a dispute, of one whose minutes are among the papers (行政处罚法第五十七条第二款),
 * or of one to be held, with room to write.
 */
import { chineseDate } from '../../shared/documents/numbering.ts'
import { DISCUSSION_OUTCOME_LABELS, type Discussion, type DiscussionOutcome } from '../../shared/followup/discussion.ts'
import { SETTLEMENT_OUTCOME_LABELS, type Settlement } from '../../shared/followup/disagreement.ts'
import { readMinutes } from '../../shared/forms/discussion-minutes.ts'
import type { FormFact, FormFacts } from '../../shared/forms/form-facts.ts'
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import { quoted } from '../../shared/intake/document-text.ts'
import { ACTION_KIND_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { coordinationsOf } from '../followup/disagreement-record.ts'
import { discussionsOf, MINUTES } from '../followup/discussion-record.ts'
import { textOf } from '../intake/file-reading-record.ts'
import { documentsIn } from '../intake/material-documents.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { CASE_KEY, dayText, numbered, type FormDesk, type FormSource, type FormSubject } from './form-source.ts'
import { opinionFacts } from './general-facts.ts'

export function collectiveDiscussion(desk: FormDesk): FormSource {
  const known = [...recorded(desk), ...settlements(desk), ...minutes(desk)]
  // it is held after the review: before an opinion is issued there is nothing to be written on an empty one
  const empty: FormSubject[] = desk.issued.length === 0 ? [] : [{ key: CASE_KEY, label: { 'zh-CN': '尚未记录的讨论，另行填写', en: 'One that is not recorded yet' }, facts: () => toBeHeld(desk) }]
  const subjects = [...known, ...empty]
  return subjects.length === 0 ? { wait: 'noOpinion' } : { wait: null, subjects }
}

/** The last that was held first. */
function recorded(desk: FormDesk): FormSubject[] {
  return discussionsOf(desk.context.reader, desk.record.id)
    .toReversed()
    .map(({ id, round, discussion }) => ({
      key: `discussion:${id}`,
      label: { 'zh-CN': `${dayText(discussion.discussedOn)}讨论（拟作决定）`, en: `Discussion of ${discussion.discussedOn} (the decision)` },
      facts: () => discussionFacts(desk, round, discussion),
    }))
}

function discussionFacts(desk: FormDesk, round: number, { discussedOn, place, chair, recorder, attendees, absent, outcome, changedTo, reason }: Discussion) {
  const label = (one: DiscussionOutcome): string => DISCUSSION_OUTCOME_LABELS[one]['zh-CN']
  return {
    values: {
      ...opinionFacts(desk, round),
      discussionMatter: matterOf(desk),
      discussionOn: dayText(discussedOn),
      discussionPlace: place,
      chair,
      discussionRecorder: recorder,
      absent: absent.length === 0 ? '无' : absent.map((one) => `${one.name}（${one.reason}）`).join('、'),
      discussionOutcome: changedTo === '' ? label(outcome) : `${label(outcome)}：${changedTo}`,
      discussionReason: reason,
    },
    lists: { attendees: numbered(attendees.map(({ name, post, view, stance }) => ({ name, post, view, stance: label(stance) }))) },
  }
}

function settlements(desk: FormDesk): FormSubject[] {
  return coordinationsOf(desk.context.reader, desk.record.id)
    .flatMap(({ round, reason, settlement }) => (settlement?.settlement.by === 'collective' ? [{ round, reason, settlement: settlement.settlement }] : []))
    .toReversed()
    .map(({ round, reason, settlement }) => ({
      key: `settlement:${round}`,
      label: { 'zh-CN': `${dayText(settlement.settledOn)}讨论（意见分歧）`, en: `Discussion of ${settlement.settledOn} (dispute)` },
      facts: () => settlementFacts(desk, round, reason, settlement),
    }))
}

function settlementFacts(desk: FormDesk, round: number, matter: string, settlement: Extract<Settlement, { by: 'collective' }>) {
  const { chair, recorder, outcome, reason, settledOn, attendees, absent } = settlement
  return {
    values: {
      ...opinionFacts(desk, round),
      discussionMatter: matter,
      discussionOn: dayText(settledOn),
      chair,
      discussionRecorder: recorder,
      absent: absent.length === 0 ? '无' : absent.map((one) => `${one.name}（${one.reason}）`).join('、'),
      discussionOutcome: SETTLEMENT_OUTCOME_LABELS[outcome]['zh-CN'],
      discussionReason: reason,
    },
    lists: { attendees: numbered(attendees.map(({ name, post, view, stance }) => ({ name, post, view, stance: SETTLEMENT_OUTCOME_LABELS[stance]['zh-CN'] }))) },
  }
}

/** The last that came in first. */
function minutes(desk: FormDesk): FormSubject[] {
  const { reader } = desk.context
  const found = presentMaterials(reader, desk.record.id).flatMap((material) =>
    documentsIn(reader, material.id).flatMap((part, index) => (part.kind === MINUTES ? [{ material, part, index }] : [])),
  )
  return found.toReversed().map(({ material, part, index }) => ({
    key: `minutes:${material.id}:${index}`,
    label: { 'zh-CN': `据送审材料“${material.name}”`, en: `As in the paper “${material.name}”` },
    facts: () => minutesFacts(desk, material, part),
  }))
}

const READ: readonly FormFact[] = ['discussionOn', 'discussionPlace', 'chair', 'discussionRecorder', 'discussionMatter', 'absent', 'discussionOutcome']

/** Read by the machine: whoever makes the form may put right what was read wrongly. */
function minutesFacts(desk: FormDesk, { sha256 }: Material, { spans, facts }: DocumentPart): Partial<FormFacts> {
  const text = textOf(desk.context.reader, sha256)
  const read = readMinutes(spans.map((span) => quoted(text, span)).join('\n'))
  const held = facts.dates.find(({ meaning }) => meaning === 'discussed')
  return {
    values: {
      discussionOn: held === undefined ? '' : chineseDate(held.day),
      discussionPlace: read.place,
      chair: read.chair,
      discussionRecorder: read.recorder,
      discussionMatter: matterOf(desk),
      absent: read.absent,
      discussionOutcome: read.outcome,
    },
    lists: { attendees: numbered(read.attendees.map((one) => ({ ...one }))) },
    proposed: READ,
  }
}

function toBeHeld(desk: FormDesk): Partial<FormFacts> {
  return { values: { discussionMatter: matterOf(desk) }, proposed: ['discussionMatter'] }
}

function matterOf({ record: { fields } }: FormDesk): string {
  return `“${fields.title}”拟作出的${fields.actionKinds.map((kind) => ACTION_KIND_LABELS[kind]['zh-CN']).join('、')}决定`
}
