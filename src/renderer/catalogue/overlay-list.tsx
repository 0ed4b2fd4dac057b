/** Which local overlays the station uses, and what they add, tighten or hide. */
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { Mark } from '../ui/state-tag.tsx'

export function OverlayList({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  const { overlays, contentHash } = catalogue.version
  return (
    <div className="fs-stack">
      {overlays.length === 0 ? <Empty title={t('catalogue:noOverlays')} /> : null}
      {overlays.map((overlay) => {
        const hidden = catalogue.hidden.filter((row) => row.overlay === overlay.id)
        const changes = catalogue.changes.filter(
          (change) => change.overlay === overlay.id && change.operation !== 'hide',
        )
        return (
          <section key={overlay.id}>
            <h3>{t('catalogue:overlayVersion', { id: overlay.id, version: overlay.version })}</h3>
            <ul className="fs-catalogue-rows">
              {changes.map((change) => (
                <li key={`${change.subject}/${change.id}`} className="fs-row">
                  <Mark tone="navy">{t(`catalogue:operation.${change.operation}`)}</Mark>
                  <span className="fs-figures">{change.id}</span>
                </li>
              ))}
              {hidden.map((row) => (
                <li key={`${row.subject}/${row.id}`} className="fs-row">
                  <Mark tone="amber">{t('catalogue:operation.hide')}</Mark>
                  <span className="fs-figures">{row.id}</span>
                  <span>{row.reason}</span>
                  <span className="fs-soft">{row.source}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <div className="fs-soft">
        {t('catalogue:hash')}: <span className="fs-mono">{contentHash}</span>
      </div>
    </div>
  )
}
