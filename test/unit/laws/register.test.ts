/** The register that ships: what it answers without any imported text. */
import { describe, expect, it } from 'vitest'
import { checkCitation } from '../../../src/shared/laws/check-citation.ts'
import { titleKey } from '../../../src/shared/laws/law-title.ts'
import { registerLookup } from '../../../src/shared/laws/register-lookup.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from '../catalogue/shipped.ts'

const lookup = registerLookup(shipped.laws)
const troubles = (law: string, article: number | null, act: string, decision: string) =>
  checkCitation(
    lookup,
    { law, article, sub: 0, paragraph: null, item: null, role: 'basis', quotation: null },
    { act: isoDate(act), decision: isoDate(decision) },
  ).map(({ kind, weight }) => `${kind} ${weight}`)

describe('the shipped register', () => {
  it('finds a law by its full title, its short title and with a mark of its version', () => {
    for (const title of [
      '中华人民共和国行政处罚法',
      '行政处罚法',
      '《行政处罚法》',
      '中华人民共和国行政处罚法（2021修订）',
      '处罚法',
    ]) {
      expect(lookup.find(title)?.id, title).toBe('apl')
    }
    expect(lookup.find('灯塔法')).toBeNull()
  })

  it('has no two laws of one name', () => {
    const keys = shipped.laws.map(({ title }) => titleKey(title['zh-CN']))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('has versions that follow each other, the last of which is the present one', () => {
    for (const { id, versions, inForceFrom, repealedOn, highestArticle } of shipped.laws) {
      if (versions === undefined) continue
      versions.forEach((version, index) => {
        const next = versions[index + 1]
        if (next !== undefined)
          expect([id, version.endedOn, next.inForceFrom > version.inForceFrom]).toEqual([id, next.inForceFrom, true])
      })
      const last = versions.at(-1)
      expect([id, last?.inForceFrom, last?.endedOn, last?.highestArticle]).toEqual([
        id,
        inForceFrom,
        repealedOn,
        highestArticle,
      ])
    }
  })

  it('knows which version a day meant', () => {
    const apl = lookup.find('行政处罚法')
    if (apl === null) throw new Error('no APL')
    const highest = (day: string) => lookup.versionOn(apl, isoDate(day))?.highestArticle
    expect([highest('2020-06-01'), highest('2021-07-14'), highest('2021-07-15')]).toEqual([64, 64, 86])
  })

  it('knows the daily case of this autumn', () => {
    expect(troubles('环境保护法', 59, '2026-09-01', '2026-10-01')).toEqual([
      'not-in-force-on-act-day wrong',
      'not-in-force-on-decision-day wrong',
    ])
    expect(troubles('水污染防治法', 83, '2026-05-01', '2026-10-01')).toEqual(['not-in-force-on-decision-day weigh'])
    expect(troubles('生态环境法典', 1102, '2026-09-01', '2026-10-01')).toEqual([])
    expect(troubles('生态环境法典', 1243, '2026-09-01', '2026-10-01')).toEqual(['no-such-article wrong'])
    expect(troubles('生态环境法典', 1102, '2026-05-01', '2026-07-01')).toEqual([
      'not-in-force-on-act-day wrong',
      'not-in-force-on-decision-day wrong',
    ])
  })

  it('finds an article that came only with the later version', () => {
    expect(troubles('行政处罚法', 70, '2020-03-01', '2020-09-01')).toEqual(['no-such-article wrong'])
    expect(troubles('行政处罚法', 70, '2022-03-01', '2022-09-01')).toEqual([])
  })

  it('is not sure of what nobody read', () => {
    expect(troubles('生态环境行政处罚办法', 100, '2025-03-01', '2025-09-01')).toEqual(['no-such-article unsure'])
  })
})
