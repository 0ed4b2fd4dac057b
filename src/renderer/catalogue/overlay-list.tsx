/** Which local overlays the station has, what they add, tighten or hide, and for who may: new ones, next versions, withdrawal. */
import { Alert, App, Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { OVERLAY_SIZE_LIMIT } from '../../shared/catalogue/overlay.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { OverlayStanding, StationOverlay } from '../../shared/catalogue/station-overlay.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay, today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { saveFile } from '../ui/save-file.ts'
import { newOverlay, nextVersion, readOverlayFile, type OverlayDraft } from './overlay-draft.ts'
import { OverlayEditor } from './overlay-editor.tsx'
import { problemIn } from './overlay-problems.tsx'
import { OverlayVersions } from './overlay-versions.tsx'

interface Editing {
  readonly draft: OverlayDraft
  readonly seq: number
}

const TONES: Record<OverlayStanding, MarkTone> = { inForce: 'green', waiting: 'navy', ended: 'plain', withdrawn: 'plain', leftOut: 'red' }

export function OverlayList({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  const read = useRead('catalogue.overlays', {})
  const may = useMayCall('catalogue.saveOverlay')
  const [editing, setEditing] = useState<Editing>()
  const overlays = read.data ?? []
  if (editing !== undefined) {
    return <OverlayEditor catalogue={catalogue} start={editing.draft} seq={editing.seq} onDone={() => setEditing(undefined)} />
  }
  return (
    <>
      {may ? <NewOverlay overlays={overlays} onEdit={setEditing} /> : null}
      <Panel>
        <div className="fs-stack">
          <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
          {read.data?.length === 0 ? <Empty title={t('catalogue:noOverlays')} hint={may ? t('catalogue:own.emptyHint') : undefined} /> : null}
          {overlays.map((one) => (
            <OverlaySection key={`${one.origin}/${one.overlay.id}`} one={one} may={may} onEdit={setEditing} />
          ))}
          <div className="fs-soft">
            {t('catalogue:hash')}: <span className="fs-mono">{catalogue.version.contentHash}</span>
          </div>
        </div>
      </Panel>
    </>
  )
}

function NewOverlay({ overlays, onEdit }: { readonly overlays: readonly StationOverlay[]; readonly onEdit: (editing: Editing) => void }): ReactNode {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<'tooLarge' | 'notOverlay'>()
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    // in bytes, of which a character has at most four
    if (file.size > OVERLAY_SIZE_LIMIT * 4) return setWrong('tooLarge')
    const draft = readOverlayFile(await file.text())
    if (draft === null) return setWrong('notOverlay')
    setWrong(undefined)
    const seq = overlays.find(({ origin, overlay }) => origin === 'station' && overlay.id === draft.id)?.version?.seq ?? 0
    onEdit({ draft, seq })
  }
  return (
    <div className="fs-stack">
      <div className="fs-row">
        <Button type="primary" onClick={() => onEdit({ draft: newOverlay(today()), seq: 0 })}>
          {t('catalogue:own.new')}
        </Button>
        <Button onClick={() => input.current?.click()}>{t('catalogue:own.import')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('catalogue:own.import')}
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <span className="fs-soft">{t('catalogue:own.explain')}</span>
      </div>
      {wrong === undefined ? null : <Alert type="error" showIcon title={t(`catalogue:own.${wrong}`)} />}
    </div>
  )
}

interface SectionProps {
  readonly one: StationOverlay
  readonly may: boolean
  readonly onEdit: (editing: Editing) => void
}

function OverlaySection({ one, may, onEdit }: SectionProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const { overlay, origin, standing, problem, version } = one
  const [showing, setShowing] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const to = overlay.validTo ?? null
  return (
    <section className="catalogue-overlay">
      <div className="fs-row">
        <h3>{pick(overlay.title)}</h3>
        <Mark tone={TONES[standing]}>{t(`catalogue:own.standing.${standing}`)}</Mark>
        <Mark>{t(`catalogue:own.levels.${overlay.level}`)}</Mark>
        <Mark>{t(origin === 'file' ? 'catalogue:own.fromFolder' : 'catalogue:own.ofStation')}</Mark>
        <span className="fs-grow" />
        <Button size="small" onClick={() => saveFile(`${overlay.id}-${overlay.version}.json`, `${JSON.stringify(overlay, null, 2)}\n`)}>
          {t('catalogue:own.export')}
        </Button>
        {version === null ? null : (
          <Button size="small" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {t('catalogue:own.versions', { count: version.seq })}
          </Button>
        )}
        {may && version !== null ? (
          <Button size="small" onClick={() => onEdit({ draft: nextVersion(overlay), seq: version.seq })}>
            {t('catalogue:own.edit')}
          </Button>
        ) : null}
        {may && version?.state === 'active' ? (
          <Button size="small" danger onClick={() => setWithdrawing(true)}>
            {t('catalogue:own.withdraw')}
          </Button>
        ) : null}
      </div>
      <div className="fs-soft">
        {t('catalogue:overlayVersion', { id: overlay.id, version: overlay.version })} ·{' '}
        {to === null
          ? t('catalogue:validFrom', { from: formatDay(overlay.validFrom, language) })
          : t('catalogue:validBetween', { from: formatDay(overlay.validFrom, language), to: formatDay(to, language) })}{' '}
        · {t('catalogue:source')}: {overlay.source}
      </div>
      {problem === null ? null : <Alert type="warning" showIcon title={t('catalogue:own.leftOutWhy', { problem: problemIn(problem, language) })} />}
      <ul className="fs-catalogue-rows">
        {overlay.operations.map((operation) => {
          const id = operation.operation === 'add' ? String(Object(operation.row).id) : operation.id
          return (
            <li key={`${operation.operation}/${operation.subject}/${id}`} className="fs-row">
              <Mark tone={operation.operation === 'hide' ? 'amber' : 'navy'}>{t(`catalogue:operation.${operation.operation}`)}</Mark>
              <span className="fs-figures">{id}</span>
              {operation.operation === 'hide' ? <span>{operation.reason}</span> : null}
              <span className="fs-soft">{operation.operation === 'add' ? String(Object(operation.row).source ?? '') : operation.source}</span>
            </li>
          )
        })}
      </ul>
      {showing ? <OverlayVersions overlayId={overlay.id} /> : null}
      {version === null ? null : <Withdraw open={withdrawing} overlayId={overlay.id} seq={version.seq} onClose={() => setWithdrawing(false)} />}
    </section>
  )
}

interface WithdrawProps {
  readonly open: boolean
  readonly overlayId: string
  readonly seq: number
  readonly onClose: () => void
}

function Withdraw({ open, overlayId, seq, onClose }: WithdrawProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const withdraw = useWrite('catalogue.withdrawOverlay')
  return (
    <ConfirmReasonModal
      open={open}
      title={t('catalogue:own.withdraw')}
      explanation={t('catalogue:own.withdrawExplain')}
      confirmLabel={t('catalogue:own.withdraw')}
      onCancel={onClose}
      onConfirm={(reason) =>
        withdraw.mutateAsync({ overlayId, expectedSeq: seq, reason }).then(() => {
          void message.success(t('catalogue:own.withdrawn'))
          onClose()
        })
      }
    />
  )
}
