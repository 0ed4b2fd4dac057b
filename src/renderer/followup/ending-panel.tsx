/** How the case rests or ends: suspension, merger, what was not decided, the archive and what the file still lacks. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { DROP_KIND_LABELS, type Followup, type MergedCase, type Suspension } from '../../shared/followup/contract.ts'
import { FILE_ITEM_LABELS } from '../../shared/followup/file-items.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

export type EndingAct = 'suspend' | 'resume' | 'merge'

interface EndingPanelProps {
  readonly followup: Followup
  readonly onAct: (act: EndingAct) => void
}

const ACTS = ['merge', 'suspend', 'resume'] as const satisfies readonly EndingAct[]

export function EndingPanel({ followup, onAct }: EndingPanelProps): ReactNode {
  const { t, pick } = useLanguage()
  const { drop, archive, suspensions, mergedInto, mergedFrom, may } = followup
  const nothing = drop === null && archive === null && suspensions.length === 0 && mergedInto === null && mergedFrom.length === 0
  const extra = ACTS.some((act) => may[act]) ? (
    <div className="fs-row">
      {ACTS.filter((act) => may[act]).map((act) => (
        <Button key={act} size="small" onClick={() => onAct(act)}>
          {t(`followup:act.${act}`)}
        </Button>
      ))}
    </div>
  ) : undefined
  return (
    <Panel title={t('followup:ending')} extra={extra}>
      {nothing && <p className="fs-soft">{t('followup:nothingYet')}</p>}
      {suspensions.map((one) => (
        <SuspensionWords key={one.id} suspension={one} />
      ))}
      {mergedInto !== null && <MergedWords label={t('followup:mergedInto')} merged={mergedInto} />}
      {mergedFrom.map((one) => (
        <MergedWords key={one.caseId} label={t('followup:mergedFrom')} merged={one} />
      ))}
      {drop !== null && (
        <>
          <p>{t('followup:dropped', { kind: pick(DROP_KIND_LABELS[drop.kind]), on: drop.on, by: drop.by })}</p>
          <p>{drop.reason}</p>
        </>
      )}
      {archive !== null && (
        <>
          <p>
            {t('followup:archived', { on: archive.on, place: archive.place, by: archive.by })} {archive.pages !== null && t('followup:pages', { pages: archive.pages })}
          </p>
          {archive.excuses.map(({ item, reason }) => (
            <p key={item} className="fs-soft">
              {t('followup:excused', { item: pick(FILE_ITEM_LABELS[item]), reason })}
            </p>
          ))}
        </>
      )}
    </Panel>
  )
}

function SuspensionWords({ suspension }: { readonly suspension: Suspension }): ReactNode {
  const { t } = useLanguage()
  const { from, basis, reason, approvedBy, resumed } = suspension
  return (
    <div className="followup-decision">
      <p>
        {resumed === null && <Mark tone="amber">{t('followup:running')}</Mark>} {t('followup:suspendedLine', { from, reason })}
      </p>
      <p className="fs-soft">{t('followup:suspendedBy', { basis, approvedBy })}</p>
      {resumed !== null && <p>{t('followup:resumedLine', { on: resumed.on, reason: resumed.reason })}</p>}
    </div>
  )
}

function MergedWords({ label, merged }: { readonly label: string; readonly merged: MergedCase }): ReactNode {
  return (
    <p>
      <b>{label}</b> <Link href={`/cases/${merged.caseId}`}>{merged.title}</Link> <span className="fs-soft">{merged.reason}</span>
    </p>
  )
}

/** What must be in the file; shown once the case is about to be archived. */
export function FilePanel({ followup }: { readonly followup: Followup }): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <Panel title={t('followup:file')}>
      <ul className="followup-file">
        {followup.file.map(({ id, present, lacking }) => (
          <li key={id}>
            <Mark tone={present ? 'green' : 'red'}>{t(present ? 'followup:there' : 'followup:lacking')}</Mark> {pick(FILE_ITEM_LABELS[id])}
            {lacking.length > 0 && <span className="fs-soft"> {lacking.join(t('ui:listSeparator'))}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
