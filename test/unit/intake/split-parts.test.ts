import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoted } from '../../../src/shared/intake/document-text.ts'
import { splitParts } from '../../../src/shared/intake/split-parts.ts'
import { DECISION, FILING, INQUIRY, MINUTES, NOTICE, RECEIPT } from './invented.ts'
import { fileOf, firstLines, KINDS, kindsIn, samplePapers, textOf } from './texts.ts'

const begins = (words: string): string[] => firstLines(fileOf('材料.docx', words))

describe('a file with several documents', () => {
  it('is split at their titles, with the agency above a title', () => {
    expect(begins(`${FILING}\n${NOTICE}\n${RECEIPT}`)).toEqual(['立案审批表', '青禾县市场监督管理局', '送达回证'])
    expect(kindsIn('材料.docx', `${FILING}\n${NOTICE}\n${RECEIPT}`)).toEqual([
      'filing-form',
      'prior-notice',
      'service-receipt',
    ])
  })

  it('is split where a page begins with a title, though the page before is not signed', () => {
    const unsigned = INQUIRY.split('\n').slice(0, 8).join('\n')
    expect(kindsIn('材料.pdf', `${unsigned}\f${MINUTES}`)).toEqual(['inquiry-record', 'discussion-minutes'])
  })

  it('keeps two documents of one kind apart', () => {
    expect(kindsIn('材料.docx', `${INQUIRY}\n${INQUIRY.replace('柳青，男', '秦岭，女')}`)).toEqual([
      'inquiry-record',
      'inquiry-record',
    ])
  })

  it('knows a receipt of service without a title by its labels', () => {
    const untitled = '送达时间：2026年3月3日10时20分    送达方式：直接送达\n受送达人（签名）：柳青\n送达人：江川、贺兰'
    expect(kindsIn('告知书.docx', `${NOTICE}\n${untitled}`)).toEqual(['prior-notice', 'service-receipt'])
  })

  it('takes a heading number before a title where the document before has ended and a form follows', () => {
    expect(kindsIn('告知书.docx', `${NOTICE}\n五、${RECEIPT}`)).toEqual(['prior-notice', 'service-receipt'])
  })

  it.each([
    ['spaced out', '行 政 处 罚 决 定 书'],
    ['spaced with wide spaces', '行　政　处　罚　决　定　书'],
    ['over two lines', '行政处罚\n决定书'],
    ['over three lines', '青禾县市场监督管理局\n行政处罚\n决定书'],
    ['doubled by false bold', '行行政政处处罚罚决决定定书书'],
    ['with a wrong character', '行政处罚决走书'],
    ['with its number in the same line', '行政处罚决定书青市监罚〔2026〕9号'],
    ['with the agency in the same line', '青禾县市场监督管理局行政处罚决定书'],
    ['in traditional characters', '行政處罰決定書'],
    ['marked as a draft', '行政处罚决定书（拟稿）'],
  ])('knows a title that is %s', (_, title) => {
    const decision = DECISION.replace('青禾县市场监督管理局\n行政处罚决定书', title)
    expect(kindsIn('扫描件.pdf', `${FILING}\n${decision}`)).toEqual(['filing-form', 'decision'])
  })

  it('takes a cover that names what follows into the first of them', () => {
    const cover = '行政处罚告知书\n及送达回证'
    expect(kindsIn('材料.docx', `${cover}\n${NOTICE}\n${RECEIPT}`)).toEqual(['prior-notice', 'service-receipt'])
  })

  it('gives one document for each that a title names where the text does not part them', () => {
    const both =
      '陈述申辩书及听证申请书\n青禾县市场监督管理局：\n我公司收到告知书，现提出以下申辩意见，并申请听证。请求从轻处罚。\n申请人：青禾县晨光食品有限公司（盖章）\n2026年3月5日'
    const { parts } = fileOf('申辩.docx', both)
    expect(parts.map(({ kind }) => kind)).toEqual(['defence', 'hearing-request'])
    expect(parts[0]?.spans).toEqual(parts[1]?.spans)
  })
})

