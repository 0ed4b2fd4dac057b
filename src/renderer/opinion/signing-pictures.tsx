/** In the signing dialog: whether the signature picture and the seal are shown, and setting them where there is none yet. */
import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PictureKind, SigningPicture } from '../../shared/signing/contract.ts'
import { useLanguage } from '../language/language.ts'
import { PictureShown } from '../signing/kept-picture.tsx'
import { PictureDialog } from '../signing/picture-dialog.tsx'

type Plain = Readonly<Record<PictureKind, boolean>>

interface SigningPicturesProps {
  readonly pictures: Readonly<Record<PictureKind, SigningPicture | null>> | undefined
  /** The head also puts the seal on. */
  readonly head: boolean
  /** Pictures that the person does not want this time. */
  readonly plain: Plain
  readonly onChange: (plain: Plain) => void
}

export function SigningPictures({ pictures, head, plain, onChange }: SigningPicturesProps): ReactNode {
  const { t } = useLanguage()
  const [setting, setSetting] = useState<PictureKind | null>(null)
  if (pictures === undefined) return null
  const kinds: readonly PictureKind[] = head ? ['signature', 'seal'] : ['signature']
  return (
    <div className="signing-pictures">
      {kinds.map((kind) => {
        const picture = pictures[kind]
        const words = kind === 'seal' ? (['opinion:seal', 'opinion:noSeal', 'opinion:setSeal'] as const) : (['opinion:picture', 'opinion:noPicture', 'opinion:setPicture'] as const)
        const [use, none, set] = words
        return picture === null ? (
          <div key={kind} className="fs-row">
            <span className="fs-soft">{t(none)}</span>
            <Button size="small" onClick={() => setSetting(kind)}>
              {t(set)}
            </Button>
          </div>
        ) : (
          <div key={kind} className="fs-row">
            <Checkbox checked={!plain[kind]} onChange={(event) => onChange({ ...plain, [kind]: !event.target.checked })}>
              {t(use)}
            </Checkbox>
            <PictureShown picture={picture} label={t(use)} />
            {kind === 'signature' && (
              <Button size="small" type="link" onClick={() => setSetting(kind)}>
                {t('opinion:changePicture')}
              </Button>
            )}
          </div>
        )
      })}
      {setting !== null && <PictureDialog kind={setting} onClose={() => setSetting(null)} />}
    </div>
  )
}
