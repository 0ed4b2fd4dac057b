import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOCUMENT_KIND_IDS } from '../../../src/shared/catalogue/document-kinds.ts'
import { kindsOfName, recogniseKind } from '../../../src/shared/intake/recognise-kind.ts'
import { matchTitle, titleIndex } from '../../../src/shared/intake/title-matching.ts'
import { DECISION, FILING, INQUIRY, MINUTES, NOTICE, RECEIPT } from './invented.ts'
import { fileOf, KINDS, kindsIn, textOf } from './texts.ts'

const ofName = (name: string): string[] => kindsOfName(name, KINDS).map(({ kind }) => kind)

describe('a file without words', () => {
  it.each([
    ['询问笔录.pdf', ['inquiry-record']],
    ['03-立案审批表（扫描件）.pdf', ['filing-form']],
    ['6询问笔录-邹大勇-20260123.docx', ['inquiry-record']],
    ['询问笔录（车间主任欧阳静）.pdf', ['inquiry-record']],
    ['20260301 现场检查（勘察）笔录.pdf', ['inspection-record']],
    ['2026年3月1日送达回证（处罚决定书）.jpg', ['service-receipt']],
    ['青禾县晨光食品有限公司_行政处罚决定书_签字版v2.pdf', ['decision']],
    ['听证申请书 复印件.png', ['hearing-request']],
    ['关于听证申请的答复.pdf', ['hearing-reply']],
    ['听证笔录.pdf', ['hearing-record']],
    ['不予行政处罚决定书.pdf', ['no-penalty-decision']],
    ['不予立案审批表.pdf', ['other']],
    ['结案审批表.pdf', ['other']],
    ['延长扣押期限决定书.pdf', ['measure-extension']],
    ['解除扣押决定书.pdf', ['measure-release']],
    ['扣押决定书.pdf', ['measure-decision']],
    ['行政执法委托书.pdf', ['enforcement-delegation']],
    ['授权委托书.pdf', ['power-of-attorney']],
    ['检验委托书.pdf', ['other']],
    ['检验报告.pdf', ['test-report']],
    ['检验结果告知书.pdf', ['test-notice']],
    ['许可证、营业执照（扫描）.pdf', ['identity-papers']],
    ['陈述申辩书及听证申请书.pdf', ['defence', 'hearing-request']],
    ['行政处罚告知书及送达回证.pdf', ['prior-notice', 'service-receipt']],
    ['IMG_20260120_1512.jpg', ['photo-evidence']],
    ['微信图片_20260120151200.jpg', ['photo-evidence']],
    ['现场照片3.jpg', ['photo-evidence']],
    ['VID_20260120.mp4', ['recordings-index']],
    ['00012.pdf', ['other']],
    ['材料.pdf', ['other']],
  ])('named %s is %j', (name, kinds) => {
    expect(ofName(name)).toEqual(kinds)
  })

  it('says how sure it is: a name that tells is more than a picture, a number nothing', () => {
    const [named] = kindsOfName('立案审批表.pdf', KINDS)
    const [picture] = kindsOfName('IMG_0001.jpg', KINDS)
    const [number] = kindsOfName('00012.pdf', KINDS)
    expect(named?.confidence).toBeGreaterThan(picture?.confidence ?? 1)
    expect(number).toMatchObject({ kind: 'other' })
    expect(number?.confidence).toBeLessThan(0.5)
  })
})

