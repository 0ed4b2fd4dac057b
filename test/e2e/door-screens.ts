/** Setting up, opening, signing in and out. */
import { type Page } from 'playwright-core'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import { button, choose, field, fillIn } from './form.ts'

const LEVELS = { province: '省级', city: '市级', county: '县级', township: '乡镇、街道', other: '其他' } as const

export interface SetUp {
  readonly station: SampleCase['station']
  readonly administrator: SampleCase['administrator']
  readonly password: string
}

/** Goes through all steps with a passphrase that the program suggests; returns that passphrase. */
export async function setUpByHand(page: Page, { station, administrator, password }: SetUp): Promise<string> {
  await page.getByRole('heading', { name: '设立工作站' }).waitFor()
  // what is missing is gone to, also where it is out of sight
  await button(page, '下一步').click()
  await field(page, '机关全称').and(page.locator(':focus')).waitFor()
  await fillIn(page, {
    机关全称: station.agency,
    审核机构: station.reviewBody,
    行政区划: station.region,
    发文机关代字: station.numberPrefix,
  })
  await choose(page, '层级', LEVELS[station.level])
  await choose(page, '执法领域', '生态环境')
  await button(page, '下一步').click()
  await fillIn(page, { 姓名: administrator.name, 登录名: administrator.login, 密码: password, 再输入一次: password })
  await button(page, '下一步').click()
  await button(page, '替我拟一个').click()
  const passphrase = await page.locator('output').innerText()
  await page.getByLabel('我已把启用口令抄写并另行保管').check()
  await button(page, '下一步').click()
  await page.locator('dl').getByText(administrator.login).waitFor()
  await button(page, '设立工作站').click()
  await page.getByRole('heading', { name: `${administrator.name}，您好` }).waitFor()
  return passphrase
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('启用口令').fill(passphrase)
  await button(page, '打开').click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
}

export async function typeSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('您是').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await button(page, '登录').click()
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await typeSignIn(page, login, password)
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '个人菜单' }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
}

/** A place of the main navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: /主导航|Main navigation/ })
    .getByRole('link', { name: place, exact: true })
    .click()
}
