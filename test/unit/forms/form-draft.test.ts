/** What is typed into a form of a case: kept by the record that it is about, and gone once the form is made. */
import { expect, it } from 'vitest'
import { askedFormIn, forgetAskedForm, leadToForm } from '../../../src/renderer/forms/asked-form.ts'
import { formDraftKey, NOTHING_TYPED, typedAbout, withoutAbout, withTyped } from '../../../src/renderer/forms/form-draft.ts'
import { forgetPerson } from '../../../src/renderer/session/forgetting.ts'
import { placeIn } from '../../../src/renderer/workspace/last-place.ts'
import { draftKeySchema } from '../../../src/shared/drafts/contract.ts'
import { FORM_IDS } from '../../../src/shared/forms/form-ids.ts'

const CASE = '019a0000-0000-7000-8000-000000000001'
const RETURN = '019a0000-0000-7000-8000-000000000002'

it('what is typed about one record is not printed about another, and goes when the form about it was made', () => {
  const typed = withTyped(withTyped(withTyped(NOTHING_TYPED, 'clock:a', 'remindedReplyBy', '2026-05-08'), 'clock:a', 'remark', '急'), 'clock:b', 'remark', '缓')
  expect([typedAbout(typed, 'clock:a'), typedAbout(typed, 'clock:b'), typedAbout(typed, 'clock:c')]).toEqual([{ remindedReplyBy: '2026-05-08', remark: '急' }, { remark: '缓' }, {}])
  const left = withoutAbout(typed, 'clock:a')
  expect(left).toEqual({ 'clock:b': { remark: '缓' } })
  expect(withoutAbout(left ?? NOTHING_TYPED, 'clock:b')).toBeNull()
})

it('every form of a case has a draft that the station takes', () => {
  const keys = FORM_IDS.map((form) => formDraftKey(CASE, form))
  expect(new Set(keys).size).toBe(FORM_IDS.length)
  expect(keys.filter((key) => !draftKeySchema.safeParse(key).success)).toEqual([])
})

it('a form that was asked for outside its case opens once, about its own record, and not for the next person', () => {
  leadToForm(CASE, { form: 'procuratorialReply', about: RETURN })
  expect([placeIn(CASE).tab, askedFormIn(CASE)]).toEqual(['forms', { form: 'procuratorialReply', about: RETURN }])
  forgetAskedForm(CASE)
  expect(askedFormIn(CASE)).toBeNull()
  leadToForm(CASE, { form: 'procuratorialReply', about: RETURN })
  forgetPerson()
  expect(askedFormIn(CASE)).toBeNull()
})
