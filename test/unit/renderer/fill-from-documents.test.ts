import { describe, expect, test } from 'vitest'
import { emptyCase, type CaseDraft } from '../../../src/renderer/cases/case-draft.ts'
import {
  changedPaths,
  fieldState,
  fillForm,
  formProposal,
  NO_FILLING,
  takeStated,
  touching,
  withoutFilling,
} from '../../../src/renderer/cases/form/fill-from-documents.ts'
import type { CaseProposal } from '../../../src/shared/intake/case-proposal.ts'
import { isoDate, personIdSchema, yuan } from '../../../src/shared/values/values.ts'

const source = { fileId: 'a', fileName: '立案审批表.docx', kind: 'filing-form', passage: { page: 1, start: 3, end: 9 }, quote: '无证排污' }
const stated = <Value>(value: Value, ...others: Value[]) => ({ value, source, alternatives: others.map((one) => ({ value: one, source })) })
const ID = personIdSchema.parse('01890a5d-ac96-774b-bcce-b302099a8057')
const people = [{ id: ID, name: '陶志远', active: true, credentials: [{ kind: 'enforcementCertificate' as const, number: '439901', validFrom: null, validUntil: null }] }]

const documents: CaseProposal = {
  cause: stated('未取得排污许可证排放水污染物', '无证排污'),
  'party.name': stated('恒盛电镀有限公司'),
  'party.codeKind': stated('uscc' as const),
  filedOn: stated(isoDate('2026-03-05')),
  effects: stated([{ kind: 'fine' as const, amount: yuan(320_000), detail: '罚款人民币320000元' }]),
  handlers: stated([{ personId: null, name: '陶志远', certificateNumber: '' }]),
  'conditions.hearingHeld': stated(true),
}
const proposal = formProposal(documents, people)
const start = emptyCase('2026-05-14')

function changed(form: CaseDraft, part: Partial<CaseDraft>) {
  return { form: { ...form, ...part }, filling: touching(NO_FILLING, changedPaths(form, part)) }
}

describe('a form under what the documents state', () => {
  test('is filled, with people of the station known by their names and amounts as they are typed', () => {
    const { form, filling, count } = fillForm(start, NO_FILLING, proposal, 'guesses')
    expect(form).toMatchObject({ cause: '未取得排污许可证排放水污染物', filedOn: '2026-03-05', conditions: { hearingHeld: true } })
    expect(form.party).toMatchObject({ name: '恒盛电镀有限公司', kind: 'entity' })
    expect(form.effects).toEqual([{ kind: 'fine', amount: '320000', detail: '罚款人民币320000元' }])
    expect(form.handlers).toEqual([{ personId: ID, name: '陶志远', certificateNumber: '439901' }])
    expect(count).toBe(7)
    expect(fieldState(form, filling, proposal, 'cause')).toMatchObject({ kind: 'filled', source, others: [{ value: '无证排污' }] })
    expect(fillForm(form, filling, proposal, 'guesses').count).toBe(0)
  })

  test('keeps what a person typed or emptied, and says what the documents have', () => {
    const typed = changed(start, { cause: '我写的案由' })
    const { form, filling } = fillForm(typed.form, typed.filling, proposal, 'guesses')
    expect(form.cause).toBe('我写的案由')
    expect(fieldState(form, filling, proposal, 'cause')).toMatchObject({ kind: 'differs' })
    const emptied = touching(filling, changedPaths(form, { party: { ...form.party, name: '' } }))
    const again = fillForm({ ...form, party: { ...form.party, name: '' } }, emptied, proposal, 'guesses')
    expect(again.form.party.name).toBe('')
    expect(fieldState(again.form, again.filling, proposal, 'party.name')).toMatchObject({ kind: 'offered' })
  })

  test('keeps an alternative that the person took when more papers are read', () => {
    const filled = fillForm(start, NO_FILLING, proposal, 'guesses')
    const other = proposal.cause?.[1]
    if (other === undefined) throw new Error('there is an alternative')
    const taken = takeStated(filled.form, filled.filling, 'cause', other)
    expect(fillForm(taken.form, taken.filling, proposal, 'guesses').form.cause).toBe('无证排污')
    expect(fieldState(taken.form, taken.filling, proposal, 'cause')?.kind).toBe('filled')
  })

  test('can be taken back; what the person changed stays', () => {
    const filled = fillForm(start, NO_FILLING, proposal, 'guesses')
    const part = { cause: '改过的案由' }
    const after = withoutFilling({ ...filled.form, ...part }, touching(filled.filling, changedPaths(filled.form, part)), start)
    expect(after.form).toMatchObject({ cause: '改过的案由', filedOn: null, effects: [] })
    expect(after.filling.on).toBe(false)
  })

  test('of a registered case changes only what is blank', () => {
    const registered: CaseDraft = { ...start, cause: '已登记的案由', handlers: [{ personId: null, name: '沈佳宁', certificateNumber: '1' }] }
    const { form } = fillForm(registered, NO_FILLING, proposal, 'registered')
    expect(form.cause).toBe('已登记的案由')
    expect(form.handlers[0]?.name).toBe('沈佳宁')
    expect(form.filedOn).toBe('2026-03-05')
  })
})
