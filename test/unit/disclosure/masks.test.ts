/** Masking: what is proposed in a decision, and that nothing which was masked is left in the text that is published. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MaskSubject } from '../../../src/shared/catalogue/disclosure-rules.ts'
import { decidedByRule, markOf, proposeMasks } from '../../../src/shared/disclosure/mask-proposals.ts'
import { maskedDocument, maskedWords } from '../../../src/shared/disclosure/masked-document.ts'
import { bare, marksProblem, maskedText, placesOf, survivors, type MaskMark } from '../../../src/shared/disclosure/masks.ts'
import { plainText } from '../../../src/shared/documents/preview.ts'
import { shipped } from '../catalogue/shipped.ts'

const TEXT = `清川县生态环境局
行政处罚决定书
清环罚〔2026〕8号
当事人：王强
身份证号码：330102199003077654
住址：浙江省清川县城关镇建设路12号3幢401室
联系电话：13857112345
2026年3月2日，本局执法人员李明（执法证号：33010100123）、陈亮对你经营的王强建材店进行检查，店内有张小明（男，15岁）在搬运。你驾驶的浙A12345货车停在门口。
举报人赵梅、第三人王芳的陈述，以及对王 强的询问笔录证实上述事实。
缴款账户：622848 0402564890018，电子邮箱 wq_1990@example.com。
清川县生态环境局
2026年4月9日`

const proposals = proposeMasks(TEXT, 'decision', shipped.disclosureRules)
const found = (subject: MaskSubject): string[] => proposals.filter((one) => one.subject === subject).map(({ words }) => words)
const byRule = decidedByRule(proposals.map(markOf), proposals)

function mark(text: string, words: string, subject: MaskSubject = 'personName', masked: boolean | null = true): MaskMark[] {
  return placesOf(text, words).map((place) => ({ ...place, subject, masked, by: 'person' }))
}

describe('what is proposed', () => {
  it('are the people, wherever they stand, with spaces between the letters too', () => {
    expect(found('personName')).toEqual(['王强', '王强', '赵梅', '王芳', '王 强'])
    expect(found('minor')).toEqual(['张小明'])
  })

  it('are numbers, homes, telephones, accounts, plates and addresses of mail', () => {
    expect(found('residentId')).toEqual(['330102199003077654'])
    expect(found('address')).toEqual(['浙江省清川县城关镇建设路12号3幢401室'])
    expect(found('phone')).toEqual(['13857112345'])
    expect(found('bankAccount')).toEqual(['622848 0402564890018'])
    expect(found('plate')).toEqual(['浙A12345'])
    expect(found('email')).toEqual(['wq_1990@example.com'])
  })

  it('leaves officers and the names of companies, also where a person’s name is part of them', () => {
    expect(found('officerName')).toEqual(['李明', '33010100123', '陈亮'])
    expect(proposals.filter(({ subject }) => subject === 'officerName').every(({ treatment }) => treatment === 'keep')).toBe(true)
    expect(proposals.filter(({ inCompanyName }) => inCompanyName).map(({ words, treatment }) => `${words} ${treatment}`)).toEqual(['王强 keep'])
    expect(maskedText(TEXT, byRule)).toContain('王强建材店')
  })

  it('a social credit code names no person', () => {
    const company = '当事人：清川县碧波印染有限公司\n统一社会信用代码：91330000123456789X\n法定代表人：苏晓'
    const proposed = proposeMasks(company, 'decision', shipped.disclosureRules)
    expect(proposed.map(({ words, subject, treatment }) => `${words} ${subject} ${treatment}`)).toEqual(['苏晓 legalRepresentative judge'])
    // what no rule settles stays open until a person decides
    expect(decidedByRule(proposed.map(markOf), proposed)[0]?.masked).toBeNull()
    expect(marksProblem(company, proposed.map(markOf))).toBe('undecided')
  })

  it('a text of the longest length is looked through without trouble', () => {
    const long = `${TEXT}\n${'现场有粉尘逸散，未采取密闭措施。'.repeat(5000)}`
    expect(proposeMasks(long, 'decision', shipped.disclosureRules)).toHaveLength(proposals.length)
  })
})

describe('the masked text', () => {
  it('reads as practice writes it, and tells people of one surname apart', () => {
    const text = maskedText(TEXT, byRule)
    expect(text).toContain('当事人：王某甲\n身份证号码：＊＊＊＊＊＊\n住址：（住址略）\n联系电话：＊＊＊＊＊＊')
    expect(text).toContain('第三人王某乙的陈述，以及对王某甲的询问笔录')
    expect(text).toContain('某未成年人（男，15岁）')
    expect(survivors(TEXT, byRule)).toEqual([])
  })

  it('names what is masked at one place and stands at another', () => {
    const text = '王强承认。王强签字。'
    const [first] = mark(text, '王强')
    if (first === undefined) throw new Error('no place')
    expect(survivors(text, [first])).toEqual(['王强'])
    expect(survivors(text, mark(text, '王强'))).toEqual([])
    // a place that a person looked at and left is no oversight
    const [, second] = mark(text, '王强', 'personName', false)
    if (second === undefined) throw new Error('no place')
    expect(survivors(text, [first, second])).toEqual([])
  })

  it('finds a number in full-width digits too', () => {
    const text = '电话13857112345，即１３８５７１１２３４５。'
    expect(mark(text, '13857112345', 'phone')).toHaveLength(2)
    expect(maskedText(text, mark(text, '13857112345', 'phone'))).toBe('电话＊＊＊＊＊＊，即＊＊＊＊＊＊。')
  })

  it('refuses places outside the text, over each other, or undecided', () => {
    const one: MaskMark = { start: 0, end: 2, subject: 'other', masked: true, by: 'person' }
    expect(marksProblem('王强', [one])).toBeNull()
    expect(marksProblem('王', [one])).toBe('outside')
    expect(marksProblem('王强在', [one, { ...one, start: 1, end: 3 }])).toBe('overlap')
    expect(marksProblem('王强', [{ ...one, masked: null }])).toBe('undecided')
  })

  it('as a document has its head as title, and no word of the original', () => {
    const document = maskedDocument({ title: '行政处罚决定书', original: TEXT, marks: byRule })
    expect(document.title).toBe('清川县生态环境局\n行政处罚决定书')
    const words = bare(JSON.stringify(document))
    for (const { masked, start, end, subject } of byRule) {
      if (masked === true && subject !== 'personName') expect(words).not.toContain(bare(TEXT.slice(start, end)))
    }
    expect(plainText(document)).not.toMatch(/赵梅|王芳|330102|1385711/)
  })

  it('masks the title under which it is kept as well', () => {
    expect(maskedWords('对赵梅举报王芳案的决定', TEXT, byRule)).toBe('对赵某举报王某乙案的决定')
  })
})

describe('whatever the text', () => {
  const letter = fc.constantFrom(...'王强李明芳某的 \n在１2一号是')
  const text = fc.array(letter, { minLength: 0, maxLength: 60 }).map((letters) => letters.join(''))
  const secret = fc.array(fc.constantFrom(...'王强李明芳2号'), { minLength: 2, maxLength: 4 }).map((letters) => letters.join(''))

  it('no masked words survive once every place of them is masked', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), fc.array(secret, { minLength: 1, maxLength: 4 }), fc.constantFrom<MaskSubject>('personName', 'phone', 'address', 'other', 'minor'), (texts, secrets, subject) => {
        const original = texts.join(secrets.join('，'))
        const marks: MaskMark[] = []
        for (const words of secrets.toSorted((one, other) => other.length - one.length)) {
          for (const place of placesOf(original, words, marks)) marks.push({ ...place, subject, masked: true, by: 'rule' })
        }
        const published = maskedText(original, marks)
        const left = survivors(original, marks)
        // what the check lets pass is not there, in no spelling
        for (const { start, end } of marks) {
          const words = original.slice(start, end)
          expect(left.includes(words) || !bare(published).includes(bare(words))).toBe(true)
        }
        // a name of which a piece stood beside a masked place may be put together by chance, and is told; else nothing is left
        if (subject === 'phone') expect(left).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('what is not marked stays as it is', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(maskedText(original, [])).toBe(original)
        const proposed = proposeMasks(original, 'decision', shipped.disclosureRules).map(markOf)
        expect(marksProblem(original, proposed) ?? 'none').toMatch(/undecided|none/)
        expect(maskedText(original, proposed.map((one) => ({ ...one, masked: false })))).toBe(original)
      }),
      { numRuns: 200 },
    )
  })
})
