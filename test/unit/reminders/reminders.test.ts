import { describe, expect, it } from 'vitest'
import { dueReminders, REMINDED } from '../../../src/renderer/reminders/due-reminders.ts'
import type { HomeCase } from '../../../src/shared/home/contract.ts'
import type { Light } from '../../../src/shared/home/lights.ts'
import { PREFERENCES } from '../../../src/shared/preferences/preferences.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const DAY = isoDate('2026-05-14')
const one = (id: string, light: Light): HomeCase =>
  ({ row: { id, title: id }, due: { light, workingDays: 1, provisional: false, clock: 'reviewLimit' }, desk: 'reviewer' }) as HomeCase
const idsOf = (due: ReturnType<typeof dueReminders>): readonly string[] => due?.cases.map(({ row }) => row.id) ?? []

describe('reminders of limits', () => {
  it('come once for a case, a light and a day', () => {
    const first = dueReminders([one('a', 'near'), one('b', 'late'), one('c', 'clear')], REMINDED, DAY)
    expect(idsOf(first)).toEqual(['a', 'b'])
    const kept = first?.keep ?? REMINDED
    expect(PREFERENCES.reminders.parse(kept)).toEqual(kept)
    expect(dueReminders([one('a', 'near'), one('b', 'late')], kept, DAY)).toBeNull()
    expect(idsOf(dueReminders([one('a', 'late'), one('b', 'late')], kept, DAY))).toEqual(['a'])
    expect(idsOf(dueReminders([one('a', 'near')], kept, isoDate('2026-05-15')))).toEqual(['a'])
  })

  it('do not come to who turned them off, nor where no clock runs', () => {
    expect(dueReminders([one('a', 'late')], { on: false, told: null }, DAY)).toBeNull()
    expect(dueReminders([{ ...one('a', 'late'), due: null }], REMINDED, DAY)).toBeNull()
  })
})