describe('a file with one document', () => {
  it('is one part over all its pages', () => {
    const lines = DECISION.split('\n')
    const words = `${lines.slice(0, 8).join('\n')}\n—1—\f${lines.slice(8).join('\n')}\n—2—`
    const { parts, text } = fileOf('决定书.pdf', words)
    expect(parts.map(({ kind }) => kind)).toEqual(['decision'])
    expect(parts[0]?.spans).toEqual(
      text.pages.map(({ number, text: page }) => ({ page: number, start: 0, end: page.length })),
    )
  })

  it.each([
    ['cited in running text', DECISION.replace('以上事实，有', '本局向当事人送达了行政处罚告知书。\n以上事实，有')],
    [
      'cited at the end of a broken line',
      DECISION.replace('以上事实，有现场', '本局于2026年3月3日向当事人送达了行政处罚告知书\n，以上事实，有现场'),
    ],
    [
      'listed as evidence',
      DECISION.replace(
        '以上事实，有',
        '上述事实有下列证据证明：\n现场检查笔录\n询问笔录\n营业执照复印件\n以上事实，有',
      ),
    ],
    [
      'listed with numbers',
      DECISION.replace('以上事实，有', '证据如下\n1.现场检查笔录\n2.询问笔录\n3.送达回证\n以上事实，有'),
    ],
    ['in a cell of its own line', DECISION.replace('以上事实，有', '送达文书\n行政处罚告知书\n以上事实，有')],
    ['in quotation marks', DECISION.replace('以上事实，有', '《询问笔录》\n以上事实，有')],
  ])('is not split by a title %s', (_, words) => {
    expect(kindsIn('材料.docx', words)).toEqual(['decision'])
  })

  it('is not split by its own numbered headings', () => {
    const report =
      '案件调查终结报告\n案件名称：青禾县晨光食品有限公司销售超过保质期食品案\n一、案件来源\n日常检查发现。\n二、现场检查笔录\n检查人员发现糕点30盒。\n三、听证报告\n当事人没有要求听证。\n四、处理建议\n建议罚款50000元。\n承办人：江川 贺兰\n2026年2月20日'
    expect(kindsIn('报告.docx', report)).toEqual(['investigation-report'])
  })

  it('is not split by a running head on every page, nor by a page that goes on', () => {
    const pages = INQUIRY.split('\n')
    const words = `${pages.slice(0, 7).join('\n')}\f询问笔录\n${pages.slice(7).join('\n')}\f询问笔录（续页）\n答：没有了。`
    expect(kindsIn('笔录.pdf', words)).toEqual(['inquiry-record'])
  })

  it('is not split by the titles in a list of papers', () => {
    const list =
      '送审材料清单\n序号\t材料名称\t页数\n1\t立案审批表\t2\n2\t现场检查笔录\t2\n3\t行政处罚告知书\t3\n送达回证\n询问笔录\n立案审批表\n江川\n2026年3月20日'
    expect(kindsIn('清单.docx', list)).toEqual(['materials-list'])
  })
})

describe('a list of papers', () => {
  it('is one document though its lines are titles with what belongs to them below', () => {
    const list = '送审材料清单\n送审单位：稽查大队\n现场检查笔录\n份数：1    页数：2\n行政处罚事先告知书\n份数：1    页数：3\n案件集体讨论记录\n份数：1    页数：2'
    expect(kindsIn('清单.docx', list)).toEqual(['materials-list'])
  })
})

describe('the parts of any file', () => {
  const paper = fc.constantFrom(FILING, NOTICE, RECEIPT, INQUIRY, MINUTES, DECISION, '没有标题的一段话。', '第二页', '')
  it('hold every word of the file once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(paper, fc.constantFrom('\n', '\f', '\n\n')), { maxLength: 6 }), (pieces) => {
        const text = textOf(pieces.map(([words, gap]) => words + gap).join(''))
        const parts = splitParts(text, KINDS)
        const found = parts.flatMap(({ spans }) => spans.map((span) => quoted(text, span))).join('')
        expect(found).toBe(parts.length === 0 ? '' : text.pages.map((page) => page.text).join(''))
      }),
      { numRuns: 200 },
    )
  })

  it('are found again when the documents of the sample are put in one file, page after page', () => {
    const papers = samplePapers().filter(({ name }) => /^(?:03|04|05|07|12|19|23|24|26|29|31)/u.test(name))
    const together = kindsIn('案卷.pdf', papers.map(({ words }) => words).join('\f'))
    expect(together).toEqual(papers.flatMap(({ name, words }) => kindsIn(`${name}.pdf`, words)))
  })
})
