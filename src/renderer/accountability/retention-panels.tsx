/** Retention of archived cases (档案保管期限), and records of destruction (销毁记录). */
import { App, Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { RetentionOverview } from '../../shared/accountability/contract.ts'
import type { RetainedCase } from '../../shared/accountability/retention.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { Link } from 'wouter'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { FormDialog } from '../transfer/form-dialog.tsx'
import { textOf, type FormValues } from '../transfer/form-fields.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment, formatSize } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { DestructionsPanel } from './destructions-panel.tsx'

const TONES = { undetermined: 'amber', permanent: 'plain', running: 'plain', due: 'red', destroyed: 'plain' } as const

export function RetentionPanels({ person }: { readonly person: SignedInPerson }): ReactNode {
  const overview = useRead('accountability.retention', {})
  return (
    <>
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {overview.data !== undefined && (
        <>
          <RetainedPanel overview={overview.data} person={person} />
          <DestructionsPanel records={overview.data.destructions} person={person} />
        </>
      )}
    </>
  )
}

function RetainedPanel({ overview, person }: { readonly overview: RetentionOverview; readonly person: SignedInPerson }): ReactNode {
  const { t, pick, language } = useLanguage()
  const [settling, setSettling] = useState<RetainedCase | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<CaseId>>(new Set())
  const [proposing, setProposing] = useState<'cases' | 'unreferenced' | null>(null)
  const [maySettle, mayPropose] = [mayCall(person.roles, 'accountability.settleRetention'), mayCall(person.roles, 'accountability.proposeDestruction')]
  const { cases, total, due, undetermined, unreferenced } = overview
  const toggle = (id: CaseId): void =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const propose =
    mayPropose && chosen.size > 0 ? (
      <Button size="small" danger onClick={() => setProposing('cases')}>
        {t('accountability:retention.propose', { count: chosen.size })}
      </Button>
    ) : undefined
  return (
    <Panel title={t('accountability:retention.title')} extra={propose} flush>
      <p className="fs-soft acc-lead">
        {t('accountability:retention.lead')} {t('accountability:retention.counts', { total, due, undetermined })}
      </p>
      {cases.length === 0 ? (
        <Empty title={t('accountability:retention.none')} hint={t('accountability:retention.noneHint')} />
      ) : (
        <DataTable
          label={t('accountability:retention.title')}
          rows={cases}
          rowKey={({ caseId }) => caseId}
          columns={[
            {
              key: 'case',
              title: t('accountability:retention.column.case'),
              render: ({ caseId, title, place }) => (
                <>
                  <Link href={`/cases/${caseId}/accountability`}>{title}</Link>
                  <div className="fs-soft">{t('accountability:retention.place', { place })}</div>
                </>
              ),
            },
            { key: 'archived', title: t('accountability:retention.column.archived'), narrow: true, render: ({ archivedOn }) => archivedOn },
            {
              key: 'period',
              title: t('accountability:retention.column.period'),
              render: ({ retention }) =>
                retention === null ? (
                  '—'
                ) : (
                  <>
                    {pick(retention.name)} {retention.until === null ? null : t('accountability:retention.until', { day: retention.until })}{' '}
                    {retention.verified ? null : <Mark tone="amber">{t('accountability:retention.unverified')}</Mark>}
                    <div className="fs-soft">{t('accountability:retention.settled', { name: retention.by.name, moment: formatMoment(retention.at, language) })}</div>
                  </>
                ),
            },
            { key: 'standing', title: t('accountability:retention.column.standing'), narrow: true, render: ({ standing }) => <Mark tone={TONES[standing]}>{t(`accountability:retention.standing.${standing}`)}</Mark> },
            { key: 'files', title: t('accountability:retention.column.files'), narrow: true, render: ({ files, bytes }) => t('accountability:destruction.files', { count: files, size: formatSize(bytes) }) },
            {
              key: 'acts',
              title: '',
              narrow: true,
              render: (one) => (
                <span className="acc-print">
                  {maySettle && one.standing !== 'destroyed' && (
                    <Button size="small" onClick={() => setSettling(one)}>
                      {t('accountability:retention.settle')}
                    </Button>
                  )}
                  {mayPropose && one.standing === 'due' && (
                    <Checkbox checked={chosen.has(one.caseId)} onChange={() => toggle(one.caseId)}>
                      {t('accountability:retention.choose')}
                    </Checkbox>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {unreferenced.files > 0 && (
        <div className="acc-head acc-lead">
          <p className="fs-soft">{t('accountability:retention.unreferenced', { files: unreferenced.files, size: formatSize(unreferenced.bytes) })}</p>
          {mayPropose && (
            <Button size="small" danger onClick={() => setProposing('unreferenced')}>
              {t('accountability:retention.proposeUnreferenced')}
            </Button>
          )}
        </div>
      )}
      {settling !== null && <SettleDialog one={settling} onClose={() => setSettling(null)} />}
      {proposing !== null && (
        <ProposeDialog
          caseIds={proposing === 'cases' ? [...chosen] : []}
          onClose={() => {
            setProposing(null)
            setChosen(new Set())
          }}
        />
      )}
    </Panel>
  )
}

function SettleDialog({ one, onClose }: { readonly one: RetainedCase; readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const write = useWrite('accountability.settleRetention')
  if (catalogue === undefined) return null
  const options = catalogue.retentionPeriods.map(({ id, name, verified }) => ({ value: id, label: `${pick(name)}${verified ? '' : ` (${t('accountability:retention.unverified')})`}` }))
  const submit = (values: FormValues): Promise<unknown> => write.mutateAsync({ caseId: one.caseId, periodId: textOf(values, 'period'), reason: textOf(values, 'reason') })
  return (
    <FormDialog
      draftKey={`accountability/${one.caseId}/retention`}
      title={t('accountability:retention.settleTitle')}
      explanation={t('accountability:retention.settleHint', { title: one.title })}
      fields={[
        { name: 'period', label: t('accountability:retention.period'), kind: 'choice', required: true, options },
        { name: 'reason', label: t('accountability:retention.reason'), kind: 'text', rows: 2, longest: 2000, required: one.retention !== null },
      ]}
      initial={one.retention === null ? undefined : { period: one.retention.periodId }}
      confirmLabel={t('accountability:retention.settleTitle')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function ProposeDialog({ caseIds, onClose }: { readonly caseIds: readonly CaseId[]; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('accountability.proposeDestruction')
  const submit = async (values: FormValues): Promise<void> => {
    const { number } = await write.mutateAsync({
      proposal: { caseIds: [...caseIds], unreferenced: caseIds.length === 0, reason: textOf(values, 'reason'), appraisal: textOf(values, 'appraisal') },
    })
    void message.success(t('accountability:retention.proposed', { number }))
  }
  return (
    <FormDialog
      draftKey={`accountability/destruction/${caseIds.length === 0 ? 'unreferenced' : 'cases'}`}
      title={t('accountability:retention.proposeTitle')}
      explanation={t('accountability:retention.proposeHint')}
      fields={[
        { name: 'reason', label: t('accountability:retention.proposeReason'), kind: 'text', required: true, rows: 3, hint: t('accountability:retention.tenCharacters') },
        { name: 'appraisal', label: t('accountability:retention.appraisal'), kind: 'text', required: true, rows: 3, hint: t('accountability:retention.tenCharacters') },
      ]}
      confirmLabel={t('accountability:retention.proposeTitle')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}
