/** Which unknown titles are held for misprints of known ones. */
import { describe, expect, it } from 'vitest'
import { misprintOf } from '../../../src/shared/laws/misprint.ts'
import { registeredTitles } from '../../../src/shared/laws/register-lookup.ts'
import { shipped } from '../catalogue/shipped.ts'

const known = registeredTitles(shipped.laws)
const meant = (title: string) => {
  const found = misprintOf(title, known)
  return found === null ? null : `${found.likely ? '' : '? '}${found.title}`
}

describe('a misprint', () => {
  it.each([
    ['a letter wrong', '中华人民共和国水污杂防治法', '水污染防治法'],
    ['a letter left out', '建设项目环境保管理条例', '建设项目环境保护管理条例'],
    ['a letter too many', '食品安安全法', '食品安全法'],
    ['two neighbours changed places', '安生全产法', '安全生产法'],
    ['two letters wrong in a long title', '危验化学品安全管里条例', '危险化学品安全管理条例'],
  ])('%s', (_what, title, expected) => {
    expect(meant(title)).toBe(expected)
  })

  it('may be a short form, or another text, where a whole word is left out or a rule’s title differs', () => {
    expect(meant('固体废物污染防治法')).toBe('? 固体废物污染环境防治法')
    expect(meant('市场监督管理行政处罚程序暂行规定')).toBe('? 市场监督管理行政处罚程序规定')
  })
})

it.each([
  ['a law of a province with the name of a national one', '浙江省食品安全条例'],
  ['the same law of another province', '广西省行政处罚听证程序实施办法'],
  ['another word in the same place', '城市供水条例'],
  ['another word in a long title', '建设工程抗震管理条例'],
  ['the rule of another ministry', '林业行政处罚程序规定'],
  ['the rule beside the regulation', '排污许可管理办法'],
  ['the regulation beside the law', '安全生产条例'],
  ['a short title', '海商法'],
  ['a municipal benchmark', '云浦市生态环境行政处罚裁量基准'],
])('%s is another text: %s', (_what, title) => {
  expect(meant(title)).toBeNull()
})

it('few titles are a letter apart, and those are in the register', () => {
  const taken = known.flatMap(({ title }) => {
    const found = misprintOf(title, known.filter((one) => one.title !== title))
    return found?.likely === true ? [`${title} → ${found.title}`] : []
  })
  const pairs = [
    ['民事诉讼法', '刑事诉讼法'],
    ['环境保护法', '环境保护税法'],
    ['农药管理条例', '兽药管理条例'],
  ]
  expect(taken.toSorted()).toEqual(pairs.flatMap(([one, other]) => [`${one} → ${other}`, `${other} → ${one}`]).toSorted())
})
