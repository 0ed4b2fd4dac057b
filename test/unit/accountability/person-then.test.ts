/** Names and posts as of the act, whatever became of the person. */
import { describe, expect, it } from 'vitest'
import { differs, postAt, type PersonChange, type Post } from '../../../src/shared/accountability/person-then.ts'

const post = (name: string, department = '', roles: Post['roles'] = ['reviewer']): Post => ({ name, department, roles })

describe('the post at an entry', () => {
  const changes: PersonChange[] = [
    { seq: 3, before: null, after: post('顾盼', '法制股') },
    { seq: 10, before: post('顾盼', '法制股'), after: post('顾盼盼', '执法大队', ['handler']) },
  ]
  const today = post('顾盼盼', '执法大队', ['handler'])

  it.each([
    [4, '顾盼', '法制股'],
    // the change itself is made by somebody; what it says holds for later entries
    [10, '顾盼', '法制股'],
    [11, '顾盼盼', '执法大队'],
    [99, '顾盼盼', '执法大队'],
  ])('%i: %s of %s', (seq, name, department) => {
    expect(postAt(changes, today, seq)).toMatchObject({ name, department })
  })

  it('of somebody whom no entry added is what the first change says it was before, or what it still is', () => {
    expect(postAt(changes.slice(1), today, 2).name).toBe('顾盼')
    expect(postAt([], today, 2)).toBe(today)
  })

  it('differs by name, department or role, not by the order of roles', () => {
    expect(differs(post('甲', '', ['head', 'reviewer']), post('甲', '', ['reviewer', 'head']))).toBe(false)
    expect(differs(post('甲'), post('乙'))).toBe(true)
    expect(differs(post('甲'), post('甲', '股'))).toBe(true)
    expect(differs(post('甲'), post('甲', '', ['head']))).toBe(true)
  })
})
