/** Whether a record is about somebody: whole names, and where it cannot be told, kept from them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAboutPerson } from '../../../src/shared/people/same-name.ts'

const about = (names: readonly string[], text: string, own: readonly string[] = ['李明'], others: readonly string[] = []) => isAboutPerson({ names, text }, own, others)

describe('names of their own', () => {
  it.each([
    ['李明', true],
    ['李　明', true],
    ['李明华', false],
    ['王李明', false],
    ['张三', false],
    // typed with more beside the name
    ['李明副局长', true],
    ['县局李明', true],
    ['张三 李明', true],
    // one character more that is no part of a name
    ['李明等', true],
    ['李明某', true],
    ['李明局', true],
    ['李明总', true],
    ['李明处', true],
    ['老李明', true],
    ['副李明', true],
    ['李明2', true],
    ['李明（', true],
    // the next word begins as another name goes on
    ['李明 华东分局局长', true],
  ])('%s', (name, is) => {
    expect(about([name], '某局 科长')).toBe(is)
  })

  it('with more beside them are not somebody else whose whole name they are', () => {
    expect(about(['买买提·艾力'], '', ['艾力'], ['买买提·艾力'])).toBe(false)
    expect(about(['买买提·艾力'], '', ['艾力'])).toBe(true)
    expect(about(['买买提•艾力'], '', ['买买提·艾力'])).toBe(true)
  })
})

describe('a text', () => {
  it('is about whoever stands in it, also under an earlier name', () => {
    expect(about([], '审核机构负责人李　明')).toBe(true)
    expect(about([], '审核机构负责人李明', ['李清', '李明'])).toBe(true)
    expect(about([], '某局 科长')).toBe(false)
  })

  it('is not about who only stands in a longer name that is known', () => {
    expect(about([], '本局李明华', ['李明'], ['李明华'])).toBe(false)
    expect(about(['李明华'], '李明华的单位')).toBe(false)
    expect(about([], '李明华和李明', ['李明'], ['李明华'])).toBe(true)
    // nobody of that name is known: it may be him
    expect(about([], '李明华中学任教')).toBe(true)
  })
})

describe('what cannot be told apart counts', () => {
  it.each(['李明等', '李明局', '李明总'])('in the text too where %s is among the names', (name) => {
    expect(about([name], `清川县某局${name}`)).toBe(true)
  })

  it('a name of somebody here is cut out only where it stands in the text as it was written', () => {
    expect(about([], '李明 华东分局局长', ['李明'], ['李明华'])).toBe(true)
    expect(about(['李明'], '李明 华东分局局长', ['李明'], ['李明华'])).toBe(true)
    expect(about(['李明 华东分局'], '', ['李明'], ['李明华'])).toBe(true)
    expect(about([], '局长李明 华东分局', ['李明'], ['李明华'])).toBe(true)
    expect(about([], '华东分局李明华', ['李明'], ['李明华'])).toBe(false)
    expect(about(['李　明华'], '华东分局李　明华', ['李明'], ['李明华'])).toBe(false)
  })

  it('a name that somebody here has is theirs, whatever its last character; with a number it may be the same person again', () => {
    expect(about(['李明书'], '', ['李明'], ['李明书'])).toBe(false)
    expect(about(['李明书'], '')).toBe(true)
    expect(about(['李明2'], '李明2', ['李明'], ['李明2'])).toBe(true)
  })

  it('a name with any signs in it is compared as it is', () => {
    expect(about(['Anne-Marie O’Neil (HQ)+[x]'], '', ['Anne-Marie O’Neil (HQ)+[x]'])).toBe(true)
    expect(about([], 'Mr Anne-Marie.', ['anne-marie'])).toBe(true)
  })

  it('a name that somebody had before is theirs, even where a colleague has it now', () => {
    expect(about([], '本局李明华', ['李明', '李明华'], ['李明华'])).toBe(true)
  })
})

describe('whoever is named by the full name as a whole word', () => {
  const character = fc.constantFrom(...'李王明华东等局某总文艾力')
  const name = fc.array(character, { minLength: 2, maxLength: 3 }).map((all) => all.join(''))
  const words = fc.array(fc.oneof(name, fc.constantFrom('某局', '副局长', '华东分局', '2', 'A')), { maxLength: 3 })
  const between = fc.constantFrom(' ', '\u3000', '，', '、', '；', '(', '\n')
  /** Whom longer names there are beside them: made of the name, so that they meet. */
  const longerThan = (own: string) => fc.array(fc.tuple(fc.constantFrom('', ...'王老东'), fc.constantFrom('', ...'华等局东')).map(([before, after]) => `${before}${own}${after}`), { maxLength: 4 })
  const cases = name.chain((own) => fc.record({ own: fc.constant(own), names: longerThan(own), others: longerThan(own), before: words, after: words, mark: between }))

  it('is always told from nobody, in the text and among the names', () => {
    fc.assert(
      fc.property(cases, ({ own, names, others, before, after, mark }) => {
        const text = [...before, own, ...after].join(mark)
        expect(about(names, text, [own], others)).toBe(true)
        expect(about([...names, text], '', [own], others)).toBe(true)
        expect(about([...names, own], before.join(mark), [own], others)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
