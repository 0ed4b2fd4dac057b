/** The catalogue for the screens: the present one, or one that was reviewed under; and the station's own overlays. */
import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import type { OverlayVersion } from '../../shared/catalogue/station-overlay.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { checkOverlay } from './check-overlay.ts'
import { keptCatalogue } from './kept-catalogues.ts'
import { insertOverlay, versionsOf, type NewOverlayVersion } from './overlay-record.ts'
import { rowHistory } from './row-history.ts'

export const catalogueHandlers: Handlers<typeof catalogueContract> = {
  'catalogue.get': ({ catalogue, reader }, { contentHash }) =>
    contentHash === undefined || contentHash === catalogue.version.contentHash ? catalogue : keptCatalogue(reader, contentHash),

  'catalogue.overlays': ({ catalogueInForce }) => catalogueInForce.overlays(),

  'catalogue.overlayVersions': ({ reader }, { overlayId }) => requireVersions(reader, overlayId),

  'catalogue.rowHistory': (context, { subject, id }) => rowHistory(context, subject, id),

  'catalogue.checkOverlay': (context, { text }) => checkOverlay(context, text),

  'catalogue.saveOverlay': (context, { text, expectedSeq, note }) => {
    const { overlay, problems } = checkOverlay(context, text)
    const [first] = problems
    if (overlay === null || first !== undefined) {
      const { row = '', field = '', problem = '' } = first ?? {}
      throw new FashenError('overlay-refused', { row: row || (overlay?.id ?? '—'), field: field || '—', problem })
    }
    requireSeq(context, overlay.id, expectedSeq)
    return keep(context, 'overlay.save', { seq: expectedSeq + 1, state: 'active', overlay, note })
  },

  'catalogue.withdrawOverlay': (context, { overlayId, expectedSeq, reason }) => {
    const last = requireVersions(context.reader, overlayId)[0]
    requireSeq(context, overlayId, expectedSeq)
    if (last === undefined || last.state === 'withdrawn') throw new FashenError('not-found', { subject: 'overlay', id: overlayId })
    try {
      // another overlay may rest on what this one adds
      context.catalogueInForce.candidate(overlayId, null, context.today())
    } catch (error) {
      if (!FashenError.is(error, 'catalogue-broken')) throw error
      const { row, field, problem } = error.data
      throw new FashenError('overlay-refused', { row, field, problem }, { cause: error })
    }
    return keep(context, 'overlay.withdraw', { seq: expectedSeq + 1, state: 'withdrawn', overlay: last.overlay, note: reason })
  },
}

function requireVersions(reader: CallContext['reader'], overlayId: string): OverlayVersion[] {
  const versions = versionsOf(reader, overlayId)
  if (versions.length === 0) throw new FashenError('not-found', { subject: 'overlay', id: overlayId })
  return versions
}

function requireSeq({ reader }: CallContext, overlayId: string, expected: number): void {
  const actual = versionsOf(reader, overlayId)[0]?.seq ?? 0
  if (actual !== expected) throw new FashenError('conflict', { subject: 'overlay', id: overlayId, expected, actual })
}

/** Nothing that was accepted changes: its round keeps the content hash of the catalogue of that day. */
function keep(context: CallContext, act: 'overlay.save' | 'overlay.withdraw', version: Omit<NewOverlayVersion, 'by' | 'at'>): OverlayVersion {
  const { seq, state, overlay, note } = version
  const at = context.instant()
  context.act({ act, subject: `overlay/${overlay.id}`, content: { seq, state, note, overlay } }, (writer) =>
    insertOverlay(writer, { ...version, by: context.person.id, at }),
  )
  context.catalogueInForce.changed()
  context.emit({ kind: 'changed', subject: 'station' })
  context.emit({ kind: 'changed', subject: 'case' })
  return { seq, state, overlay, note, savedBy: context.person.name, savedAt: at }
}
