/** About the program: version, data folder, and the licences of what it is made of. */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { licences } from 'virtual:licences'
import { useLanguage } from '../language/language.ts'
import { useRead, useTransport } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import './about.css'

function Facts(): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { shell } = useTransport()
  const status = useRead('station.status', {})
  const folder = status.data?.folder ?? ''
  const copy = (): void => {
    void navigator.clipboard.writeText(folder).then(() => message.success(t('about:copied')))
  }
  return (
    <Panel title={t('app:product')}>
      <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
      <p>{t('about:what')}</p>
      <dl className="fs-facts">
        <dt>{t('about:version')}</dt>
        <dd>{status.data?.programVersion}</dd>
        <dt>{t('about:catalogue')}</dt>
        <dd>{status.data?.catalogueVersion}</dd>
        <dt>{t('about:folder')}</dt>
        <dd>
          <span className="fs-mono">{folder}</span>{' '}
          <Button size="small" type="link" onClick={copy}>
            {t('about:copy')}
          </Button>
        </dd>
        <dt>{t('about:shell')}</dt>
        <dd>{t(shell === 'desktop' ? 'about:desktop' : 'about:loopback')}</dd>
      </dl>
    </Panel>
  )
}

function Licences(): ReactNode {
  const { t } = useLanguage()
  const [wanted, setWanted] = useState('')
  const words = wanted.trim().toLowerCase()
  const shown = licences.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(words))
  return (
    <Panel title={t('about:licences', { count: licences.length })}>
      <p className="fs-soft">{t('about:licencesHint')}</p>
      <TextField label={t('about:filter')} placeholder={t('about:filter')} value={wanted} onChange={setWanted} />
      {shown.length === 0 ? <p className="fs-soft">{t('about:none')}</p> : null}
      <div className="about-licences">
        {shown.map(({ name, version, licence, text }) => (
          <details key={`${name} ${version}`}>
            <summary>
              <span>{name}</span> <span className="fs-soft">{version}</span> <span className="fs-soft">{licence}</span>
            </summary>
            <pre tabIndex={0}>{text ?? t('about:noText', { licence })}</pre>
          </details>
        ))}
      </div>
    </Panel>
  )
}

export function AboutPage(): ReactNode {
  const { t } = useLanguage()
  return (
    <Page title={t('about:title')}>
      <Facts />
      <Licences />
    </Page>
  )
}
