/** The people of a station, added by hand. */
import type { Page } from 'playwright-core'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import { ROLE_LABELS } from '../../src/shared/catalogue/vocabulary-labels.ts'
import { button, choose, dialog, fillDay, fillIn, finishDialog } from './form.ts'

const CREDENTIALS = { enforcementCertificate: '行政执法证', legalQualification: '法律职业资格证' } as const

export async function addPersonByHand(
  page: Page,
  person: SampleCase['people'][number],
  password: string,
): Promise<void> {
  await button(page, '添加人员').click()
  const form = dialog(page)
  await fillIn(form, { 姓名: person.name, 登录名: person.login, 部门: person.department, 初始密码: password })
  for (const role of person.roles) await form.getByLabel(ROLE_LABELS[role]['zh-CN'], { exact: true }).check()
  for (const [index, credential] of person.credentials.entries()) {
    await button(form, '添加证件').click()
    const row = form.locator('.fs-credential-row').nth(index)
    await choose(row, '种类', CREDENTIALS[credential.kind])
    await fillIn(row, { 编号: credential.number })
    if (credential.validFrom !== null) await fillDay(row, '有效期起', credential.validFrom)
    if (credential.validUntil !== null) await fillDay(row, '有效期止', credential.validUntil)
  }
  if (person.roles.includes('reviewer') && person.reviewSince !== null)
    await fillDay(form, '从事审核起始日', person.reviewSince)
  await finishDialog(page, '保存')
  await page.getByRole('cell', { name: person.login }).waitFor()
}
