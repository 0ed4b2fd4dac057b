/**
 * Civil days of China (北京时间): every day of a case is one of Asia/Shanghai, wherever the computer stands. China has kept
 * UTC+8 without summer time since 1992, before which no period of a case under review can run.
 */
import type { IsoDate, IsoInstant } from '../values/values.ts'
import { fromDayNumber, shiftDays } from './day-arithmetic.ts'

const AHEAD_OF_UTC = 8 * 3_600_000
const MILLISECONDS_A_DAY = 86_400_000

/** The day in China on which the moment lies. */
export function civilDayOf(moment: IsoInstant): IsoDate {
  return fromDayNumber(Math.floor((Date.parse(moment) + AHEAD_OF_UTC) / MILLISECONDS_A_DAY))
}

/** The first moment of a day in China. */
export function beginningOf(day: IsoDate): IsoInstant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - AHEAD_OF_UTC).toISOString() as IsoInstant
}

/** The first moment after a day: a period that ends with the day is over then (民法典 art. 203 para 2: 24 o'clock). */
export function endOf(day: IsoDate): IsoInstant {
  return beginningOf(shiftDays(day, 1))
}

/** `HH:mm` in China. */
export function civilTimeOf(moment: IsoInstant): string {
  return new Date(Date.parse(moment) + AHEAD_OF_UTC).toISOString().slice(11, 16)
}

/** `YYYY-MM-DD HH:mm` in China, as every screen and paper shows a moment; the same in both languages, so that it sorts. */
export function civilMomentOf(moment: IsoInstant): string {
  return `${civilDayOf(moment)} ${civilTimeOf(moment)}`
}
