/** The station's own overlays (目录补充) in the store: every saved version stays, the last one counts. */
import { overlaySchema, type Overlay } from '../../shared/catalogue/overlay.ts'
import type { OverlayState, OverlayVersion } from '../../shared/catalogue/station-overlay.ts'
import { personName } from '../people/people.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'

interface OverlayRow {
  readonly seq: number
  readonly state: OverlayState
  readonly content: string
  readonly note: string
  readonly saved_by: string
  readonly saved_at: IsoInstant
}

const COLUMNS = 'seq, state, content, note, saved_by, saved_at'

function asVersion(reader: Reader, row: OverlayRow): OverlayVersion {
  const { seq, state, content, note } = row
  return {
    seq,
    state,
    overlay: overlaySchema.parse(JSON.parse(content)),
    note,
    savedBy: personName(reader, row.saved_by as PersonId),
    savedAt: row.saved_at,
  }
}

/** The last version of each, in the order in which they were first saved: the order in which they are laid. */
export function keptOverlays(reader: Reader): OverlayVersion[] {
  return reader
    .all<OverlayRow>(
      `SELECT ${COLUMNS} FROM overlays AS o
       WHERE seq = (SELECT max(seq) FROM overlays WHERE overlay_id = o.overlay_id)
       ORDER BY (SELECT min(rowid) FROM overlays WHERE overlay_id = o.overlay_id)`,
    )
    .map((row) => asVersion(reader, row))
}

/** All versions of one, the newest first; empty where there is none. */
export function versionsOf(reader: Reader, overlayId: string): OverlayVersion[] {
  return reader
    .all<OverlayRow>(`SELECT ${COLUMNS} FROM overlays WHERE overlay_id = ? ORDER BY seq DESC`, overlayId)
    .map((row) => asVersion(reader, row))
}

export interface NewOverlayVersion {
  readonly seq: number
  readonly state: OverlayState
  readonly overlay: Overlay
  readonly note: string
  readonly by: PersonId
  readonly at: IsoInstant
}

export function insertOverlay(writer: Writer, { seq, state, overlay, note, by, at }: NewOverlayVersion): void {
  writer.run(
    `INSERT INTO overlays (overlay_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    overlay.id,
    seq,
    state,
    JSON.stringify(overlay),
    note,
    by,
    at,
  )
}
