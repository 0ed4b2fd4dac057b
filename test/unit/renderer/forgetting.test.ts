/** What one person looked at in a window is gone for the next. */
import { expect, it } from 'vitest'
import { listView } from '../../../src/renderer/cases/list-view.ts'
import { ledgerView } from '../../../src/renderer/ledger/ledger-view.ts'
import { documentPasswords } from '../../../src/renderer/materials/viewer/document-passwords.ts'
import { openCases } from '../../../src/renderer/open-cases/open-cases.ts'
import { forgetPerson } from '../../../src/renderer/session/forgetting.ts'

it('filters, open cases and passwords of papers go with the person', () => {
  listView.search('某洗涤厂')
  ledgerView.change({ text: '某洗涤厂' })
  openCases.add('019a0000-0000-7000-8000-000000000001')
  documentPasswords.keep('卷宗密码')
  const kept = () => [listView.current().filter.text, ledgerView.current().filter.text, openCases.current().length, documentPasswords.all().length]
  expect(kept()).toEqual(['某洗涤厂', '某洗涤厂', 1, 1])
  forgetPerson()
  expect(kept()).toEqual(['', '', 0, 0])
})
