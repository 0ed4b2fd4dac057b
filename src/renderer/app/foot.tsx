/** The line at the foot: what the work rests on (catalogue, chain) and that nothing leaves this computer. */
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { shortHash } from '../ui/formats.ts'
import { ClockMark } from './clock-mark.tsx'

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
      {version === null ? null : <span>{t('app:catalogueVersion', { version })}</span>}
      {overlays === 0 ? null : <span>{t('app:overlays', { count: overlays })}</span>}
      {head.data === undefined ? null : <ClockMark lastAct={head.data.at} />}
      {status.demo ? <span className="fs-demo">{t('app:demo')}</span> : null}
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
