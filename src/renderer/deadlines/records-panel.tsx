/** What people recorded for the clocks of the case; what is wrong is taken back with a reason. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { RECORDED_EVENTS } from '../../shared/deadlines/clock-events.ts'
import type { CaseClocks } from '../../shared/deadlines/contract.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { lengthWords, momentWords, type Speech } from './clock-words.ts'

interface RecordRow {
  readonly kind: 'extension' | 'exclusion' | 'day'
  readonly id: string
  readonly what: string
  readonly by: string
  readonly at: IsoInstant
  readonly takenBack: { readonly by: string; readonly reason: string } | null
  /** Time left out that has no end yet. */
  readonly open: boolean
}

function rowsOf({ clocks, extensions, exclusions, days }: CaseClocks, speech: Speech): RecordRow[] {
  const { t, pick } = speech
  const nameOf = (key: string): string => {
    const clock = clocks.find((one) => one.key === key)
    return clock === undefined ? '' : pick(clock.name)
  }
  const rows: RecordRow[] = [
    ...extensions.map((one) => ({
      kind: 'extension' as const,
      id: one.id,
      what: t('deadlines:records.extension', { clock: nameOf(one.clock), length: lengthWords(one.length, speech), by: one.approvedBy, day: one.approvedOn, reason: one.reason }),
      by: one.by,
      at: one.at,
      takenBack: one.takenBack,
      open: false,
    })),
    ...exclusions.map((one) => ({
      kind: 'exclusion' as const,
      id: one.id,
      what: t('deadlines:records.exclusion', { clock: nameOf(one.clock), name: pick(one.name), from: one.from, to: one.to ?? t('deadlines:records.ongoing'), reason: one.reason }),
      by: one.by,
      at: one.at,
      takenBack: one.takenBack,
      open: one.to === null && one.takenBack === null,
    })),
    ...days.map((one) => ({
      kind: 'day' as const,
      id: one.id,
      what: `${t('deadlines:records.day', { event: pick(RECORDED_EVENTS[one.event]), day: one.at === null ? one.on : momentWords(one.at) })}${one.note === '' ? '' : ` · ${one.note}`}`,
      by: one.by,
      at: one.recordedAt,
      takenBack: one.takenBack,
      open: false,
    })),
  ]
  return rows.toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

export function RecordsPanel({ caseId, data }: { readonly caseId: string; readonly data: CaseClocks }): ReactNode {
  const speech = useLanguage()
  const { t } = speech
  const call = useCallOnce()
  const [back, setBack] = useState<RecordRow | null>(null)
  const [ending, setEnding] = useState<RecordRow | null>(null)
  const [endDay, setEndDay] = useState<string | null>(today())
  const rows = rowsOf(data, speech)
  if (rows.length === 0) return null
  const columns: DataColumn<RecordRow>[] = [
    {
      key: 'what',
      title: t('deadlines:records.what'),
      render: ({ what, takenBack }) => (
        <>
          {takenBack === null ? what : <s>{what}</s>}
          {takenBack === null ? null : (
            <div>
              <Mark>{t('deadlines:records.takenBack', { reason: takenBack.reason, by: takenBack.by })}</Mark>
            </div>
          )}
        </>
      ),
    },
    { key: 'by', title: t('deadlines:records.by'), narrow: true, render: ({ by, at }) => `${by} ${momentWords(at)}` },
    {
      key: 'act',
      title: t('deadlines:table.act'),
      narrow: true,
      render: (row) =>
        !data.editable || row.takenBack !== null ? null : (
          <span className="clock-acts">
            {row.open ? (
              <Button size="small" onClick={() => setEnding(row)}>
                {t('deadlines:exclude.end')}
              </Button>
            ) : null}
            <Button size="small" aria-label={`${t('deadlines:records.takeBack')} ${row.what}`} onClick={() => setBack(row)}>
              {t('deadlines:records.takeBack')}
            </Button>
          </span>
        ),
    },
  ]
  const takeBack = async (reason: string): Promise<void> => {
    if (back === null) return
    await call('deadlines.takeBack', { caseId, kind: back.kind, id: back.id, reason })
    setBack(null)
  }
  return (
    <Panel title={t('deadlines:records.title')} flush>
      <DataTable label={t('deadlines:records.label')} columns={columns} rows={rows} rowKey={({ kind, id }) => `${kind}/${id}`} />
      <ConfirmReasonModal
        open={back !== null}
        title={t('deadlines:records.takeBackTitle')}
        explanation={t('deadlines:records.takeBackExplain')}
        confirmLabel={t('deadlines:records.takeBack')}
        onConfirm={takeBack}
        onCancel={() => setBack(null)}
      />
      {ending === null ? null : <EndDialog caseId={caseId} id={ending.id} day={endDay} onDay={setEndDay} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

interface EndDialogProps {
  readonly caseId: string
  readonly id: string
  readonly day: string | null
  readonly onDay: (day: string | null) => void
  readonly onClose: () => void
}

function EndDialog({ caseId, id, day, onDay, onClose }: EndDialogProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const end = useWrite('deadlines.endExclusion')
  const confirm = (): void => {
    if (day === null) return
    const onSuccess = (): void => {
      void message.success(t('deadlines:day.done'))
      onClose()
    }
    end.mutate({ caseId, id, to: day }, { onSuccess })
  }
  return (
    <Modal
      open
      title={t('deadlines:exclude.endTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={end.isPending} disabled={day === null} onClick={confirm}>
            {t('deadlines:exclude.end')}
          </Button>
        </>
      }
    >
      <Field label={t('deadlines:exclude.endDay')} required>
        {(control) => <DateField {...control} value={day} onChange={onDay} />}
      </Field>
      <ErrorNotice error={end.error} />
    </Modal>
  )
}
