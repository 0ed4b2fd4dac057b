/** The contract of the catalogue: what the screens need of the law as data, and the agency's own overlays. */
import { z } from 'zod'
import { sha256Schema } from '../values/values.ts'
import { method } from '../contract/method.ts'
import { rowIdSchema, subjectSchema, type Catalogue } from './schema.ts'
import type { OverlayCheck, OverlayVersion, RowHistory, StationOverlay } from './station-overlay.ts'

/** JSON text of an overlay. Longer than an overlay may be, so that the check can say so in its own words. */
const overlayText = z.string().max(8_000_000)
const note = z.string().trim().min(1).max(500)

export const catalogueContract = {
  /** The present catalogue, or one that a round was reviewed under, by its content hash. */
  'catalogue.get': method({ input: z.strictObject({ contentHash: sha256Schema.optional() }), allowed: 'signedIn', access: 'read' }).returns<Catalogue>(),
  /** From the program's folder and of the station's own, in the order in which they are laid. */
  'catalogue.overlays': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly StationOverlay[]>(),
  /** All versions of one of the station's own overlays, the newest first. Throws `not-found`. */
  'catalogue.overlayVersions': method({ input: z.strictObject({ overlayId: rowIdSchema }), allowed: 'signedIn', access: 'read' }).returns<
    readonly OverlayVersion[]
  >(),
  /** A row as the base has it and as each overlay left it. Throws `not-found`. */
  'catalogue.rowHistory': method({ input: z.strictObject({ subject: subjectSchema, id: rowIdSchema }), allowed: 'signedIn', access: 'read' }).returns<RowHistory>(),
  /** What is wrong with an overlay, or which open cases it would touch. Saves nothing. */
  'catalogue.checkOverlay': method({ input: z.strictObject({ text: overlayText }), allowed: ['admin', 'head'], access: 'read' }).returns<OverlayCheck>(),
  /**
   * Saves a new overlay (`expectedSeq` 0) or the next version of one. Throws `overlay-refused` with the first thing that is
   * wrong, `conflict` where somebody else saved in between.
   */
  'catalogue.saveOverlay': method({
    input: z.strictObject({ text: overlayText, expectedSeq: z.int().min(0), note }),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<OverlayVersion>(),
  /** Takes an overlay out by a new version; nothing is deleted. Throws `not-found`, `conflict`, `overlay-refused`. */
  'catalogue.withdrawOverlay': method({
    input: z.strictObject({ overlayId: rowIdSchema, expectedSeq: z.int().min(1), reason: note }),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<OverlayVersion>(),
}
