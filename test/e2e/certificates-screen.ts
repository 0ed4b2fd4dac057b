/** One's own signing certificate from the station's root, and signing with it. */
import type { Page } from 'playwright-core'
import { act } from './case-screen.ts'
import { goTo } from './door-screens.ts'
import { button, dialog, fillIn, finishDialog } from './form.ts'

export async function getCertificate(page: Page, signingPassword: string): Promise<void> {
  await goTo(page, '我的证书')
  await button(page, '由本站签发').click()
  await fillIn(dialog(page), { 签名密码: signingPassword, 再输入一次签名密码: signingPassword })
  await finishDialog(page, '由本站签发')
  await page.getByText('有效', { exact: true }).waitFor()
}

export async function sign(page: Page, name: '审核人签署' | '负责人签发', signingPassword: string): Promise<void> {
  await act(page, name).click()
  await fillIn(dialog(page), { 签名密码: signingPassword })
  await finishDialog(page, '签署')
}
