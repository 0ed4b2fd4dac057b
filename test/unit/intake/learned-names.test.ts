import { describe, expect, it } from 'vitest'
import { namePattern } from '../../../src/shared/intake/file-name.ts'
import { learnedPattern, type LearnedName } from '../../../src/shared/intake/learned-names.ts'
import { withKind } from '../../../src/shared/intake/understand.ts'
import { INQUIRY, NOTICE, RECEIPT } from './invented.ts'
import { fileOf } from './texts.ts'

const learn = (name: string, kind: string, part = 0, parts = 1): LearnedName[] => {
  const pattern = learnedPattern(name, part, parts)
  return pattern === null ? [] : [{ pattern, kind }]
}

describe('names of the same make', () => {
  it.each([
    ['XW-邹大勇-20260123.pdf', 'XW-苟静-20260202（扫描件）.pdf'],
    ['6谈话材料 张三.docx', '14谈话材料 李小四.docx'],
    ['青禾县晨光食品有限公司-核查情况(1).pdf', '红星酒业有限公司-核查情况(2).pdf'],
    ['2026年3月1日核查情况.docx', '核查情况 2026-04-02.docx'],
  ])('%s and %s share a pattern', (one, other) => {
    expect(namePattern(one)).not.toBeNull()
    expect(namePattern(one)).toBe(namePattern(other))
  })

  it.each([
    ['核查情况.pdf', '询问笔录.pdf'],
    ['XW-1.pdf', 'JC-1.pdf'],
  ])('%s and %s do not', (one, other) => {
    expect(namePattern(one)).not.toBe(namePattern(other))
  })

  it.each(['IMG_20260120.jpg', '20260120.pdf', '00012.pdf', '材料（扫描件）.pdf', '微信图片_2026.jpg', '张三.pdf'])(
    '%s teaches nothing',
    (name) => {
      expect(learnedPattern(name, 0, 1)).toBeNull()
    },
  )
})

describe('a correction', () => {
  it('is taken for later files whose names are made alike, and says so', () => {
    const learned = learn('XW-邹大勇-20260123.pdf', 'inquiry-record')
    const words = '时间：2026年2月2日\n内容：关于进货的谈话。'
    expect(fileOf('XW-苟静-20260202.pdf', words).parts[0]?.kind).toBe('other')
    expect(fileOf('XW-苟静-20260202.pdf', words, learned).parts[0]).toMatchObject({
      kind: 'inquiry-record',
      decidedBy: 'learned',
    })
    expect(fileOf('JC-苟静-20260202.pdf', words, learned).parts[0]).toMatchObject({ kind: 'other', decidedBy: 'rules' })
  })

  it('goes before the title, because a person said so', () => {
    const learned = learn('约谈-邹大勇.docx', 'other')
    expect(fileOf('约谈-苟静.docx', INQUIRY, learned).parts[0]).toMatchObject({ kind: 'other', decidedBy: 'learned' })
  })

  it('of one of two documents holds for that one in files with two', () => {
    const learned = learn('核查情况1.docx', 'explanation', 0, 2)
    const both = fileOf('核查情况2.docx', `${NOTICE}\n${RECEIPT}`, learned).parts
    expect(both.map(({ kind, decidedBy }) => [kind, decidedBy])).toEqual([
      ['explanation', 'learned'],
      ['service-receipt', 'rules'],
    ])
    expect(fileOf('核查情况3.docx', NOTICE, learned).parts[0]?.decidedBy).toBe('rules')
  })

  it('taken back is learned anew: the last word holds', () => {
    const learned = [...learn('核查情况1.docx', 'explanation'), ...learn('核查情况1.docx', 'investigation-report')]
    expect(fileOf('核查情况9.docx', '没有标题的一页。', learned).parts[0]?.kind).toBe('investigation-report')
  })

  it('of the document itself is certain, and its facts are read for the new kind', () => {
    const {
      text,
      parts: [part],
    } = fileOf('核查情况.docx', NOTICE)
    if (part === undefined) throw new Error('no document')
    expect(withKind(part, 'decision', text)).toMatchObject({
      kind: 'decision',
      confidence: 1,
      decidedBy: 'person',
      spans: part.spans,
    })
  })
})
