/** Records of destruction: what was proposed, who approved, who witnessed, and the list with its hashes. */
import { App, Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { DestructionHead } from '../../shared/accountability/retention.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment, formatSize } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { EntryMark, WhoThen } from './person-words.tsx'

const TONES = { proposed: 'amber', approved: 'amber', refused: 'plain', begun: 'red', finished: 'plain' } as const
type Asked = { readonly act: 'approve' | 'refuse' | 'carryOut'; readonly record: DestructionHead }

export function DestructionsPanel({ records, person }: { readonly records: readonly DestructionHead[]; readonly person: SignedInPerson }): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <Panel title={t('accountability:destruction.title')} flush>
      {records.length === 0 ? (
        <Empty title={t('accountability:destruction.none')} hint={t('accountability:destruction.noneHint')} />
      ) : (
        <DataTable
          label={t('accountability:destruction.title')}
          rows={records}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', title: t('accountability:destruction.column.number'), narrow: true, render: ({ number }) => t('accountability:destruction.number', { number }) },
            { key: 'what', title: t('accountability:destruction.column.what'), render: ({ cases, unreferenced }) => (unreferenced ? t('accountability:destruction.unreferenced') : cases.map(({ title }) => title).join(t('ui:listSeparator'))) },
            { key: 'files', title: t('accountability:destruction.column.files'), narrow: true, render: ({ fileCount, bytes }) => t('accountability:destruction.files', { count: fileCount, size: formatSize(bytes) }) },
            { key: 'state', title: t('accountability:destruction.column.state'), narrow: true, render: ({ state }) => <Mark tone={TONES[state]}>{t(`accountability:destruction.state.${state}`)}</Mark> },
          ]}
          renderDetail={(record) => <RecordDetail record={record} person={person} onAct={(act) => setAsked({ act, record })} />}
        />
      )}
      {asked !== null && <StepDialog asked={asked} onClose={() => setAsked(null)} />}
    </Panel>
  )
}

interface DetailProps {
  readonly record: DestructionHead
  readonly person: SignedInPerson
  readonly onAct: (act: Asked['act']) => void
}

function RecordDetail({ record, person, onAct }: DetailProps): ReactNode {
  const { t, language } = useLanguage()
  const took = record.steps.some(({ by }) => by.id === person.id)
  const mayDecide = record.state === 'proposed' && mayCall(person.roles, 'accountability.decideDestruction')
  const mayWitness = record.state === 'approved' && !took && mayCall(person.roles, 'accountability.carryOutDestruction')
  return (
    <div className="acc-detail">
      <p>{t('accountability:destruction.reason', { text: record.reason })}</p>
      <p>{t('accountability:destruction.appraisal', { text: record.appraisal })}</p>
      <ul className="acc-steps">
        {record.steps.map((step) => (
          <li key={step.step}>
            <b>{t(`accountability:destruction.step.${step.step}`)}</b> {formatMoment(step.at, language)} <WhoThen who={step.by} /> {step.step === 'proposed' ? '' : step.note} <EntryMark entry={step.entry} />
          </li>
        ))}
      </ul>
      <FileList record={record} />
      <div className="acc-print">
        {mayDecide && (
          <>
            {!took && (
              <Button size="small" type="primary" onClick={() => onAct('approve')}>
                {t('accountability:destruction.approve')}
              </Button>
            )}
            <Button size="small" onClick={() => onAct('refuse')}>
              {t('accountability:destruction.refuse')}
            </Button>
          </>
        )}
        {mayWitness && (
          <Button size="small" danger onClick={() => onAct('carryOut')}>
            {t('accountability:destruction.carryOut')}
          </Button>
        )}
      </div>
    </div>
  )
}

function FileList({ record }: { readonly record: DestructionHead }): ReactNode {
  const { t } = useLanguage()
  const whole = useRead('accountability.destruction', { id: record.id })
  if (whole.error !== null) return <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />
  if (whole.data === undefined) return <Skeleton active title={false} />
  return (
    <>
      <p className="fs-soft">
        {t('accountability:destruction.list')} · <span className="fs-mono acc-hash">{t('accountability:destruction.listHash', { hash: record.listHash })}</span>
      </p>
      <DataTable
        label={t('accountability:destruction.list')}
        rows={whole.data.files}
        rowKey={({ storedName }) => storedName}
        columns={[
          { key: 'name', title: t('accountability:destruction.file'), render: ({ name, keptFor }) => (keptFor === null ? name : `${name} · ${t('accountability:destruction.kept', { title: keptFor })}`) },
          { key: 'size', title: t('accountability:destruction.size'), narrow: true, render: ({ size }) => formatSize(size) },
          { key: 'hash', title: t('accountability:destruction.hash'), render: ({ sha256 }) => <span className="fs-mono acc-hash">{sha256 ?? t('accountability:destruction.unreadable')}</span> },
        ]}
      />
    </>
  )
}

function StepDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const decide = useWrite('accountability.decideDestruction')
  const carryOut = useWrite('accountability.carryOutDestruction')
  const { act, record } = asked
  const confirm = async (note: string): Promise<void> => {
    if (act === 'carryOut') {
      const { erased, kept } = await carryOut.mutateAsync({ id: record.id, listHash: record.listHash, note })
      void message.success(t('accountability:destruction.done', { erased, kept }))
    } else await decide.mutateAsync({ id: record.id, approve: act === 'approve', note })
    onClose()
  }
  const title = act === 'carryOut' ? t('accountability:destruction.carryOutTitle') : act === 'approve' ? t('accountability:destruction.decideTitle') : t('accountability:destruction.refuseTitle')
  return (
    <ConfirmReasonModal
      open
      title={title}
      explanation={act === 'carryOut' ? t('accountability:destruction.carryOutHint', { hash: record.listHash.slice(0, 16) }) : record.reason}
      confirmLabel={t(`accountability:destruction.${act}`)}
      reasonLabel={act === 'carryOut' ? t('accountability:destruction.carryOutNote') : t('accountability:destruction.note')}
      destructive={act !== 'refuse'}
      onConfirm={confirm}
      onCancel={onClose}
    />
  )
}
