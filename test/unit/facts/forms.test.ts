import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

describe('signatures, seals, blanks and conclusions', () => {
  test('signed, left blank and refused', () => {
    const { facts } = read(
      '被检查人（签名）：邹勇　2026年1月20日\n见证人（签名）：\n店员邹军拒绝签字。',
      'inspection-record',
    )
    expect(facts.signatures.map(({ who, state, name }) => [who, state, name])).toEqual([
      ['被检查人', 'signed', '邹勇'],
      ['见证人', 'blank', null],
      ['店员邹军', 'refused', null],
    ])
  })

  test('seals that are named', () => {
    const { facts, words } = read('云城市应急管理局（印章）\n2026年3月18日\n云城甲公司（盖章）')
    expect(facts.seals.map(words)).toEqual(['（印章）', '（盖章）'])
  })

  test.each(['云环罚〔2026〕　号', '2026年　月　日', '罚款____元', '当事人：××公司', 'XX局', '（此处填写违法事实）'])(
    '%s left a blank',
    (page) => {
      expect(read(page).facts.blanks).toHaveLength(1)
    },
  )

  test.each([
    '周某某',
    '电话：135XXXX8357',
    '信用代码：91430281691828xxxx',
    '2026年3月5日',
    '云环罚〔2026〕5号',
    '联系电话：xxxxxxxx',
  ])('%s left none', (page) => {
    expect(read(page).facts.blanks).toEqual([])
  })

  test.each([
    ['审核意见：不同意按送审意见作出决定，请纠正后重新送审。', 'review-opinion', 'review', false],
    ['审核意见：同意。', 'review-opinion', 'review', true],
    ['局负责人意见\t同意立案。　魏春　2026年1月22日', 'filing-form', 'approval', true],
    ['讨论结论\n一致同意处罚。没有不同意见。', 'discussion-minutes', 'discussion', true],
    ['复核意见：不予采纳。', 'recheck-opinion', 'recheck', false],
  ])('%s', (page, kind, of, agrees) => {
    expect(read(page, kind).facts.conclusions).toMatchObject([{ of, agrees }])
  })

  test('the title, spaced out, doubled or broken over lines', () => {
    expect(read('云城市水务局\n行 政 处 罚 决 定 书\n云水罚〔2026〕1号').facts.title?.text).toBe('行政处罚决定书')
    expect(read('行行政政处处罚罚决决定定书书').facts.title?.text).toBe('行政处罚决定书')
    expect(read('云城市水务局行政处罚\n决定书云水罚〔2026〕1号').facts.agencies[0]?.name).toBe('云城市水务局')
  })

  test('agencies: heading, signature, delegation', () => {
    const { facts } = read(
      '云城市应急管理局\n行政执法委托书\n委托机关：云城市应急管理局。受委托组织：龙桥镇应急管理办公室。\n云城市应急管理局（印章）\n2025年12月25日',
      'enforcement-delegation',
    )
    expect(facts.agencies.map(({ name, role }) => `${role} ${name}`)).toEqual([
      'issuer 云城市应急管理局',
      'delegator 云城市应急管理局',
      'delegate 龙桥镇应急管理办公室',
    ])
  })

  test('traditional characters and slipped-in pinyin are read, and facts point at the page as it is', () => {
    const { facts, words } = read('違反了《云城道路運輸條例》第二十四條的規(guī)定。當事人：雲城運輸有限公司')
    expect(facts.citations[0]).toMatchObject({ law: '云城道路运输条例', article: 24, role: 'violated' })
    expect(facts.citations[0] === undefined ? '' : words(facts.citations[0].passage)).toBe(
      '《云城道路運輸條例》第二十四條',
    )
  })
})
