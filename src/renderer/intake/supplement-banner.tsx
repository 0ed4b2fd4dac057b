/** In the header of a case that waits for papers in the middle of its review: which, until when, and what goes on afterwards. */
import { ClockCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { useLanguage } from '../language/language.ts'
import { today } from '../ui/formats.ts'
import { CaseBanner } from '../workspace/case-banner.tsx'

export function SupplementBanner({ detail }: { readonly detail: Pick<CaseDetail, 'state' | 'returns'> }): ReactNode {
  const { t } = useLanguage()
  const open = detail.returns.find(({ inReview, endedOn }) => inReview && endedOn === null)
  if (detail.state !== 'supplementing' || open === undefined) return null
  const over = open.replyBy < today()
  return (
    <CaseBanner
      tone="amber"
      icon={<ClockCircleFilled aria-hidden />}
      title={
        <>
          <b>{t('intake:waiting.title')}</b>{' '}
          <span>{t('intake:waiting.asked', { day: civilDayOf(open.at), replyBy: open.replyBy, items: open.missing.join(t('ui:listSeparator')) })}</span>
        </>
      }
      meaning={<span className="fs-soft">{t(over ? 'intake:waiting.over' : 'intake:waiting.kept')}</span>}
      // what stays and what follows is told by the buttons
      toldElsewhere
    />
  )
}
