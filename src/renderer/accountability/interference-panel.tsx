/** Records of interference (干预记录): for those who may read them, and the way to make one for those who only can do that. */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { INTERFERENCE_KINDS, INTERFERENCE_WAYS, type InterferenceReceipt, type InterferenceRecord } from '../../shared/accountability/interference.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { FormDialog } from '../transfer/form-dialog.tsx'
import { dayOf, textOf, type FieldSpec, type FormValues } from '../transfer/form-fields.ts'
import { useCallOnce, useRead, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { PaperButtons } from './paper-buttons.tsx'
import { EntryMark, WhoThen } from './person-words.tsx'

interface InterferenceProps {
  readonly person: SignedInPerson
  /** Null: of every case, and of none. */
  readonly caseId: CaseId | null
}

export function InterferencePanel({ person, caseId }: InterferenceProps): ReactNode {
  const { t } = useLanguage()
  const reads = mayCall(person.roles, 'accountability.interference')
  const list = useRead('accountability.interference', { caseId }, { enabled: reads })
  const [asked, setAsked] = useState<InterferenceRecord | 'new' | null>(null)
  const add = mayCall(person.roles, 'accountability.recordInterference') ? (
    <Button size="small" onClick={() => setAsked('new')}>
      {t('accountability:interference.add')}
    </Button>
  ) : undefined
  const close = (): void => {
    setAsked(null)
    // its entry is sealed, so no event tells what changed
    if (reads) void list.refetch()
  }
  return (
    <Panel title={t('accountability:interference.title')} extra={add} flush>
      <p className="fs-soft acc-lead">{t('accountability:interference.lead')}</p>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!reads ? (
        <p className="fs-soft acc-lead">{t('accountability:interference.onlyMade')}</p>
      ) : list.data?.length === 0 ? (
        <Empty title={t('accountability:interference.none')} hint={t('accountability:interference.noneHint')} />
      ) : (
        <DataTable
          label={t('accountability:interference.title')}
          loading={list.isPending}
          rows={list.data ?? []}
          rowKey={({ id }) => id}
          columns={[
            { key: 'day', title: t('accountability:interference.field.happenedOn'), narrow: true, render: ({ fields }) => fields.happenedOn },
            { key: 'by', title: t('accountability:interference.by'), render: ({ fields }) => `${fields.byName} ${fields.byPost}` },
            { key: 'of', title: t('accountability:interference.of'), render: ({ fields }) => `${fields.ofName} ${fields.ofPost}` },
            { key: 'kind', title: t('accountability:interference.kindTitle'), narrow: true, render: ({ fields }) => t(`accountability:interference.kind.${fields.kind}`) },
            ...(caseId === null ? [{ key: 'case', title: t('accountability:interference.field.caseTitle'), render: ({ caseTitle }: InterferenceRecord) => caseTitle ?? t('accountability:interference.ofNoCase') }] : []),
            { key: 'chain', title: t('accountability:lines.chain'), narrow: true, render: ({ entry }) => <EntryMark entry={entry} /> },
          ]}
          renderDetail={(record) => <RecordDetail record={record} onAdd={() => setAsked(record)} />}
        />
      )}
      {asked === 'new' && <RecordDialog caseId={caseId} ofName={person.name} onClose={close} />}
      {asked !== null && asked !== 'new' && <AdditionDialog record={asked} onClose={close} />}
    </Panel>
  )
}

