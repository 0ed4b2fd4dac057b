/** What has to be said of a file before it is looked at, and why one is not shown in place. */
import { Alert, Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import type { FileLook } from '../../../shared/materials/file-look.ts'
import { useLanguage } from '../../language/language.ts'
import { formatSize } from '../../ui/formats.ts'
import { MOST_PIXELS, type NotShown } from './viewer-kind.ts'

const MILLION = 1_000_000
/** What is to be said of a file that is not what its name promises, and nothing else either. */
const DAMAGED = { PDF: 'materials:viewer.pdf.broken', DOCX: 'materials:viewer.docxBroken' } as const

export function FileNotices({ look: { format, promised, macros } }: { readonly look: FileLook }): ReactNode {
  const { t } = useLanguage()
  const real = t(`materials:format.${format}`)
  return (
    <>
      {promised !== null && (
        <Alert type="warning" showIcon className="evidence-notice" title={format === 'other' ? t('materials:notice.notPromised', { promised }) : t('materials:notice.promised', { promised, real })} />
      )}
      {macros && <Alert type="warning" showIcon className="evidence-notice" title={t('materials:notice.macros')} />}
      {(format === 'html' || format === 'svg') && <Alert type="info" showIcon className="evidence-notice" title={t(`materials:notice.${format}`)} />}
    </>
  )
}

interface NotShownProps {
  readonly why: NotShown
  readonly look: FileLook
  readonly onSave: () => void
  /** Shows what the station read of it; absent where it can have read nothing. */
  readonly onAsRead?: (() => void) | undefined
}

export function NotShownHere({ why, look: { picture, size, promised }, onSave, onAsRead }: NotShownProps): ReactNode {
  const { t } = useLanguage()
  const data = {
    width: picture?.width ?? 0,
    height: picture?.height ?? 0,
    millions: Math.round(((picture?.width ?? 0) * (picture?.height ?? 0)) / MILLION),
    most: MOST_PIXELS / MILLION,
    size: formatSize(size),
  }
  const damaged = why === 'other' && (promised === 'PDF' || promised === 'DOCX') ? DAMAGED[promised] : null
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="evidence-waiting evidence-not-shown" description={damaged === null ? t(`materials:notShown.${why}`, data) : t(damaged)}>
      <Button onClick={onSave}>{t('materials:saveCopy')}</Button>{' '}
      {onAsRead !== undefined && <Button onClick={onAsRead}>{t('materials:viewer.asRead')}</Button>}
    </Empty>
  )
}
