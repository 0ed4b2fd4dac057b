/** In the header of a case that waits for papers in the middle of its review: which, until when, and what goes on afterwards. */
import { ClockCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { useLanguage } from '../language/language.ts'
import { today } from '../ui/formats.ts'
import './intake.css'

export function SupplementBanner({ detail }: { readonly detail: Pick<CaseDetail, 'state' | 'returns'> }): ReactNode {
  const { t } = useLanguage()
  const open = detail.returns.find(({ inReview, endedOn }) => inReview && endedOn === null)
  if (detail.state !== 'supplementing' || open === undefined) return null
  const over = open.replyBy < today()
  return (
    <div className="supplement-banner" role="status">
      <ClockCircleFilled aria-hidden />
      <div>
        <b>{t('intake:waiting.title')}</b>{' '}
        <span>
          {t('intake:waiting.asked', { day: civilDayOf(open.at), replyBy: open.replyBy, items: open.missing.join(t('ui:listSeparator')) })}
        </span>
        <div className="fs-soft">{t(over ? 'intake:waiting.over' : 'intake:waiting.kept')}</div>
      </div>
    </div>
  )
}