describe('the words of a document', () => {
  it('go before the name: a decision in a file that is called a filing form', () => {
    const [part] = fileOf('立案审批表.docx', DECISION).parts
    expect(part).toMatchObject({ kind: 'decision' })
    expect(part?.confidence).toBeLessThan(fileOf('决定书.docx', DECISION).parts[0]?.confidence ?? 0)
  })

  it.each([
    ['decision', DECISION],
    ['prior-notice', NOTICE],
    ['inquiry-record', INQUIRY],
    ['discussion-minutes', MINUTES],
    ['service-receipt', RECEIPT],
    ['filing-form', FILING],
  ])('tell a %s that has lost its title', (kind, words) => {
    const lines = words
      .split('\n')
      .filter(
        (line) =>
          !/^(?:行政处罚(?:告知|决定)书|询问笔录|案件集体讨论记录|送达回证|立案审批表|青禾县市场监督管理局)$/u.test(
            line,
          ),
      )
    const [part] = fileOf('scan.pdf', lines.join('\n')).parts
    expect(part).toMatchObject({ kind })
    expect(part?.confidence).toBeLessThan(0.9)
  })

  it('of a letter about nothing known are other, with low confidence', () => {
    const [part] = fileOf(
      '来信.docx',
      '各位同事：\n下周三下午召开业务学习会，请准时参加，带好学习材料和笔记本。会后组织参观，来回都乘班车，中午不休息。',
    ).parts
    expect(part).toMatchObject({ kind: 'other' })
    expect(part?.confidence).toBeLessThan(0.5)
  })

  it('on a signboard do not make a photograph something else', () => {
    expect(kindsIn('IMG_20260120_1512.jpg', '兴旺食品店\n营业执照\n烟酒 副食\n2026-01-20 15:12')).toEqual([
      'photo-evidence',
    ])
  })

  it('decide between two kinds that have the same title', () => {
    const record =
      '现场笔录\n时间：2026年1月20日15时40分至16时25分\n地点：兴龙街6号\n实施人员：江川、贺兰\n当场实施扣押，说明了扣押的理由和依据。\n当事人（签名）：柳青\n2026年1月20日'
    const inspection =
      '现场笔录\n检查时间：2026年1月20日15时40分至16时25分\n检查地点：兴龙街6号\n检查人员：江川、贺兰\n被检查单位：晨光食品店\n检查情况：货架上有糕点30盒。\n2026年1月20日'
    expect(kindsIn('笔录.pdf', record)).toEqual(['measure-record'])
    expect(kindsIn('笔录.pdf', inspection)).toEqual(['inspection-record'])
  })
})

/** Even draws between 0 and 1 from a seed (mulberry32): fast-check's own numbers lean to the ends of a range. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A share of the Chinese characters replaced by any other. */
function misread(words: string, share: number, seed: number): string {
  const draw = draws(seed)
  return [...words]
    .map((character) =>
      /\p{Script=Han}/u.test(character) && draw() < share
        ? String.fromCharCode(0x4e00 + Math.floor(draw() * 0x51a5))
        : character,
    )
    .join('')
}

describe('recognised characters with mistakes', () => {
  it.each([
    ['decision', DECISION],
    ['prior-notice', NOTICE],
    ['inquiry-record', INQUIRY],
    ['discussion-minutes', MINUTES],
    ['filing-form', FILING],
  ])('leave a %s what it is, with one character in twenty wrong, in at least 97 of 100', (kind, words) => {
    const wrong = Array.from({ length: 200 }, (_, seed) => kindsIn('scan001.pdf', misread(words, 0.05, seed))).filter(
      (kinds) => kinds.join() !== kind,
    )
    expect(wrong.length, wrong.join(' ')).toBeLessThanOrEqual(6)
  })

  it('one wrong character in a title of five or more leaves its kind, or makes it doubtful between two', () => {
    const index = titleIndex(KINDS)
    const titles = [...index.byTitle].filter(([title]) => title.length >= 5)
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.nat(),
        fc.integer({ min: 0x9000, max: 0x9fa5 }),
        ([title, kinds], at, to) => {
          const place = at % title.length
          // a wrong 不 before 举行听证通知书 leaves another title whole: nobody could tell what stood there
          const rest = index.byTitle.get(title.slice(place + 1))
          fc.pre(rest === undefined || rest.some((kind) => kinds.includes(kind)))
          const wrong = title.slice(0, place) + String.fromCharCode(to) + title.slice(place + 1)
          const found = matchTitle(wrong, index)
          expect(found, wrong).not.toBeNull()
          expect(
            found?.kinds.some((kind) => kinds.includes(kind)),
            `${title} ${wrong} ${found?.title}`,
          ).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('the list of kinds', () => {
  it('knows each of its own titles as the title of its kind', () => {
    const index = titleIndex(KINDS)
    const wrong = KINDS.flatMap((kind) =>
      kind.titles
        .filter((title) => matchTitle(title, index)?.kinds.includes(kind.id) !== true)
        .map((title) => `${kind.id} ${title}`),
    )
    expect(wrong).toEqual([])
  })

  it('is complete, with a name in both languages', () => {
    expect(KINDS.map(({ id }) => id).toSorted()).toEqual([...DOCUMENT_KIND_IDS].toSorted())
    for (const { id, name } of KINDS) {
      expect(name['zh-CN'], id).toMatch(/\p{Script=Han}/u)
      expect(name.en, id).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('gives no title to two kinds, except where the text has to decide', () => {
    const shared = [...titleIndex(KINDS).byTitle].filter(([, kinds]) => kinds.length > 1).map(([title]) => title)
    expect(shared).toEqual(['现场笔录'])
  })

  it('is asked the same twice and answers the same', () => {
    const input = { name: '告知书.docx', text: NOTICE, title: null, kinds: KINDS }
    expect(recogniseKind(input)).toEqual(recogniseKind(input))
    expect(textOf('一\f二').pages).toHaveLength(2)
  })
})
