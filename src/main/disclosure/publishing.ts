/** Publications and what stays unpublished: registered, and where they settle it, the act of the case (办结公示). */
import { v7 as uuidv7 } from 'uuid'
import { rulesOfKind } from '../../shared/catalogue/disclosure-rules.ts'
import type { disclosureContract } from '../../shared/disclosure/contract.ts'
import { exceptionsFor } from '../../shared/disclosure/duties.ts'
import { isSettled, settledOn } from '../../shared/disclosure/standing.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { requirePermission, type Permission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireDay } from '../followup/given-days.ts'
import { caseDisclosure, type CaseDisclosure, type RegisteredDecision } from './case-disclosure.ts'
import { insertPublication, insertWithholding, settleWithholding, type NewPublication } from './disclosure-record.ts'
import { requireHandling } from './handling.ts'
import { requireMasking, stateOf } from './masking-record.ts'
import { asProofs, insertProofs, prepareProofs } from './proofs.ts'

type Publishing = Pick<typeof disclosureContract, 'disclosure.recordPublication' | 'disclosure.submitWithholding' | 'disclosure.settleWithholding'>

/** Throws `not-decided`. */
export function requireDecided({ decision }: CaseDisclosure): RegisteredDecision {
  if (decision === null) throw new FashenError('not-decided', {})
  return decision
}

/** By whom the state machine names where the case waits for it; in later states, and after a decision out of order, likewise. */
function permissionFor(context: CallContext, record: CaseRecord): Permission | null {
  if (record.state === 'decided') return requirePermission(context.reader, context.person, record, 'disclose', ['disclosureRecorded'])
  requireHandling(context, record)
  return null
}

/** What is to be published is there to be published. */
function requireText(context: CallContext, record: CaseRecord, what: 'masked' | 'summary', maskingId: string | null): void {
  if ((what === 'masked') !== (maskingId !== null)) throw new FashenError('not-ready', { action: 'disclose', missing: ['maskingApproved'] })
  if (maskingId === null) return
  const masking = requireMasking(context.reader, maskingId)
  if (masking.caseId !== record.id) throw new FashenError('not-found', { subject: 'masking', id: maskingId })
  if (stateOf(masking) !== 'approved') throw new FashenError('not-ready', { action: 'disclose', missing: ['maskingApproved'] })
}

function requirePlace({ catalogue }: CallContext, place: string, placeName: string): void {
  if (place === 'other') {
    if (placeName === '') throw new FashenError('invalid-input', { method: 'disclosure.recordPublication', field: 'placeName', problem: 'place-name-needed' })
    return
  }
  if (!rulesOfKind(catalogue.disclosureRules, 'place').some(({ id }) => id === place)) throw new FashenError('not-found', { subject: 'catalogueRow', id: place })
}

/** A decision that was changed is not published as it was; a publication before that may still be registered, until it is down. */
function requireStanding({ changes, registered }: CaseDisclosure, publishedOn: string | null): void {
  if (registered.withheldOn !== null) throw new FashenError('withholding-exists', {})
  const [first] = changes
  if (first === undefined) return
  const late = publishedOn !== null && publishedOn <= first.changedOn && changes.every(({ withdrawal }) => withdrawal === null)
  if (!late) throw new FashenError('decision-changed', { on: first.changedOn })
}

function changed(context: CallContext, { id }: CaseRecord): void {
  context.emit({ kind: 'changed', subject: 'case', id })
}

export const publishingHandlers: Handlers<Publishing> = {
  'disclosure.recordPublication': async (context, { caseId, proofs: staged, ...input }) => {
    const record = requireCase(context.reader, caseId)
    const standing = caseDisclosure(context, record)
    const { decidedOn } = requireDecided(standing)
    const permission = permissionFor(context, record)
    requireDay(context, { method: 'disclosure.recordPublication', field: 'publishedOn', day: input.publishedOn, from: decidedOn, early: 'before-the-decision' })
    requireStanding(standing, input.publishedOn)
    requirePlace(context, input.place, input.placeName)
    requireText(context, record, input.what, input.maskingId)
    const files = await prepareProofs(context, record, staged)
    const one: NewPublication = { ...input, placeName: input.place === 'other' ? input.placeName : '', id: uuidv7(), proofs: asProofs(files) }
    const after = { ...standing.registered, publications: [...standing.registered.publications, one] }
    const settles = permission !== null && isSettled(after)
    const { proofs, ...told } = one
    const content = { ...told, proofs, ...(settles ? { disclosedOn: settledOn(after) } : {}) }
    context.act({ act: settles ? permission.audit : 'disclosure.recordPublication', subject: `case/${caseId}`, content }, (writer) => {
      // while the proof was read, the case may have gone on
      const now = requireCase(writer, caseId)
      if (now.state !== record.state) throw new FashenError('transition-refused', { action: 'disclose', state: now.state })
      const at = context.instant()
      insertProofs(writer, files, at)
      insertPublication(writer, one, { caseId, by: context.person.id, at })
      changeCase(writer, now, settles ? { state: permission.next } : {}, at)
    })
    changed(context, record)
    return { settled: settles }
  },

  'disclosure.submitWithholding': (context, { caseId, ruleId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const standing = caseDisclosure(context, record)
    const decision = requireDecided(standing)
    permissionFor(context, record)
    if (standing.publications.length > 0) throw new FashenError('already-published', {})
    if (standing.withholdings.some(({ settled }) => settled?.outcome !== 'returned')) throw new FashenError('withholding-exists', {})
    const rule = exceptionsFor(context.catalogue.disclosureRules, decision, standing.changes.length > 0).find(({ id }) => id === ruleId)
    if (rule === undefined) throw new FashenError('not-found', { subject: 'catalogueRow', id: ruleId })
    const content = { ruleId, basis: rule.basis, reason }
    const at = context.instant()
    context.act({ act: 'disclosure.submitWithholding', subject: `case/${caseId}`, content }, (writer) => insertWithholding(writer, rule, reason, { caseId, by: context.person.id, at }))
    changed(context, record)
    return null
  },

  'disclosure.settleWithholding': (context, { caseId, id, outcome, remark }) => {
    const record = requireCase(context.reader, caseId)
    const permission = permissionFor(context, record)
    const { withholdings, publications } = caseDisclosure(context, record)
    const found = withholdings.find((one) => one.id === id)
    if (found === undefined || found.settled !== null) throw new FashenError('not-found', { subject: 'withholding', id })
    if (found.proposedBy === context.person.id) throw new FashenError('four-eyes', {})
    // what was published while the proposal waited is not withheld any more
    if (outcome === 'approved' && publications.length > 0) throw new FashenError('already-published', {})
    const on = context.today()
    const settles = outcome === 'approved' && permission !== null
    const content = { withholdingId: id, ruleId: found.ruleId, basis: found.rule.basis, reason: found.reason, outcome, remark, ...(settles ? { disclosedOn: on } : {}) }
    context.act({ act: settles ? permission.audit : 'disclosure.settleWithholding', subject: `case/${caseId}`, content }, (writer) => {
      const at = context.instant()
      settleWithholding(writer, { id, outcome, remark, on }, { by: context.person.id, at })
      changeCase(writer, record, settles ? { state: permission.next } : {}, at)
    })
    changed(context, record)
    return null
  },
}
