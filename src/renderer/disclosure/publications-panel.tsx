/** Publications of the decision (公开登记), each with place, address, day and proof. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Disclosure } from '../../shared/disclosure/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { ProofLinks } from './proofs-field.tsx'
import { PublishDialog } from './publish-dialog.tsx'

export interface OfCase {
  readonly disclosure: Disclosure
  readonly caseId: string
}

export function PublicationsPanel({ disclosure, caseId }: OfCase): ReactNode {
  const { t, pick, language } = useLanguage()
  const [asked, setAsked] = useState(false)
  const { publications, places, may } = disclosure
  const nameOf = (place: string, other: string): string => {
    const row = places.find(({ id }) => id === place)
    return row === undefined ? other : pick(row.name)
  }
  const extra = may.publish ? (
    <Button size="small" type="primary" onClick={() => setAsked(true)}>
      {t('disclosure:publish')}
    </Button>
  ) : undefined
  return (
    <Panel title={t('disclosure:publications')} extra={extra}>
      {publications.length === 0 && <Empty title={t('disclosure:publicationsNone')} hint={t('disclosure:publicationsNoneHint')} />}
      <ul className="disclosure-list">
        {publications.map((one) => (
          <li key={one.id}>
            <p className="fs-row">
              <b>{nameOf(one.place, one.placeName)}</b>
              <span className="fs-figures">{one.publishedOn}</span>
              <Mark tone={one.withdrawnOn === null ? 'green' : 'plain'}>{one.withdrawnOn === null ? t('disclosure:up') : t('disclosure:down', { on: one.withdrawnOn })}</Mark>
              <span className="fs-soft">{t(one.what === 'masked' ? 'disclosure:whatMasked' : 'disclosure:whatSummary')}</span>
            </p>
            <p className="disclosure-address">{one.address}</p>
            {one.note !== '' && <p>{one.note}</p>}
            <ProofLinks proofs={one.proofs} />
            <p className="fs-soft">{t('disclosure:recordedBy', { by: one.by, at: formatMoment(one.at, language) })}</p>
          </li>
        ))}
      </ul>
      {asked && <PublishDialog disclosure={disclosure} caseId={caseId} onClose={() => setAsked(false)} />}
    </Panel>
  )
}