function RecordDetail({ record, onAdd }: { readonly record: InterferenceRecord; readonly onAdd: () => void }): ReactNode {
  const { t, language } = useLanguage()
  const call = useCallOnce()
  const { fields, by, recordedAt, additions } = record
  const rows = [
    ['happenedAt', fields.happenedAt],
    ['place', fields.place],
    ['way', t(`accountability:interference.way.${fields.way}`)],
    ['demand', fields.demand],
    ['response', fields.response],
    ['witness', fields.witness],
    ['reportedOn', [fields.reportedOn ?? '', fields.reportedTo].filter((part) => part !== '').join(' ')],
  ] as const
  return (
    <div className="acc-detail">
      <dl className="fs-facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="acc-said">
              <dt>{t(`accountability:interference.field.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p>
        {t('accountability:interference.recorded', { moment: formatMoment(recordedAt, language), name: by.name })} <WhoThen who={by} /> <Kept unaltered={record.unaltered} />
      </p>
      {additions.map((one, index) => (
        <div key={index} className="acc-addition">
          <p>{one.fields.text}</p>
          {one.fields.reportedOn === null && one.fields.reportedTo === '' ? null : (
            <p className="fs-soft">
              {t('accountability:interference.field.reportedOn')} {one.fields.reportedOn ?? ''} {one.fields.reportedTo}
            </p>
          )}
          <p className="fs-soft">
            {t('accountability:interference.recorded', { moment: formatMoment(one.at, language), name: one.by.name })} <EntryMark entry={one.entry} /> <Kept unaltered={one.unaltered} />
          </p>
        </div>
      ))}
      <div className="acc-print">
        <Button size="small" onClick={onAdd}>
          {t('accountability:interference.addition')}
        </Button>
        <PaperButtons fetch={(format) => call('accountability.interferencePaper', { id: record.id, format })} />
      </div>
    </div>
  )
}

function Kept({ unaltered }: { readonly unaltered: boolean }): ReactNode {
  const { t } = useLanguage()
  return <Mark tone={unaltered ? 'green' : 'red'}>{t(unaltered ? 'accountability:interference.unaltered' : 'accountability:interference.changed')}</Mark>
}

function recordFields(t: Translate): readonly FieldSpec[] {
  const label = (name: Parameters<typeof fieldKey>[0]): string => t(fieldKey(name))
  return [
    { name: 'kind', label: t('accountability:interference.kindTitle'), kind: 'choice', required: true, options: INTERFERENCE_KINDS.map((value) => ({ value, label: t(`accountability:interference.kind.${value}`) })) },
    { name: 'happenedOn', label: label('happenedOn'), kind: 'day', required: true },
    { name: 'happenedAt', label: label('happenedAt'), kind: 'line', longest: 60 },
    { name: 'place', label: label('place'), kind: 'line' },
    { name: 'byName', label: label('byName'), kind: 'line', required: true, longest: 60 },
    { name: 'byPost', label: label('byPost'), kind: 'line' },
    { name: 'ofName', label: label('ofName'), kind: 'line', required: true, longest: 60 },
    { name: 'ofPost', label: label('ofPost'), kind: 'line' },
    { name: 'way', label: label('way'), kind: 'choice', required: true, options: INTERFERENCE_WAYS.map((value) => ({ value, label: t(`accountability:interference.way.${value}`) })) },
    { name: 'demand', label: label('demand'), kind: 'text', required: true, rows: 4, longest: 10_000 },
    { name: 'response', label: label('response'), kind: 'text', required: true, rows: 3 },
    { name: 'witness', label: label('witness'), kind: 'line', longest: 300 },
    { name: 'reportedOn', label: label('reportedOn'), kind: 'day' },
    { name: 'reportedTo', label: label('reportedTo'), kind: 'line' },
  ]
}

type FieldName = 'happenedOn' | 'happenedAt' | 'place' | 'byName' | 'byPost' | 'ofName' | 'ofPost' | 'way' | 'demand' | 'response' | 'witness' | 'reportedOn' | 'reportedTo' | 'text'
const fieldKey = <Name extends FieldName>(name: Name) => `accountability:interference.field.${name}` as const

/** Told once by the message of the dialog's own, and here by its place in the chain. */
function useReceipt(): (receipt: InterferenceReceipt) => void {
  const { t } = useLanguage()
  const { message } = App.useApp()
  return ({ seq }) => void message.success(t('accountability:interference.done', { seq }))
}

function RecordDialog({ caseId, ofName, onClose }: { readonly caseId: CaseId | null; readonly ofName: string; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('accountability.recordInterference')
  const told = useReceipt()
  const submit = async (values: FormValues): Promise<void> => {
    const text = (name: FieldName): string => textOf(values, name)
    told(
      await write.mutateAsync({
        fields: {
          caseId,
          kind: INTERFERENCE_KINDS.find((one) => one === textOf(values, 'kind')) ?? 'other',
          way: INTERFERENCE_WAYS.find((one) => one === text('way')) ?? 'other',
          happenedOn: dayOf(values, 'happenedOn') ?? '',
          happenedAt: text('happenedAt'),
          place: text('place'),
          byName: text('byName'),
          byPost: text('byPost'),
          ofName: text('ofName'),
          ofPost: text('ofPost'),
          demand: text('demand'),
          response: text('response'),
          witness: text('witness'),
          reportedOn: dayOf(values, 'reportedOn'),
          reportedTo: text('reportedTo'),
        },
      }),
    )
  }
  return (
    <FormDialog
      draftKey={`accountability/${caseId ?? 'station'}/interference`}
      title={t('accountability:interference.add')}
      explanation={t('accountability:interference.noneHint')}
      fields={recordFields(t)}
      initial={{ ofName }}
      confirmLabel={t('accountability:interference.add')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function AdditionDialog({ record, onClose }: { readonly record: InterferenceRecord; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('accountability.addToInterference')
  const told = useReceipt()
  const submit = async (values: FormValues): Promise<void> =>
    told(
      await write.mutateAsync({
        id: record.id,
        expectedAdditions: record.additions.length,
        fields: { text: textOf(values, 'text'), reportedOn: dayOf(values, 'reportedOn'), reportedTo: textOf(values, 'reportedTo') },
      }),
    )
  return (
    <FormDialog
      draftKey={`accountability/interference/${record.id}/${record.additions.length}`}
      title={t('accountability:interference.addition')}
      fields={[
        { name: 'text', label: t('accountability:interference.field.text'), kind: 'text', required: true, rows: 4, longest: 10_000 },
        { name: 'reportedOn', label: t('accountability:interference.field.reportedOn'), kind: 'day' },
        { name: 'reportedTo', label: t('accountability:interference.field.reportedTo'), kind: 'line' },
      ]}
      confirmLabel={t('accountability:interference.addition')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}
