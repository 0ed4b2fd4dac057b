/** The line at the foot: what the work rests on (catalogue, chain) and that nothing leaves this computer. */
import { App, Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { shownTab } from '../help/open-help.ts'
import { useLanguage } from '../language/language.ts'
import { caseAt } from '../open-cases/open-cases.ts'
import { useRead } from '../transport/calls.ts'
import { shortHash } from '../ui/formats.ts'
import { placeIn } from '../workspace/last-place.ts'
import { ClockMark } from './clock-mark.tsx'
import { addressOf } from './screen-address.ts'

function CopyAddress(): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [location] = useLocation()
  const copy = (): void => {
    const caseId = caseAt(location)
    const address = addressOf(location, { tab: shownTab(), question: caseId === undefined ? undefined : placeIn(caseId).question })
    const told = navigator.clipboard.writeText(address)
    void told.then(() => message.success(t('app:address.copied', { address })), () => message.warning(t('app:address.refused', { address })))
  }
  return (
    <Button type="link" size="small" className="fs-foot-link" title={t('app:address.hint')} onClick={copy}>
      {t('app:address.copy')}
    </Button>
  )
}

export function Foot({ status, onShortcuts }: { status: StationStatus; onShortcuts: () => void }): ReactNode {
  const { t } = useLanguage()
  const head = useRead('audit.head', {})
  const catalogue = useCatalogue()
  const overlays = catalogue?.version.overlays.length ?? 0
  const version = catalogue?.version.manifest ?? status.catalogueVersion
  return (
    <footer className="fs-foot">
      <Button type="link" size="small" className="fs-foot-link" onClick={onShortcuts}>
        {t('app:shortcuts')}
      </Button>
      <CopyAddress />
      {version === null ? null : <span>{t('app:catalogueVersion', { version })}</span>}
      {overlays === 0 ? null : <span>{t('app:overlays', { count: overlays })}</span>}
      {head.data === undefined ? null : <ClockMark lastAct={head.data.at} />}
      {status.demo ? <span className="fs-demo" title={t('app:demo')}>{t('app:demo')}</span> : null}
      <span className="fs-foot-gap" />
      {head.data === undefined ? null : (
        <Tooltip title={<span className="fs-mono">{head.data.hash}</span>} placement="topRight">
          <span className="fs-figures">
            {t('app:chainHead', { seq: head.data.seq, hash: shortHash(head.data.hash) })}
          </span>
        </Tooltip>
      )}
      <Tooltip title={t('app:offlineWhy')} placement="topRight">
        <span>{t('app:offline')}</span>
      </Tooltip>
    </footer>
  )
}
