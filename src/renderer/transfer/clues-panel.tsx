/** Clues about officials (公职人员线索), for those who may see them. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { ClueView } from '../../shared/transfer/contract.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import { PaperButtons } from '../accountability/paper-buttons.tsx'
import { useLanguage } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { callOnce, useRead, useTransport, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { chinaMoment } from './china-time.ts'
import { clueFields, groundOf, organOf } from './clue-fields.ts'
import { FormDialog } from './form-dialog.tsx'
import { dayOf, textOf, type FormValues } from './form-fields.ts'

interface CluesProps {
  readonly person: SignedInPerson | null
  readonly caseId: CaseId | null
}

export function CluesPanel({ person, caseId }: CluesProps): ReactNode {
  const { t } = useLanguage()
  const list = useRead('transfer.clues', { caseId })
  const [asked, setAsked] = useState<ClueView | 'new' | null>(null)
  const may = (method: 'transfer.addClue' | 'transfer.updateClue' | 'transfer.cluePaper'): boolean => person !== null && mayCall(person.roles, method)
  const add = may('transfer.addClue') ? (
    <Button size="small" onClick={() => setAsked('new')}>
      {t('transfer:clue.add')}
    </Button>
  ) : undefined
  return (
    <Panel title={t('transfer:clue.title')} extra={add} flush>
      <p className="fs-soft transfer-lead">{t('transfer:clue.lead')}</p>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.length === 0 ? (
        <Empty title={t('transfer:clue.none')} hint={t('transfer:clue.noneHint')} />
      ) : (
        <DataTable
          label={t('transfer:clue.title')}
          loading={list.isPending}
          rows={list.data ?? []}
          rowKey={({ id }) => id}
          columns={[
            { key: 'about', title: t('transfer:clue.column.about'), render: ({ fields }) => whom(fields) },
            { key: 'to', title: t('transfer:clue.column.to'), render: ({ fields }) => `${t(`transfer:clue.to.${fields.sentTo}`)} ${fields.organ}` },
            {
              key: 'state',
              title: t('transfer:clue.column.state'),
              narrow: true,
              render: ({ fields }) =>
                fields.sentOn === null ? <Mark tone="amber">{t('transfer:clue.unsent')}</Mark> : <Mark tone="green">{t('transfer:clue.sent', { day: fields.sentOn })}</Mark>,
            },
            { key: 'outcome', title: t('transfer:clue.column.outcome'), render: ({ outcome }) => (outcome === '' ? '—' : outcome) },
          ]}
          renderDetail={(clue) => (
            <ClueDetail clue={clue}>
              {may('transfer.updateClue') && (
                <Button size="small" onClick={() => setAsked(clue)}>
                  {t('transfer:clue.update')}
                </Button>
              )}
              {may('transfer.cluePaper') && <CluePaper id={clue.id} />}
            </ClueDetail>
          )}
        />
      )}
      {asked === 'new' && <AddClue caseId={caseId} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'new' && <UpdateClue clue={asked} onClose={() => setAsked(null)} />}
    </Panel>
  )
}

const whom = ({ names, about }: ClueView['fields']): string => [...names, about].join('，')

/** The letter that passes it on: printed for who sees the clue, and no paper of any case. */
function CluePaper({ id }: { readonly id: string }): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  return (
    <div className="transfer-paper" role="group" aria-label={t('transfer:clue.letter')}>
      <span>{t('transfer:clue.letter')}</span>
      <PaperButtons fetch={(format) => callOnce(transport, 'transfer.cluePaper', { id, format })} />
    </div>
  )
}

function ClueDetail({ clue, children }: { readonly clue: ClueView; readonly children: ReactNode }): ReactNode {
  const { t } = useLanguage()
  const { fields, byName, recordedAt, updates, caseTitle } = clue
  const rows: readonly (readonly [string, string])[] = [
    [t('transfer:clue.field.ground'), t(`transfer:clue.ground.${fields.ground}`)],
    [t('transfer:clue.field.facts'), fields.facts],
    [t('transfer:clue.field.evidence'), fields.evidence],
    [t('transfer:clue.field.number'), fields.number],
    [t('transfer:running.column.case'), caseTitle ?? ''],
    [t('transfer:records'), [`${chinaMoment(recordedAt)} ${byName}`, ...updates.map((one) => `${chinaMoment(one.at)} ${one.byName}`)].join('；')],
  ]
  return (
    <div className="transfer-detail">
      <dl className="transfer-said">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="transfer-acts">{children}</div>
    </div>
  )
}

function AddClue({ caseId, onClose }: { readonly caseId: CaseId | null; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('transfer.addClue')
  const submit = (values: FormValues): Promise<unknown> =>
    write.mutateAsync({
      fields: {
        caseId,
        ground: groundOf(values),
        names: textOf(values, 'names').split(/[、，,;；]/u).map((name) => name.trim()).filter((name) => name !== ''),
        about: textOf(values, 'about'),
        facts: textOf(values, 'facts'),
        evidence: textOf(values, 'evidence'),
        sentTo: organOf(values),
        organ: textOf(values, 'organ'),
        number: textOf(values, 'number'),
        sentOn: dayOf(values, 'sentOn') as IsoDate | null,
      },
    })
  return (
    <FormDialog
      draftKey={`transfer/${caseId ?? 'station'}/clue`}
      title={t('transfer:clue.add')}
      explanation={t('transfer:clue.lead')}
      fields={clueFields(t)}
      confirmLabel={t('transfer:clue.add')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function UpdateClue({ clue, onClose }: { readonly clue: ClueView; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('transfer.updateClue')
  const submit = (values: FormValues): Promise<unknown> =>
    write.mutateAsync({
      id: clue.id,
      expectedVersion: clue.version,
      update: { sentOn: dayOf(values, 'sentOn') as IsoDate | null, number: textOf(values, 'number'), outcome: textOf(values, 'outcome') },
    })
  return (
    <FormDialog
      draftKey={`transfer/clue/${clue.id}/${clue.version}`}
      title={t('transfer:clue.update')}
      fields={[
        { name: 'sentOn', label: t('transfer:clue.field.sentOn'), kind: 'day' },
        { name: 'number', label: t('transfer:clue.field.number'), kind: 'line', longest: 100 },
        { name: 'outcome', label: t('transfer:clue.field.outcome'), kind: 'text' },
      ]}
      initial={{ sentOn: clue.fields.sentOn ?? '', number: clue.fields.number, outcome: clue.outcome }}
      confirmLabel={t('transfer:clue.update')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}
