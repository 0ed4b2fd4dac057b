import { describe, expect, test } from 'vitest'
import { read, wide } from './read.ts'

function citations(page: string): string[] {
  return read(page).facts.citations.map((fact) => {
    const place = [
      fact.article,
      fact.articleSub === null ? null : `之${fact.articleSub}`,
      fact.paragraph === null ? null : `${fact.paragraph}款`,
      fact.item === null ? null : `${fact.item}项`,
    ]
    return [fact.law, ...place].filter((part) => part !== null).join(' ')
  })
}

function roles(page: string): string[] {
  return read(page).facts.citations.map(({ law, article, role }) => `${law} ${article ?? ''} ${role}`)
}

describe('citations', () => {
  test.each([
    ['违反了《云城条例》第二十一条、二十三条的规定', ['云城条例 21', '云城条例 23']],
    ['依据《云城条例》第三条第一款第（二）、（三）项', ['云城条例 3 1款 2项', '云城条例 3 1款 3项']],
    ['依据《云城条例》第三条第一款、第二款', ['云城条例 3 1款', '云城条例 3 2款']],
    ['依据《云城条例》第九条第二项、第三项', ['云城条例 9 2项', '云城条例 9 3项']],
    ['依据《云城条例》第一百三十三条之一', ['云城条例 133 之1']],
    ['依据《云城条例》第35条第2款', ['云城条例 35 2款']],
    ['违反《甲法》 第\n十六条第一款第(四) 项、 第\n六十条第一款第(五) 项', ['甲法 16 1款 4项', '甲法 60 1款 5项']],
    ['依据《云城条例》第一百六\n十一条、第一百七十\n一条', ['云城条例 161', '云城条例 171']],
    ['依据《云城条例》（2017年修正）第三条和《乙办法》第四条', ['云城条例 3', '乙办法 4']],
    ['依据《云城条例》第四章第二十条', ['云城条例 20']],
    ['适用《裁量基准（2024年版）》第14项', ['裁量基准(2024年版) 14项']],
    [
      '违反《中华人民共和国甲乙丙丁法》第二条，按照甲乙丙丁法第九条处理',
      ['中华人民共和国甲乙丙丁法 2', '中华人民共和国甲乙丙丁法 9'],
    ],
  ])('%s', (page, expected) => {
    expect(citations(page)).toEqual(expected)
    expect(citations(wide(page))).toEqual(expected)
  })

  test('an alias, 同法 and 该条例 mean the law named before', () => {
    expect(
      citations(
        '依据《中华人民共和国保险业法》（以下简称《保险业法》）调查。违反了《保险业法》第八条，构成同法第八十六条第三项所列行为。',
      ),
    ).toEqual(['中华人民共和国保险业法', '中华人民共和国保险业法 8', '中华人民共和国保险业法 86 3项'])
    expect(citations('违反《云城排水条例》第二条、《甲法》第三条。依照该条例第九条，决定罚款。')).toEqual([
      '云城排水条例 2',
      '甲法 3',
      '云城排水条例 9',
    ])
  })

  test('what is quoted of a statute cites nothing, and the list goes on behind it', () => {
    expect(
      citations(
        '违反了《甲办法》第七条：“应当依照《乙条例》第五条取得许可”，第十六条第二款：“按照《丙条例》第五十六条处罚”之规定',
      ),
    ).toEqual(['甲办法 7', '甲办法 16 2款'])
    expect(
      citations(
        '违反了《甲条例》第二十四条 申请从事经营的，应当符合本条例第二十一条、第二十三条规定条件的规定。依据《甲条例》第六十三条，决定罚款。',
      ),
    ).toEqual(['甲条例 24', '甲条例 63'])
  })

  test('the quotation points at the words between the marks', () => {
    const { facts, words } = read('违反了《甲法》第七条“不得排放”的规定')
    const quotation = facts.citations[0]?.quotation
    expect(quotation?.text).toBe('不得排放')
    expect(quotation === null || quotation === undefined ? '' : words(quotation.passage)).toBe('不得排放')
  })

  test.each([
    '制作了《现场检查笔录》第三页',
    '依据《烟花技术规程》GB11652-2012第9.3.7条',
    '《租赁合同》第三条约定了租金',
    '《营业执照》复印件',
    '以上第三条证据',
  ])('%s cites no law', (page) => {
    expect(citations(page)).toEqual([])
  })

  test('a 《 never closed takes no more than the title', () => {
    expect(citations('违反《云城烟花安全条例第十一条的规定，依据《甲法》第三条，决定罚款')).toEqual([
      '云城烟花安全条例 11',
      '甲法 3',
    ])
  })

  test.each([
    ['违反了《甲条例》第二条', '甲条例 2 violated'],
    ['依据《甲条例》第三十八条，决定罚款5000元', '甲条例 38 basis'],
    ['依照《中华人民共和国行政处罚法》第二十八条第一款，责令改正', '中华人民共和国行政处罚法 28 basis'],
    ['符合《中华人民共和国行政处罚法》第三十三条，不予处罚', '中华人民共和国行政处罚法 33 discretion'],
    ['按照《云城处罚裁量基准》第3条', '云城处罚裁量基准 3 discretion'],
    [
      '逾期不缴纳的，依照《中华人民共和国行政处罚法》第七十二条，每日加处罚款',
      '中华人民共和国行政处罚法 72 procedure',
    ],
    ['根据《中华人民共和国行政处罚法》第四十四条告知当事人', '中华人民共和国行政处罚法 44 procedure'],
    ['依据《甲法》等有关规定，我局对乙公司进行了调查、审理，并依法告知', '甲法  other'],
  ])('%s', (page, expected) => {
    expect(roles(page)).toEqual([expected])
  })
})
