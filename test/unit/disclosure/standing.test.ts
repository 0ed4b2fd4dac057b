/** How a disclosure stands: due, published, withheld, to be withdrawn, withdrawn; and what ends each duty's time. */
import { describe, expect, it } from 'vitest'
import { dutyStop, isSettled, settledOn, statusOf, type Registered } from '../../../src/shared/disclosure/standing.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const SITE = { places: ['site', 'platform'] }
const CREDIT = { places: ['credit'] }
const at = (id: string, place: string, on: string) => ({ id, place, publishedOn: isoDate(on) })

function registered(change: Partial<Registered> = {}): Registered {
  return { decided: true, duties: [SITE], publications: [], withheldOn: null, changes: [], ...change }
}

describe('the disclosure of a case', () => {
  it('is nothing before a decision, and due after it', () => {
    expect(statusOf(registered({ decided: false }))).toBe('none')
    expect(statusOf(registered())).toBe('due')
  })

  it('is published once every duty is met at one of its places, not before', () => {
    const duties = [SITE, CREDIT]
    const first = registered({ duties, publications: [at('p', 'platform', '2026-04-10')] })
    expect([statusOf(first), isSettled(first), settledOn(first)]).toEqual(['due', false, null])
    const both = registered({ duties, publications: [at('p', 'platform', '2026-04-10'), at('q', 'credit', '2026-04-20')] })
    expect([statusOf(both), isSettled(both), settledOn(both)]).toEqual(['published', true, '2026-04-20'])
    const elsewhere = registered({ publications: [at('p', 'gazette', '2026-04-10')] })
    expect(statusOf(elsewhere)).toBe('due')
  })

  it('counts the first publication at a place, whatever the order of registration', () => {
    const twice = registered({ publications: [at('late', 'site', '2026-05-10'), at('soon', 'platform', '2026-04-10')] })
    expect(dutyStop(SITE, twice)?.day).toBe('2026-04-10')
  })

  it('is withheld by an approval, which ends the time on its day', () => {
    const kept = registered({ withheldOn: isoDate('2026-04-15') })
    expect([statusOf(kept), isSettled(kept), dutyStop(SITE, kept)?.day]).toEqual(['withheld', true, '2026-04-15'])
  })

  it('must come down once it was changed, until it is down', () => {
    const publications = [at('p', 'site', '2026-04-10')]
    const change = { changedOn: isoDate('2026-06-01'), publications: ['p'] }
    expect(statusOf(registered({ publications, changes: [{ ...change, withdrawnOn: null }] }))).toBe('toWithdraw')
    expect(statusOf(registered({ publications, changes: [{ ...change, withdrawnOn: isoDate('2026-06-03') }] }))).toBe('withdrawn')
  })

  it('that was changed before it was published has nothing to take down, and its time ends', () => {
    const never = registered({ changes: [{ changedOn: isoDate('2026-04-12'), withdrawnOn: null, publications: [] }] })
    expect([statusOf(never), dutyStop(SITE, never)?.day]).toEqual(['due', '2026-04-12'])
  })
})
