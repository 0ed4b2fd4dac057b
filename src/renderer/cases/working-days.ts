/** Working days that are left to a due day, by the catalogue's holidays. */
import { useMemo } from 'react'
import { makeCalendar } from '../../shared/deadlines/calendar.ts'
import { workingDaysBetween } from '../../shared/deadlines/periods.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { today } from '../ui/formats.ts'

export interface DaysToGo {
  /** Working days after today up to the due day; negative once it has passed. */
  readonly days: number
  readonly provisional: boolean
}

/**
 * Undefined until the catalogue is there. A due day that has passed is late by at least one, whatever days lie
 * between.
 */
export function useDaysLeft(): ((dueOn: string) => DaysToGo) | undefined {
  const catalogue = useCatalogue()
  return useMemo(() => {
    if (catalogue === undefined) return undefined
    const calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)
    const now = today() as IsoDate
    return (dueOn) => {
      const { days, provisional } = workingDaysBetween(calendar, now, dueOn as IsoDate)
      return { days: dueOn < now ? Math.min(days, -1) : days, provisional }
    }
  }, [catalogue])
}
