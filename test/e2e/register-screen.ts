/** Registering a case by hand, with everything that the form asks. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import {
  ACTION_KIND_LABELS,
  CASE_FLAG_LABELS,
  CITATION_ROLE_LABELS,
  EFFECT_KIND_LABELS,
} from '../../src/shared/catalogue/vocabulary-labels.ts'
import { CASE_FLAGS } from '../../src/shared/catalogue/vocabulary.ts'
import { button, choose, field, fillDay, fillIn } from './form.ts'

type Fields = SampleCase['case']

async function fillBasics(page: Page, fields: Fields): Promise<void> {
  await fillIn(page, {
    案由: fields.cause,
    承办机构: fields.submittingUnit,
    '立案号': fields.fileNumber,
    '违法事实（送审稿认定）': fields.facts,
    姓名或者名称: fields.party.name,
    '法定代表人（负责人）': fields.party.legalRepresentative,
    号码: fields.party.code,
    '住所（住址）': fields.party.address,
  })
  await page.getByText('校验通过').waitFor()
  await button(page, '按当事人和案由拟定').click()
  const days = {
    送审日期: fields.receivedOn,
    立案日期: fields.filedOn,
    行为开始日期: fields.actFrom,
    行为终了日期: fields.actTo,
  }
  for (const [label, day] of Object.entries(days)) if (day !== null) await fillDay(page, label, day)
}

async function fillRows(page: Page, fields: Fields): Promise<void> {
  for (const [index, effect] of fields.effects.entries()) {
    await button(page, '添加处理内容').click()
    const row = page.getByRole('group', { name: `拟处理内容 第 ${index + 1} 项` })
    if (effect.kind !== 'fine') await choose(row, '种类', EFFECT_KIND_LABELS[effect.kind]['zh-CN'])
    await fillIn(row, { '金额（元）': effect.amount === null ? '' : String(effect.amount), 说明: effect.detail })
  }
  for (const [index, citation] of fields.citations.entries()) {
    await button(page, '添加条款').click()
    const row = page.getByRole('group', { name: `引用条款 第 ${index + 1} 项` })
    await fillIn(row, {
      法律法规规章名称: citation.law,
      条: citation.article,
      款: citation.paragraph,
      项: citation.item,
    })
    await choose(row, '用途', CITATION_ROLE_LABELS[citation.role]['zh-CN'])
  }
  for (const [index, handler] of fields.handlers.entries()) {
    if (index > 0) await button(page, '添加承办人').click()
    const row = page.getByRole('group', { name: `承办人 第 ${index + 1} 项` })
    await fillIn(row, { 姓名: handler.name })
    await fillIn(row, { 执法证号: handler.certificateNumber })
  }
}

async function tickCircumstances(page: Page, sample: SampleCase): Promise<void> {
  for (const flag of CASE_FLAGS)
    if (sample.case.flags[flag]) await page.getByLabel(CASE_FLAG_LABELS[flag]['zh-CN'], { exact: true }).check()
  for (const group of await page.locator('.ant-collapse-header').all()) await group.click()
  const file = join(import.meta.dirname, '../../resources/catalogue/conditions.json')
  const { rows } = JSON.parse(await readFile(file, 'utf8')) as { rows: { id: string; name: { 'zh-CN': string } }[] }
  const known: Readonly<Record<string, boolean | undefined>> = sample.case.conditions
  for (const { id, name } of rows) {
    const value = known[id]
    if (value === undefined) continue
    await page
      .getByRole('radiogroup', { name: name['zh-CN'], exact: true })
      .getByLabel(value ? '有' : '无', { exact: true })
      .check()
  }
}

/** Fills the whole form as the sample has it; nothing is handed in. */
export async function fillCaseByHand(page: Page, sample: SampleCase): Promise<void> {
  await field(page, '案由').waitFor()
  if (sample.case.actionKinds.some((kind) => kind !== 'penalty'))
    throw new Error(`only ${ACTION_KIND_LABELS.penalty['zh-CN']} is preset`)
  await fillBasics(page, sample.case)
  await fillRows(page, sample.case)
  await tickCircumstances(page, sample)
}

/** Chooses files in the box for papers and waits until each is listed. */
export async function addPapers(page: Page, folder: string, names: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(names.map((name) => join(folder, name)))
  await page
    .locator('.fs-papers > li')
    .nth(names.length - 1)
    .waitFor()
}
