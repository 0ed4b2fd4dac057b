/** Rows of a list that are typed in a line each, and the letter of a clue, composed without a station. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formSchema, type Form } from '../../../src/shared/catalogue/forms.ts'
import { plainText } from '../../../src/shared/documents/preview.ts'
import { clueLetterOf } from '../../../src/shared/forms/clue-form.ts'
import { askedOf, columnsOf, composeForm } from '../../../src/shared/forms/compose-form.ts'
import { inOneColumn, NO_FACTS, rowsFromLines, withFacts } from '../../../src/shared/forms/form-facts.ts'
import type { Clue } from '../../../src/shared/transfer/clue.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const FILE = resolve(import.meta.dirname, '../../../resources/catalogue/forms.json')
const FORMS: readonly Form[] = (JSON.parse(readFileSync(FILE, 'utf8')) as { rows: unknown[] }).rows.map((row) => formSchema.parse(row))
const formOf = (id: string): Form => FORMS.find((form) => form.id === id) as Form
const STATION = { agency: '清川县生态环境局', reviewBody: '法制审核股' }

describe('lines that are typed in', () => {
  it('become rows: commas of both widths and tabs part the columns, what is over belongs to the last, empty lines to none', () => {
    expect(rowsFromLines('goods', '铬渣，桶装,2桶\t密封，编号1，编号2\n\n 水泵 ')).toEqual([
      { ordinal: '1', name: '铬渣', specification: '桶装', quantity: '2桶', state: '密封', note: '编号1，编号2' },
      { ordinal: '2', name: '水泵', specification: '', quantity: '', state: '', note: '' },
    ])
    expect(rowsFromLines('goods', ' \n')).toEqual([])
  })

  it('are not parted within a figure, and words that were written for no columns stand whole in the first', () => {
    expect(rowsFromLines('goods', '铬渣,桶装,1,000千克\n阀门，DN50，100个')).toMatchObject([
      { name: '铬渣', specification: '桶装', quantity: '1,000千克', state: '' },
      { name: '阀门', specification: 'DN50', quantity: '100个' },
    ])
    const said = inOneColumn('废酸3桶，编号1-3，封存完好\n铬渣1,200,000千克,袋装')
    expect(rowsFromLines('goods', said)).toEqual([
      { ordinal: '1', name: '废酸3桶、编号1-3、封存完好', specification: '', quantity: '', state: '', note: '' },
      { ordinal: '2', name: '铬渣1,200,000千克、袋装', specification: '', quantity: '', state: '', note: '' },
    ])
  })

  it('are asked for with the columns of the table, and not where the records have the list', () => {
    const form = formOf('goodsHandover')
    expect(columnsOf(form, 'goodsTyped')).toEqual(['物品名称', '规格型号', '数量', '特征和状况', '备注'])
    expect(askedOf(form, NO_FACTS).map(({ fact }) => fact)).toContain('goodsTyped')
    const known = withFacts(NO_FACTS, { lists: { goods: [{ ordinal: '1', name: '水泵' }] } })
    expect(askedOf(form, known).map(({ fact }) => fact)).not.toContain('goodsTyped')
    const typed = composeForm({ form, facts: withFacts(known, { values: { goodsTyped: '铬渣' } }), station: STATION, number: null, on: null, watermark: null })
    expect(plainText(typed.document)).toContain('水泵')
    expect(plainText(typed.document)).not.toContain('铬渣')
  })
})

describe('the letter of a clue', () => {
  const CLUE: Clue = {
    caseId: null, ground: 'dutyOffence', names: [], about: '某单位工作人员', facts: '收受当事人财物', evidence: '', sentTo: 'supervisoryCommission', organ: '清川县监察委员会', number: '', sentOn: null,
  }
  const letter = (change: Partial<Clue> = {}) => clueLetterOf(formOf('clueLetter'), STATION, { fields: { ...CLUE, ...change }, caseTitle: null }, isoDate('2026-05-06'))

  it('carries the number and the day under which it was sent', () => {
    expect([letter().document.number, letter().document.signOff?.date]).toEqual([null, '2026-05-06'])
    const sent = letter({ number: '清环线〔2026〕3号', sentOn: isoDate('2026-04-30') }).document
    expect([sent.number, sent.signOff?.date]).toEqual(['清环线〔2026〕3号', '2026-04-30'])
  })

  it('lacks nothing of a clue as it can be recorded', () => {
    expect(letter().lacks).toEqual([])
  })
})

describe('what only practice says', () => {
  const PRACTICE = [
    ['goodsHandover', 'rule', 'copies', '一式两份'],
    ['hearingReport', 'rule', 'submission', '一并报送'],
  ] as const
  it.each(PRACTICE)('in %s stands apart from the sentence of the law, and is marked as not verified', (id, law, practice, said) => {
    const { elements, wording } = formOf(id)
    const holding = wording.filter(({ text }) => text.includes(said)).map((one) => one.id)
    expect(holding).toEqual([practice])
    expect([law, practice].map((element) => elements.find((one) => one.id === element)?.verified)).toEqual([true, false])
    const printed = composeForm({ form: formOf(id), facts: NO_FACTS, station: STATION, number: null, on: null, watermark: null })
    // one remark on paper, of two wordings
    const remark = printed.document.blocks.flatMap((block) => (block.kind === 'note' ? [plainText({ ...printed.document, blocks: [block] })] : []))
    expect(remark.filter((words) => words.includes('条）。') && words.includes(said))).toHaveLength(1)
  })
})
