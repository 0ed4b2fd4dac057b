/** What a station can change of a form and what not, what a form lacks, and that no setting loses a required element. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formSchema, type Form } from '../../../src/shared/catalogue/forms.ts'
import { lawSchema } from '../../../src/shared/catalogue/schema.ts'
import { plainText } from '../../../src/shared/documents/preview.ts'
import { askedOf, composeForm } from '../../../src/shared/forms/compose-form.ts'
import { FORM_FACTS, FORM_FACT_NAMES, NO_FACTS, withFacts, type FormFact } from '../../../src/shared/forms/form-facts.ts'
import { FORM_IDS } from '../../../src/shared/forms/form-ids.ts'
import { AS_SHIPPED, formInForce, settingsProblems, lostElements, type FormSettings } from '../../../src/shared/forms/form-settings.ts'
import { EMPTY_INTERFERENCE, interferenceDocument } from '../../../src/shared/forms/interference-form.ts'
import { BLANK, filledWording, wordingProblems } from '../../../src/shared/forms/placeholders.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const CATALOGUE = resolve(import.meta.dirname, '../../../resources/catalogue')
const rowsOf = (file: string): unknown[] => (JSON.parse(readFileSync(join(CATALOGUE, file), 'utf8')) as { rows: unknown[] }).rows
const FORMS: readonly Form[] = rowsOf('forms.json').map((row) => formSchema.parse(row))
const formOf = (id: string): Form => FORMS.find((form) => form.id === id) as Form
const STATION = { agency: '清川县生态环境局', reviewBody: '法制审核股' }

const compose = (form: Form, values: Partial<Record<FormFact, string>>, number: string | null = null) =>
  composeForm({ form, facts: withFacts(NO_FACTS, { values }), station: STATION, number, on: isoDate('2026-05-06'), watermark: null })

describe('the shipped forms', () => {
  it('are all there, each once, and cite only registered laws within their articles', () => {
    expect(FORMS.map(({ id }) => id).toSorted()).toEqual([...FORM_IDS].toSorted())
    const laws = new Map(rowsOf('laws.json').map((row) => lawSchema.parse(row)).map((law) => [law.title['zh-CN'], law]))
    for (const { basis, elements } of FORMS) {
      for (const { law, article, item } of [...basis, ...elements.flatMap((element) => element.basis)]) {
        expect(laws.has(law)).toBe(true)
        expect(article ?? 1).toBeLessThanOrEqual(laws.get(law)?.highestArticle ?? 1)
        expect(item ?? 1).toBeLessThanOrEqual(laws.get(law)?.highestItem ?? (item === undefined ? 1 : 0))
      }
    }
  })

  it('say that an element is verified only where they say in which provision it stands', () => {
    for (const { elements } of FORMS) for (const { verified, basis } of elements) expect(verified && basis.length === 0).toBe(false)
  })
})

describe('wording', () => {
  it('fills what is known and leaves a line for what is not', () => {
    const facts = withFacts(NO_FACTS, { values: { caseTitle: '甲案' } })
    expect(filledWording('“{案件名称}”由{审核人}审核', facts)).toBe(`“甲案”由${BLANK}审核`)
  })

  it.each([
    ['{案件名称}已收到', [], []],
    ['{案名}已收到', [], ['unknown']],
    ['{案件名称已收到', [], ['brace']],
    ['已收到', ['caseTitle'], ['missing']],
    ['  ', ['caseTitle'], ['empty']],
  ] as const)('%s', (text, needs, kinds) => {
    expect(wordingProblems(text, needs).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('names the placeholder that was dropped', () => {
    expect(wordingProblems('请补正', ['supplementDue'])).toEqual([{ kind: 'missing', name: '补正期限' }])
  })
})

describe('settings of a station', () => {
  const notice = formOf('supplementNotice')

  it('change title, words, optional pages and rows', () => {
    const settings: FormSettings = {
      title: '补正告知书',
      number: null,
      wording: [{ id: 'due', text: '限{补正期限}前补齐。{期限影响}' }],
      leftOut: [],
      pages: ['receipt'],
      ownRows: ['经办科室'],
    }
    expect(settingsProblems(notice, settings)).toEqual([])
    const { document } = compose(formInForce(notice, settings), { supplementDue: '2026年5月15日', clockEffect: '不计入。', caseTitle: '甲案' }, '一号')
    const text = plainText(document)
    for (const words of ['补正告知书', '限2026年5月15日前补齐。不计入。', '（回执）', '经办科室', '“甲案”的送审材料补正通知书已收到']) expect(text).toContain(words)
    expect(document.number).toBeNull()
  })

  it('are refused where they drop a placeholder, a required element, or name what is not there', () => {
    const refused = (change: Partial<FormSettings>, form = notice) => settingsProblems(form, { ...AS_SHIPPED, ...change })
    expect(refused({ wording: [{ id: 'due', text: '尽快补正。' }] })).toEqual([
      { kind: 'missing', name: '补正期限', wording: 'due' },
      { kind: 'missing', name: '期限影响', wording: 'due' },
    ])
    expect(refused({ leftOut: ['triggers'] }, formOf('submissionForm'))).toEqual([{ kind: 'required', name: '送审情形' }])
    expect(refused({ pages: ['nowhere'] })).toEqual([{ kind: 'noSuchPart', name: 'nowhere' }])
    expect(refused({ number: { form: '补{serial}号', width: 1, restart: 'yearly' } })).toEqual([{ kind: 'number', name: 'number-no-year' }])
  })

  it('never lose a required element, whatever is kept in them', () => {
    const word = fc.constantFrom('甲', '{案件名称}', '{补正期限}', '{期限影响}', '{补正理由}', '{不存在}', '{', '\n')
    const settings = fc.record({
      title: fc.constantFrom(null, '另一标题'),
      number: fc.constantFrom('shipped' as const, null),
      wording: fc.array(fc.record({ id: fc.constantFrom(...FORMS.flatMap((form) => form.wording.map(({ id }) => id))), text: fc.array(word).map((parts) => parts.join('')) })),
      leftOut: fc.array(fc.constantFrom(...FORMS.flatMap((form) => form.elements.map(({ id }) => id)))),
      pages: fc.constantFrom(null, [], ['receipt'], ['stub']),
      ownRows: fc.array(fc.constant('自设'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), settings, (form, kept) => {
        const inForce = formInForce(form, kept as FormSettings)
        expect(lostElements(form, inForce)).toEqual([])
        const text = plainText(compose(inForce, Object.fromEntries(FORM_FACTS.map((fact) => [fact, `〔${fact}〕`]))).document)
        for (const { required, by, label, fact } of form.elements) {
          if (required) expect(text).toContain(by === 'wording' ? (fact === null ? '' : `〔${fact}〕`) : label)
        }
      }),
    )
  })
})

describe('what a form lacks', () => {
  it('is every required fact that the records do not have; a line is printed for each', () => {
    const form = formOf('coordinationRecord')
    const { lacks, document } = compose(form, { caseTitle: '甲案', talkOn: '2026年5月6日', talkReason: '分歧', handlingView: '甲' })
    expect(lacks.map(({ id }) => id)).toEqual(['ordinal', 'name', 'side', 'reviewView', 'talkOutcome', 'talkRecorder'])
    expect(plainText(document)).toContain(`记录人\t${BLANK}`)
    expect(askedOf(form, NO_FACTS).map(({ fact }) => fact)).toEqual(['talkRecorder'])
  })

  it('is a cell of a required column that is empty, too', () => {
    const form = formOf('adoptionFeedback')
    const facts = withFacts(NO_FACTS, { lists: { problems: [{ ordinal: '1', finding: '无送达回证', advice: '', answer: '', reason: '' }] } })
    const { lacks } = composeForm({ form, facts, station: STATION, number: null, on: null, watermark: null })
    expect(lacks.map(({ id }) => id)).toEqual(expect.arrayContaining(['answer', 'reason']))
    expect(lacks.map(({ id }) => id)).not.toContain('finding')
  })

  it('is never what is written by hand: that is told apart', () => {
    for (const form of FORMS) {
      const { lacks, byHand } = compose(form, {})
      expect(lacks.filter(({ by }) => by === 'hand')).toEqual([])
      expect(byHand.map(({ label }) => label)).toEqual(form.elements.filter(({ by }) => by === 'hand').map(({ label }) => label))
    }
  })
})

describe('pages', () => {
  it('of the letter of transfer: the police sign for it on a slip of its own, after the seal of the agency', () => {
    const text = plainText(compose(formInForce(formOf('transferLetter'), AS_SHIPPED), { caseTitle: '甲案', policeOrgan: '清川县公安局' }, '清环移〔2026〕1号').document)
    expect(text.indexOf('2026年5月6日')).toBeLessThan(text.indexOf('（回执）'))
    expect(text).toContain('清川县公安局（盖章）')
    expect(text).not.toContain('（存根）')
  })

  it('of cover, index and back note carry no number', () => {
    for (const id of ['fileCover', 'fileIndex', 'fileBackNote']) expect(compose(formOf(id), {}).document.pageNumbers).toBe(false)
    expect(compose(formOf('submissionForm'), {}).document.pageNumbers).toBeUndefined()
  })
})

it('a record of interference is printed from its own data, empty where nothing is known', () => {
  const form = formOf('interferenceRecord')
  const empty = plainText(interferenceDocument(form, STATION, EMPTY_INTERFERENCE))
  const filled = plainText(interferenceDocument(form, STATION, { ...EMPTY_INTERFERENCE, who: '某甲', content: '要求从轻' }))
  for (const text of [empty, filled]) for (const label of ['干预时间', '干预人', '处理情况', '单独密封保管']) expect(text).toContain(label)
  expect(empty).not.toContain('某甲')
  expect(filled).toContain('干预内容\t要求从轻')
})

it('every fact has a name of its own', () => {
  expect(new Set(Object.values(FORM_FACT_NAMES)).size).toBe(FORM_FACTS.length)
})
