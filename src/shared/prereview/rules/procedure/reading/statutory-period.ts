/** The statutory period that holds for a case (法定期限), out of the catalogue, and its last day. */
import { regionHolds } from '../../../../catalogue/case-facts.ts'
import type { PeriodRow, PeriodSubject } from '../../../../catalogue/periods.ts'
import { deadlineOf, type Deadline, type DayPeriod } from '../../../../deadlines/periods.ts'
import type { Regime } from '../../../../deadlines/regimes.ts'
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseFile } from '../../../case-file.ts'
import { sectorOf } from './sector.ts'

/** The row of the sector, else of the place, else the national one; null where none holds on the day. */
export function periodOf(file: CaseFile, subject: PeriodSubject, on: IsoDate): PeriodRow | null {
  const sector = sectorOf(file)
  const holding = file.catalogue.periods.filter(
    (row) =>
      row.subject === subject &&
      (row.sector === null || row.sector === sector) &&
      regionHolds(row.region, file.region ?? undefined) &&
      on >= row.validFrom &&
      (row.validTo === null || on <= row.validTo),
  )
  return holding.find((row) => row.sector !== null) ?? holding.find((row) => row.region !== null) ?? holding[0] ?? null
}

const KINDS = { workingDay: 'workingDays', calendarDay: 'calendarDays', month: 'months' } as const

/** So long in the unit of a row; hours and years have no last day in this sense. */
export function dayPeriod(length: number, unit: PeriodRow['unit']): DayPeriod | null {
  if (unit === 'year') return { kind: 'months', n: length * 12 }
  return unit === 'hour' ? null : { kind: KINDS[unit], n: length }
}

/** The last day of the row's period from the start; null for a period in hours. */
export function lastDay(file: CaseFile, row: PeriodRow, start: IsoDate, regime: Regime = 'penalty'): Deadline | null {
  const period = dayPeriod(row.length, row.unit)
  return period === null ? null : deadlineOf(file.calendar, start, period, regime)
}

const UNITS = {
  workingDay: ['个工作日', 'working days'],
  calendarDay: ['日', 'days'],
  month: ['个月', 'months'],
  year: ['年', 'years'],
  hour: ['小时', 'hours'],
} as const

/** 5个工作日 / 5 working days */
export function lengthWords({ length, unit }: Pick<PeriodRow, 'length' | 'unit'>): readonly [string, string] {
  const [zh, en] = UNITS[unit]
  return [`${length}${zh}`, `${length} ${en}`]
}
