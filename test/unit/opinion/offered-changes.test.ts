/** The answers change under a text that the officer rewrote: what is offered, and what each decision leaves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offeredChanges, settle } from '../../../src/shared/opinion/offered-changes.ts'

const BASE = '经审核，程序方面存在下列问题：\n1. 现场检查笔录第2页缺少当事人确认意见。\n2. 告知书没有送达回证。'
const OWN = '经审核，程序方面存在下列问题：\n1. 现场检查笔录第2页没有当事人签名，也没有说明拒签的情况，缺少确认意见。\n2. 告知书没有送达回证。\n以上问题请一并补正。'

describe('the difference that is offered', () => {
  it('is nothing while the answers compose the same', () => {
    expect(offeredChanges(BASE, BASE, OWN)).toEqual([])
  })

  it('shows old, new and own words of each paragraph that changed, and only of those', () => {
    const composed = BASE.replace('第2页', '第2页、第3页')
    expect(offeredChanges(BASE, composed, OWN)).toEqual([
      {
        before: '1. 现场检查笔录第2页缺少当事人确认意见。',
        after: '1. 现场检查笔录第2页、第3页缺少当事人确认意见。',
        own: '1. 现场检查笔录第2页没有当事人签名，也没有说明拒签的情况，缺少确认意见。',
      },
    ])
  })

  it('a paragraph taken over replaces the own one in its place; everything else stays theirs', () => {
    const composed = BASE.replace('第2页', '第2页、第3页')
    const { text, base } = settle(BASE, composed, OWN, 0, 'take')
    expect(text.split('\n')).toEqual([OWN.split('\n')[0], composed.split('\n')[1], ...OWN.split('\n').slice(2)])
    expect(base).toBe(composed)
  })

  it('own words that are kept are not asked about again', () => {
    const composed = BASE.replace('第2页', '第2页、第3页')
    const { text, base } = settle(BASE, composed, OWN, 0, 'keep')
    expect(text).toBe(OWN)
    expect(offeredChanges(base, composed, text)).toEqual([])
  })

  it('a new paragraph goes in behind the one it follows; one that is gone can be taken out', () => {
    const added = `${BASE}\n3. 裁量没有说明理由。`
    expect(offeredChanges(BASE, added, OWN)).toEqual([{ before: null, after: '3. 裁量没有说明理由。', own: null }])
    expect(settle(BASE, added, OWN, 0, 'take').text.split('\n')).toEqual([...OWN.split('\n').slice(0, 3), '3. 裁量没有说明理由。', '以上问题请一并补正。'])
    const fewer = BASE.split('\n').slice(0, 2).join('\n')
    expect(settle(BASE, fewer, OWN, 0, 'take').text).not.toContain('送达回证')
  })

  it('who takes everything over has the composed text, where they had written nothing of their own', () => {
    const paragraphs = fc.array(fc.stringMatching(/^[甲乙丙丁一二三四五]{1,12}$/u), { maxLength: 6 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(paragraphs, paragraphs, (base, composed) => {
        let state = { text: base, base }
        for (let step = 0; step < 20 && offeredChanges(state.base, composed, state.text).length > 0; step += 1) {
          state = settle(state.base, composed, state.text, 0, 'take')
        }
        expect(state).toEqual({ text: composed, base: composed })
      }),
    )
  })

  it('who keeps everything has their own text and is asked nothing more', () => {
    const paragraphs = fc.array(fc.stringMatching(/^[甲乙丙丁一二三四五]{1,12}$/u), { maxLength: 6 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (base, composed, own) => {
        let state = { text: own, base }
        for (let step = 0; step < 20 && offeredChanges(state.base, composed, state.text).length > 0; step += 1) {
          state = settle(state.base, composed, state.text, 0, 'keep')
        }
        expect(state).toEqual({ text: own, base: composed })
      }),
    )
  })
})
