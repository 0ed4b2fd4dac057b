/** The time for asking for a hearing as the papers say it, provisions that come from the form, and which facts wording can name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formSchema, type Form } from '../../../src/shared/catalogue/forms.ts'
import type { PeriodRow } from '../../../src/shared/catalogue/periods.ts'
import { plainText } from '../../../src/shared/documents/preview.ts'
import { clueLetterOf } from '../../../src/shared/forms/clue-form.ts'
import { FORM_FACTS } from '../../../src/shared/forms/form-facts.ts'
import { hearingRequestFacts } from '../../../src/shared/forms/hearing-request.ts'
import type { Clue } from '../../../src/shared/transfer/clue.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const CATALOGUE = readFileSync(join(ROOT, 'resources/catalogue/forms.json'), 'utf8')
const formOf = (form: string): Form => (JSON.parse(CATALOGUE) as { rows: { id: string }[] }).rows.filter(({ id }) => id === form).map((row) => formSchema.parse(row))[0] as Form
const NOTICE = formOf('hearingRightNotice')

describe('the time for asking for a hearing', () => {
  const NATIONAL: Pick<PeriodRow, 'length' | 'unit' | 'basis' | 'verified'> = {
    length: 5, unit: 'workingDay', basis: [{ law: '行政处罚法', article: 64, paragraph: 1, item: 1 }, { law: '行政处罚法', article: 85 }], verified: true,
  }
  const OWN = { ...NATIONAL, length: 12, unit: 'calendarDay', basis: [{ law: '某省行政处罚听证办法', article: 8 }] } as const

  it('is that of the row, on the provisions that the notice rests on and those of the row', () => {
    expect(hearingRequestFacts(NOTICE, NATIONAL)).toEqual({ hearingRequestBy: '五个工作日', hearingBasis: '《中华人民共和国行政处罚法》第六十三条、第六十四条' })
    expect(hearingRequestFacts(NOTICE, { ...OWN, basis: [...OWN.basis] })).toEqual({
      hearingRequestBy: '12日',
      hearingBasis: '《中华人民共和国行政处罚法》第六十三条、第六十四条、《某省行政处罚听证办法》第八条',
    })
  })

  it('says beside itself and its provision that nobody read it in the text of the law', () => {
    expect(hearingRequestFacts(NOTICE, { ...OWN, basis: [...OWN.basis], verified: false })).toEqual({
      hearingRequestBy: '12日（未核实）',
      hearingBasis: '《中华人民共和国行政处罚法》第六十三条、第六十四条、《某省行政处罚听证办法》第八条（未核实）',
    })
    expect(hearingRequestFacts(NOTICE, { ...NATIONAL, verified: false }).hearingRequestBy).toBe('五个工作日（未核实）')
  })

  it('rests on other articles once the form does', () => {
    const elements = NOTICE.elements.map((one) => (one.fact === 'hearingBasis' ? { ...one, basis: [{ law: '行政处罚法', article: 70 }] } : one))
    expect(hearingRequestFacts({ elements }, NATIONAL).hearingBasis).toBe('《中华人民共和国行政处罚法》第七十条、第六十四条')
  })
})

it('the letter of a clue cites what its form rests on', () => {
  const clue: Clue = {
    caseId: null, ground: 'dutyOffence', names: [], about: '某单位工作人员', facts: '收受当事人财物', evidence: '', sentTo: 'supervisoryCommission', organ: '清川县监察委员会', number: '', sentOn: null,
  }
  const printed = (form: Form): string =>
    plainText(clueLetterOf(form, { agency: '清川县生态环境局', reviewBody: '法制审核股' }, { fields: clue, caseTitle: null }, isoDate('2026-05-06')).document)
  const form = formOf('clueLetter')
  expect(printed(form)).toContain('《行政执法机关移送涉嫌犯罪案件的规定》第十九条和《中华人民共和国监察法》第三十七条第一款的规定')
  const elements = form.elements.map((one) => (one.fact === 'clueBasis' ? { ...one, basis: one.basis.map((cited) => (cited.law === '监察法' ? { law: '监察法', article: 40 } : cited)) } : one))
  expect(printed({ ...form, elements })).toContain('第十九条和《中华人民共和国监察法》第四十条的规定')
})

it('every fact that a station’s wording can name is given somewhere, or asked for: none prints a blank for ever', () => {
  const folders = ['src/main/forms', 'src/shared/forms', 'src/main/accountability', 'src/shared/accountability'].map((folder) => join(ROOT, folder))
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file))).filter((file) => file.endsWith('.ts') && !file.endsWith('form-facts.ts'))
  const sources = [CATALOGUE, ...files.map((file) => readFileSync(file, 'utf8'))].join('\n')
  expect(FORM_FACTS.filter((fact) => !new RegExp(String.raw`\b${fact}\b`, 'u').test(sources))).toEqual([])
})
