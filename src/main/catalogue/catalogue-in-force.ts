/**
 * The catalogue in force: what the program brings, with those of the station's own overlays that hold today. Made anew
 * when an overlay is saved and when a day begins on which another one holds.
 */
import type { Overlay } from '../../shared/catalogue/overlay.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { OverlayStanding, OverlayVersion, StationOverlay } from '../../shared/catalogue/station-overlay.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { HolidayNotice } from '../../shared/deadlines/holiday-notice.ts'
import { keptNotices, withNotices } from '../deadlines/holiday-record.ts'
import type { Reader } from '../store/database.ts'
import { layOverlays, type LaidCatalogue } from './load.ts'
import { keptOverlays } from './overlay-record.ts'

export interface CatalogueInForce {
  /** The same object until something changes. */
  now(): Catalogue
  /** What the program brings, before the station's own overlays. */
  readonly laid: LaidCatalogue
  /** To be called when an overlay or a notice of days off was written. */
  changed(): void
  /**
   * The catalogue on a day as it would be with `overlay` in place of the kept one of the same id; with null, without
   * that one. Throws `catalogue-broken`.
   */
  candidate(overlayId: string, overlay: Overlay | null, on: IsoDate): Catalogue
  overlays(): StationOverlay[]
}

interface Surroundings {
  readonly reader: Reader
  readonly today: () => IsoDate
  readonly log: (line: string) => void
}

interface Laid {
  readonly catalogue: Catalogue
  /** Overlays that do not fit, with the problem. */
  readonly leftOut: ReadonlyMap<string, string>
}

export function holdsOn({ validFrom, validTo }: Overlay, day: IsoDate): boolean {
  return validFrom <= day && (validTo === undefined || validTo === null || day <= validTo)
}

export function catalogueInForce(laid: LaidCatalogue, { reader, today, log }: Surroundings): CatalogueInForce {
  let kept: readonly OverlayVersion[] = keptOverlays(reader)
  let notices: readonly HolidayNotice[] = keptNotices(reader).map(({ notice }) => notice)
  // a notice of days off that the station entered itself stands beside what the program brings
  const ground = (): LaidCatalogue => ({ ...laid, base: withNotices(laid.base, notices) })
  let made: { readonly key: string; readonly laid: Laid } | undefined
  let asked: IsoDate | undefined

  const holding = (day: IsoDate): Overlay[] =>
    kept.filter(({ state, overlay }) => state === 'active' && holdsOn(overlay, day)).map(({ overlay }) => overlay)

  const present = (): Laid => {
    const day = today()
    if (made !== undefined && asked === day) return made.laid
    asked = day
    const overlays = holding(day)
    const key = overlays.map(({ id, version }) => `${id}@${version}`).join(' ')
    if (made?.key !== key) made = { key, laid: layWhatFits(ground(), overlays, log) }
    return made.laid
  }
  const standingOf = ({ state, overlay }: OverlayVersion, day: IsoDate, problem: string | undefined): OverlayStanding => {
    if (state === 'withdrawn') return 'withdrawn'
    if (problem !== undefined) return 'leftOut'
    if (holdsOn(overlay, day)) return 'inForce'
    return overlay.validFrom > day ? 'waiting' : 'ended'
  }
  // the station does not open on half a catalogue
  present()
  return {
    laid,
    now: () => present().catalogue,
    changed: () => {
      kept = keptOverlays(reader)
      notices = keptNotices(reader).map(({ notice }) => notice)
      made = undefined
    },
    candidate: (overlayId, overlay, on) => {
      const others = holding(on)
      const place = others.findIndex(({ id }) => id === overlayId)
      const given = overlay === null ? [] : [overlay]
      return layOverlays(ground(), place < 0 ? [...others, ...given] : others.toSpliced(place, 1, ...given))
    },
    overlays: () => {
      const { leftOut } = present()
      const day = today()
      return [
        ...laid.files.map(({ overlay }) => ({ origin: 'file' as const, overlay, standing: 'inForce' as const, problem: null, version: null })),
        ...kept.map((one) => {
          const { overlay, ...version } = one
          const problem = leftOut.get(overlay.id)
          return { origin: 'station' as const, overlay, standing: standingOf(one, day, problem), problem: problem ?? null, version }
        }),
      ]
    },
  }
}

/**
 * An overlay was checked when it was saved. Where a newer program brings another catalogue it may no longer fit; the
 * station opens without it and says so, because refusing would lock out who can mend it.
 */
function layWhatFits(laid: LaidCatalogue, overlays: readonly Overlay[], log: (line: string) => void): Laid {
  const leftOut = new Map<string, string>()
  const fitting: Overlay[] = []
  let catalogue = layOverlays(laid)
  for (const overlay of overlays) {
    try {
      catalogue = layOverlays(laid, [...fitting, overlay])
      fitting.push(overlay)
    } catch (error) {
      if (!FashenError.is(error, 'catalogue-broken')) throw error
      const { row, field, problem } = error.data
      leftOut.set(overlay.id, `${row} ${field}: ${problem}`)
      log(`overlay ${overlay.id} ${overlay.version} does not fit the catalogue: ${row} ${field} ${problem}`)
    }
  }
  return { catalogue, leftOut }
}
