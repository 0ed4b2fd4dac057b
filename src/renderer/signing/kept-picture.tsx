/** The pictures that are kept: the person's own signature, the station's seal. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PictureKind, SigningPicture } from '../../shared/signing/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmModal } from '../ui/confirm-modal.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import './signing.css'

/** A kept picture on white paper, as it will be printed. */
export function PictureShown({ picture, label }: { readonly picture: SigningPicture; readonly label: string }): ReactNode {
  return <img className="signing-picture" src={`data:image/png;base64,${picture.png}`} alt={label} />
}

export function PicturePanel({ kind }: { readonly kind: PictureKind }): ReactNode {
  const { t } = useLanguage()
  const pictures = useRead('signing.pictures', {})
  const dropSignature = useWrite('signing.dropSignature')
  const dropSeal = useWrite('signing.dropSeal')
  const drop = kind === 'seal' ? dropSeal : dropSignature
  const [open, setOpen] = useState(false)
  const [dropping, setDropping] = useState(false)
  const picture = pictures.data?.[kind] ?? null
  return (
    <Panel
      title={t(`signing:pictureTitle.${kind}`)}
      extra={
        <>
          {picture !== null && (
            <Button size="small" danger onClick={() => setDropping(true)}>
              {t('signing:dropPicture')}
            </Button>
          )}
          <Button size="small" onClick={() => setOpen(true)}>
            {t(picture === null ? 'signing:setPicture' : 'signing:changePicture')}
          </Button>
        </>
      }
    >
      <p className="fs-soft">{t(`signing:pictureExplain.${kind}`)}</p>
      {picture !== null && (
        <div className="fs-row">
          <PictureShown picture={picture} label={t(`signing:pictureTitle.${kind}`)} />
          <span className="fs-soft">
            {kind === 'seal' && `${t('signing:widthMm', { width: picture.widthMm })} · `}
            <DateText value={picture.savedAt} />
          </span>
        </div>
      )}
      <ErrorNotice error={pictures.error} onRetry={() => void pictures.refetch()} />
      {dropping && (
        <ConfirmModal
          title={t(`signing:dropTitle.${kind}`)}
          explanation={t('signing:dropExplain')}
          confirmLabel={t('signing:dropPicture')}
          onConfirm={() => drop.mutateAsync({})}
          onClose={() => setDropping(false)}
        />
      )}
      {open && <PictureDialog kind={kind} onClose={() => setOpen(false)} />}
    </Panel>
  )
}
