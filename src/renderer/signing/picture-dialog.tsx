/** Setting the picture of one's signature or the station's seal: drawn or from a file, seen before it is kept. */
import { App, Button, InputNumber, Modal, Segmented } from 'antd'
import { useEffect, useRef, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react'
import { errorFromJson } from '../../shared/errors/errors.ts'
import { SEAL_MM, type PictureKind } from '../../shared/signing/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useTransport, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { croppedToInk, pictureFromFile, pngFile } from './picture-file.ts'
import { SignaturePad } from './signature-pad.tsx'
import './signing.css'

interface PictureDialogProps {
  readonly kind: PictureKind
  readonly onClose: () => void
}

export function PictureDialog({ kind, onClose }: PictureDialogProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [way, setWay] = useState<'draw' | 'file'>(kind === 'seal' ? 'file' : 'draw')
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null)
  const [sheet, setSheet] = useState(0)
  const [widthMm, setWidthMm] = useState<number>(SEAL_MM.usual)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const keep = useKeepPicture(kind)
  const begin = (next: 'draw' | 'file'): void => {
    setWay(next)
    setCanvas(null)
    setError(null)
  }
  const take = (file: File | undefined): void => {
    if (file === undefined) return
    setError(null)
    setBusy(true)
    pictureFromFile(file)
      .then(setCanvas, setError)
      .finally(() => setBusy(false))
  }
  const save = async (): Promise<void> => {
    const picture = canvas === null ? undefined : way === 'draw' ? croppedToInk(canvas) : canvas
    if (picture === undefined) return
    setBusy(true)
    try {
      await keep(await pngFile(picture, kind === 'seal' ? 'seal.png' : 'signature.png'), widthMm)
      void message.success(t('signing:pictureKept'))
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const footer = (
    <>
      {way === 'draw' && <Button onClick={() => { setSheet(sheet + 1); setCanvas(null) }}>{t('signing:clearPad')}</Button>}
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" disabled={canvas === null} loading={busy} onClick={() => void save()}>
        {t('signing:keepPicture')}
      </Button>
    </>
  )
  return (
    <Modal open title={t(`signing:pictureTitle.${kind}`)} onCancel={onClose} mask={{ closable: false }} footer={footer} width="44rem">
      <div className="fs-stack">
        {kind === 'signature' && (
          <Segmented
            value={way}
            aria-label={t('signing:pictureTitle.signature')}
            options={[
              { value: 'draw', label: t('signing:draw') },
              { value: 'file', label: t('signing:fromFile') },
            ]}
            onChange={begin}
          />
        )}
        {way === 'draw' ? (
          <>
            <p className="fs-soft">{t('signing:drawHint')}</p>
            <SignaturePad label={t('signing:pad')} sheet={sheet} onDrawn={setCanvas} />
          </>
        ) : (
          <PictureFile kind={kind} canvas={canvas} onFile={take} />
        )}
        {kind === 'seal' && (
          <Field label={t('signing:sealWidth')} hint={t('signing:sealWidthHint', { least: SEAL_MM.least, most: SEAL_MM.most })}>
            {(control) => (
              <InputNumber id={control.id} min={SEAL_MM.least} max={SEAL_MM.most} step={0.5} value={widthMm} onChange={(value) => setWidthMm(value ?? SEAL_MM.usual)} />
            )}
          </Field>
        )}
        <ErrorNotice error={error} />
      </div>
    </Modal>
  )
}

/** Hands the file to the station and keeps it as the picture. */
function useKeepPicture(kind: PictureKind): (file: File, widthMm: number) => Promise<void> {
  const transport = useTransport()
  const signature = useWrite('signing.keepSignature')
  const seal = useWrite('signing.keepSeal')
  return async (file, widthMm) => {
    const staged = await transport.stage(file)
    if (!staged.ok) throw errorFromJson(staged.error)
    const stagedId = staged.value.id
    if (kind === 'seal') await seal.mutateAsync({ stagedId, widthMm })
    else await signature.mutateAsync({ stagedId })
  }
}

interface PictureFileProps {
  readonly kind: PictureKind
  readonly canvas: HTMLCanvasElement | null
  readonly onFile: (file: File | undefined) => void
}

function PictureFile({ kind, canvas, onFile }: PictureFileProps): ReactNode {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    onFile(event.dataTransfer.files[0])
  }
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    onFile(event.target.files?.[0])
    event.target.value = ''
  }
  return (
    <>
      <button type="button" className="fs-drop fs-drop-compact" onClick={() => input.current?.click()} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <span>{t(`signing:pictureDrop.${kind}`)}</span>
        <span className="fs-soft">{t('signing:pictureHint')}</span>
      </button>
      <input ref={input} type="file" hidden tabIndex={-1} aria-hidden accept=".png,.jpg,.jpeg" onChange={choose} />
      {canvas !== null && <CanvasPicture canvas={canvas} label={t('signing:pictureSeen')} />}
    </>
  )
}

/** The picture as it will be kept, on white paper. */
function CanvasPicture({ canvas, label }: { readonly canvas: HTMLCanvasElement; readonly label: string }): ReactNode {
  const shown = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (shown.current === null) return
    shown.current.width = canvas.width
    shown.current.height = canvas.height
    shown.current.getContext('2d')?.drawImage(canvas, 0, 0)
  }, [canvas])
  return <canvas ref={shown} className="signing-picture" role="img" aria-label={label} />
}
