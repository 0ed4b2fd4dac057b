/** Are the papers complete? (送审材料完整性) Each kind that the case needs, why, and whether it is there. */
import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import type { Completeness, MaterialNeed } from '../../shared/intake/contract.ts'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { useRead } from '../transport/calls.ts'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import './intake.css'

interface CompletenessPanelProps {
  readonly detail: CaseDetail
  readonly onOpen: (reference: FileReference) => void
}

export function CompletenessPanel({ detail, onOpen }: CompletenessPanelProps): ReactNode {
  const { t } = useLanguage()
  const completeness = useRead('intake.completeness', { caseId: detail.id }, { staleTime: 0 })
  const { data } = completeness
  const notices = detail.documents.filter((paper) => paper.kind === 'supplementNotice')
  const mark =
    data === undefined ? undefined : data.complete ? (
      <Mark tone="green">{t('intake:complete')}</Mark>
    ) : data.unread > 0 ? (
      <Mark tone="amber">{t('intake:unread', { count: data.unread })}</Mark>
    ) : (
      <Mark tone="red">{t('intake:missingCount', { count: data.missing.length })}</Mark>
    )
  return (
    <Panel title={t('intake:completeness')} extra={mark}>
      {data === undefined && completeness.error === null && <Skeleton active />}
      <ErrorNotice error={completeness.error} onRetry={() => void completeness.refetch()} />
      {data !== undefined && <Unread completeness={data} />}
      {data !== undefined && <Needs needs={data.needs} reading={data.unread > 0} />}
      {data !== undefined && <Limit limit={data.limit} />}
      {notices.length > 0 && (
        <div className="intake-notices">
          {notices.map((paper) => (
            <Button key={paper.id} size="small" type="link" onClick={() => onOpen(documentReference(paper.id))}>
              {paper.name}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  )
}

/** Said only where it matters: what is missing may stand in a paper that is not read yet. */
export function Unread({ completeness: { complete, unread } }: { readonly completeness: Completeness }): ReactNode {
  const { t } = useLanguage()
  return complete || unread === 0 ? null : <p className="fs-soft">{t('intake:unreadExplain', { count: unread })}</p>
}

function isMissing(need: MaterialNeed): boolean {
  return need.present === 0 && need.need !== 'optional'
}

interface NeedsProps {
  readonly needs: readonly MaterialNeed[]
  readonly reading: boolean
}

function Needs({ needs, reading }: NeedsProps): ReactNode {
  const { t, pick } = useLanguage()
  // what is missing first: it is what has to be done
  const sorted = [...needs].sort((left, right) => Number(isMissing(right)) - Number(isMissing(left)))
  return (
    <ul className="intake-needs">
      {sorted.map((need) => (
        <li key={need.kind} className={isMissing(need) ? 'intake-missing' : undefined}>
          <NeedIcon need={need} reading={reading} />
          <span>
            {pick(need.label)}
            {need.because !== null && <span className="fs-soft"> {t('intake:because', { why: pick(need.because) })}</span>}
            {!need.verified && (
              <>
                {' '}
                <UnverifiedMark />
              </>
            )}
            {need.lacking.length > 0 && (
              <div className="intake-lacking">{t('intake:lacking', { names: need.lacking.map(pick).join(t('ui:listSeparator')) })}</div>
            )}
          </span>
          <span className="fs-soft intake-state">
            {need.present > 0 ? t('intake:present', { count: need.present }) : t(need.need === 'optional' ? 'intake:optional' : 'intake:missing')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Red is what is known to be missing: not before everything is read. */
function NeedIcon({ need, reading }: { readonly need: MaterialNeed; readonly reading: boolean }): ReactNode {
  if (need.present > 0) return <CheckCircleFilled className="fs-green" aria-hidden />
  if (need.need === 'optional' || reading) return <MinusCircleOutlined className="fs-soft" aria-hidden />
  return <CloseCircleFilled className="fs-red" aria-hidden />
}

function Limit({ limit }: { readonly limit: Completeness['limit'] }): ReactNode {
  const { t } = useLanguage()
  return (
    <p className="fs-soft intake-limit">
      {t(limit.unit === 'workingDays' ? 'intake:limitWorking' : 'intake:limitCalendar', { days: limit.days })} <DateText value={limit.dueOn} />
      {limit.provisional && <Mark tone="amber">{t('ui:provisional')}</Mark>}
      {!limit.verified && <UnverifiedMark />}
      <br />
      {limit.basis}
    </p>
  )
}
