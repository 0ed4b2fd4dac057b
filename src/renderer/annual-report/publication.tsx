/** Marking the report as published (公布), with where and the proof's hash; taking the mark back with a reason. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnnualReport } from '../../shared/annual-report/contract.ts'
import { isBlocking } from '../../shared/annual-report/report.ts'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { formatDay, shortHash, today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ReportModal } from './report-modal.tsx'

export function PublicationPanel({ report, may }: { readonly report: AnnualReport; readonly may: boolean }): ReactNode {
  const { t, language } = useLanguage()
  const call = useCallOnce()
  const [takingBack, setTakingBack] = useState(false)
  const { publication, year } = report
  if (publication === null) return null
  const { publishedOn, place, proof, by, changedSince } = publication
  const extra = may ? <Button size="small" onClick={() => setTakingBack(true)}>{t('annualReport:publish.takeBack')}</Button> : undefined
  return (
    <Panel title={t('annualReport:publish.done')} extra={extra}>
      <p>{t('annualReport:publish.said', { day: formatDay(publishedOn, language), place, by })}</p>
      {proof === null ? null : (
        <p className="fs-soft">
          {t('annualReport:publish.proofKept', { name: proof.name })} <code title={proof.sha256}>{shortHash(proof.sha256)}</code>
        </p>
      )}
      {changedSince.length === 0 ? null : <p className="fs-red">{t('annualReport:publish.changedSince', { count: changedSince.length })}</p>}
      <ConfirmReasonModal
        open={takingBack}
        title={t('annualReport:publish.takeBack')}
        explanation={t('annualReport:publish.takeBackExplain')}
        confirmLabel={t('annualReport:publish.takeBack')}
        onConfirm={async (reason) => {
          await call('annualReport.takeBack', { year, reason })
          setTakingBack(false)
        }}
        onCancel={() => setTakingBack(false)}
      />
    </Panel>
  )
}

export function PublishDialog({ report, onClose }: { readonly report: AnnualReport; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('annualReport.publish')
  const [on, setOn] = useState<string | null>(today())
  const [place, setPlace] = useState('')
  const [proof, setProof] = useState<StagedFile | null>(null)
  const [tried, setTried] = useState(false)
  const waiting = report.missing.filter(isBlocking).length
  const confirm = (): void => {
    setTried(true)
    if (on === null || place.trim().length < 2) return
    write.mutate({ year: report.year, publishedOn: on, place, proofId: proof?.id ?? null }, { onSuccess: onClose })
  }
  return (
    <ReportModal
      title={t('annualReport:publish.title', { year: report.year })}
      explanation={t('annualReport:publish.explain')}
      confirmLabel={t('annualReport:publish.act')}
      busy={write.isPending}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {waiting === 0 ? null : (
        <p>
          <Mark tone="red">{t('annualReport:missing.count', { count: waiting })}</Mark> {t('annualReport:publish.withMissing')}
        </p>
      )}
      <Field label={t('annualReport:publish.on')} required error={tried && on === null ? t('annualReport:publish.onNeeded') : undefined}>
        {(control) => <DateField {...control} value={on} onChange={setOn} />}
      </Field>
      <Field label={t('annualReport:publish.place')} required hint={t('annualReport:publish.placeHint')} error={tried && place.trim().length < 2 ? t('annualReport:publish.placeNeeded') : undefined}>
        {(control) => <TextField {...control} value={place} maxLength={300} onChange={setPlace} />}
      </Field>
      <p className="fs-soft">{proof === null ? t('annualReport:publish.proofHint') : t('annualReport:publish.proofKept', { name: proof.name })}</p>
      <FileDrop compact multiple={false} label={t('annualReport:publish.proof')} onStaged={setProof} />
    </ReportModal>
  )
}
