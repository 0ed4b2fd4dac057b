/** 文书: every companion form of the case, with what it lacks, its pages and what was made of it. */
import { Skeleton } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { FormOffer } from '../../shared/forms/contract.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { FORM_WAIT_LABELS } from '../../shared/forms/form-words.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark } from '../ui/state-tag.tsx'
import type { AskedForm } from './asked-form.ts'
import { FormDesk } from './form-desk.tsx'
import './forms.css'

/** @param startAt the form that was asked for elsewhere */
export function FormsTab({ detail, startAt }: { readonly detail: CaseDetail; readonly startAt: AskedForm | null }): ReactNode {
  const { t } = useLanguage()
  const offers = useRead('forms.ofCase', { caseId: detail.id })
  const [chosen, setChosen] = useState<FormId | null>(startAt?.form ?? null)
  const place = useRef<HTMLDivElement>(null)
  const { data } = offers
  const isThere = data !== undefined
  useEffect(() => {
    if (startAt === null || !isThere) return
    // who asked for the form elsewhere stood further down there
    place.current?.scrollIntoView({ block: 'start' })
    place.current?.querySelector<HTMLElement>('.forms-item[aria-current="true"]')?.focus({ preventScroll: true })
  }, [startAt, isThere])
  if (data === undefined) {
    return offers.error === null ? <Skeleton active className="case-loading" paragraph={{ rows: 8 }} /> : <ErrorNotice error={offers.error} onRetry={() => void offers.refetch()} />
  }
  const shown = data.find(({ form }) => form === chosen) ?? data.find(({ wait, mayMake }) => wait === null && mayMake) ?? data[0]
  return (
    <div className="forms" ref={place}>
      <nav className="forms-list" aria-label={t('forms:list')}>
        <p className="fs-soft forms-hint">{t('forms:listHint')}</p>
        <ul>
          {data.map((offer) => (
            <li key={offer.form}>
              <button type="button" className="forms-item" aria-current={offer.form === shown?.form} onClick={() => setChosen(offer.form)}>
                <OfferLine offer={offer} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {shown === undefined ? null : <FormDesk key={shown.form} caseId={detail.id} offer={shown} startAbout={startAt?.form === shown.form ? startAt.about : null} />}
    </div>
  )
}

function OfferLine({ offer }: { readonly offer: FormOffer }): ReactNode {
  const { t, pick } = useLanguage()
  const valid = offer.made.filter(({ voided }) => voided === null)
  const [newest] = valid
  return (
    <>
      <span className="forms-name">{pick(offer.name)}</span>
      {newest !== undefined ? (
        <Mark tone="green">{t('forms:state.made', { count: valid.length })}</Mark>
      ) : offer.wait !== null ? (
        <Mark tone="plain">{t('forms:state.wait')}</Mark>
      ) : offer.lacks.length > 0 ? (
        <Mark tone="amber">{t('forms:state.lacks', { count: offer.lacks.length })}</Mark>
      ) : (
        <Mark tone="navy">{t('forms:state.ready')}</Mark>
      )}
      <span className="fs-soft forms-line">
        {newest?.number ?? (offer.wait === null ? '' : pick(FORM_WAIT_LABELS[offer.wait]))}
      </span>
    </>
  )
}
