/** Whether a record is about somebody: whole names, and where it cannot be told, kept from them. */
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
