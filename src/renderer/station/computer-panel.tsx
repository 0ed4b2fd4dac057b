/** Where the data lies, how much it is, and how it is opened. What the program is stands on its own page. */
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useTransport } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatSize } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'

export function ComputerPanel({ status }: { readonly status: StationStatus }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { openDataFolder } = useTransport()
  const size = useRead('station.folder', {}, { staleTime: 0 })
  const copy = (): void => {
    void navigator.clipboard.writeText(status.folder).then(
      () => message.success(t('station:settings.copied')),
      () => message.error(t('station:settings.notCopied')),
    )
  }
  const open = async (): Promise<void> => {
    if (!(await openDataFolder?.())) void message.error({ content: t('station:settings.folderNotOpened'), duration: 10 })
  }
  return (
    <Panel title={t('station:settings.computer')}>
      <dl className="fs-facts">
        <dt>{t('station:settings.folder')}</dt>
        <dd>
          <span className="fs-mono">{status.folder}</span>{' '}
          <Button size="small" type="link" aria-label={t('station:settings.copyFolder')} onClick={copy}>
            {t('station:settings.copy')}
          </Button>
          {openDataFolder === undefined ? null : (
            <Button size="small" type="link" onClick={() => void open()}>
              {t('station:settings.openFolder')}
            </Button>
          )}
        </dd>
        <dt>{t('station:settings.folderSize')}</dt>
        <dd>
          {size.data === undefined ? '…' : t('station:settings.folderSizeOf', { size: formatSize(size.data.bytes), files: size.data.files })}
        </dd>
        <dt>{t('station:settings.keyChain')}</dt>
        <dd>{status.keyChain ?? t('station:settings.keyChainNone')}</dd>
      </dl>
      <ErrorNotice error={size.error} onRetry={() => void size.refetch()} />
      <p className="fs-soft station-text">{t('station:settings.folderHint')}</p>
      <div className="fs-row">
        <Link href="/about">{t('station:settings.toAbout')}</Link>
        <Link href="/people">{t('station:settings.toPeople')}</Link>
        <Link href="/catalogue">{t('station:settings.toCatalogue')}</Link>
      </div>
    </Panel>
  )
}
