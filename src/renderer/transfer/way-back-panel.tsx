/** What came back from the procuratorate (行刑反向衔接): the list, and the form of each step. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { OfferedReturn, ReturnAct } from '../../shared/transfer/contract.ts'
import { NON_PROSECUTION_GROUNDS } from '../../shared/transfer/way-back.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import { PaperButtons } from '../accountability/paper-buttons.tsx'
import { leadToForm } from '../forms/asked-form.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { callOnce, useRead, useTransport, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { ClockLine } from './clock-line.tsx'
import { FormDialog, nowInChina } from './form-dialog.tsx'
import { dayOf, isTicked, textOf, type FieldSpec, type FormValues } from './form-fields.ts'

type Act = 'register' | ReturnAct

interface WayBackProps {
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
  /** Null: of the whole station. */
  readonly about: { readonly id: CaseId; readonly party: string; readonly actEndedOn: string | null } | null
  /** Shows the answer to one of them as a form of the case; absent where more cases than one are listed. */
  readonly onReply?: (returnId: string) => void
}

export function WayBackPanel({ catalogue, person, about, onReply }: WayBackProps): ReactNode {
  const { t } = useLanguage()
  const list = useRead('transfer.wayBack', { caseId: about?.id ?? null })
  const [asked, setAsked] = useState<{ readonly act: Act; readonly entry: OfferedReturn | null } | null>(null)
  const register = person !== null && mayCall(person.roles, 'transfer.registerReturn') ? (
    <Button size="small" onClick={() => setAsked({ act: 'register', entry: null })}>
      {t('transfer:back.register')}
    </Button>
  ) : undefined
  return (
    <Panel title={t('transfer:back.title')} extra={register} flush>
      <p className="fs-soft transfer-lead">{t('transfer:back.lead')}</p>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.length === 0 ? (
        <Empty title={t('transfer:back.none')} hint={t('transfer:back.noneHint')} />
      ) : (
        <DataTable
          label={t('transfer:back.title')}
          loading={list.isPending}
          rows={list.data ?? []}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', title: t('transfer:back.column.number'), render: ({ fields }) => `${t(`transfer:back.kind.${fields.kind}`)} ${fields.number}` },
            { key: 'party', title: t('transfer:back.column.party'), render: ({ fields }) => fields.party },
            { key: 'received', title: t('transfer:back.column.received'), narrow: true, render: ({ fields }) => <DateText value={fields.receivedOn} /> },
            { key: 'state', title: t('transfer:back.column.state'), narrow: true, render: ({ state }) => <Mark tone={state === 'answered' ? 'green' : 'navy'}>{t(`transfer:back.state.${state}`)}</Mark> },
            { key: 'due', title: t('transfer:back.column.due'), render: ({ clock }) => (clock === null ? null : <ClockLine clock={clock} />) },
          ]}
          renderDetail={(entry) => (
            <ReturnDetail entry={entry}>
              {WAY_ON.filter((act) => entry.offers.includes(act)).map((act) => (
                <Button key={act} size="small" onClick={() => setAsked({ act, entry })}>
                  {t(`transfer:back.${act}`)}
                </Button>
              ))}
              <ReplyPaper entry={entry} person={person} onReply={onReply} />
            </ReturnDetail>
          )}
        />
      )}
      {asked !== null && <ReturnDialog {...asked} catalogue={catalogue} about={about} onClose={() => setAsked(null)} />}
    </Panel>
  )
}

/** The way on first: an assessment may be made anew until it is decided. */
const WAY_ON: readonly ReturnAct[] = ['decide', 'answer', 'assess']

interface ReplyPaperProps {
  readonly entry: OfferedReturn
  readonly person: SignedInPerson | null
  readonly onReply: WayBackProps['onReply']
}

/** The answer as a paper, once it was decided: a form of its case with a number, or printed here where the station has no case of it. */
function ReplyPaper({ entry: { id, state, fields }, person, onReply }: ReplyPaperProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const transport = useTransport()
  const { caseId } = fields
  if (state !== 'decided' && state !== 'answered') return null
  if (caseId !== null) {
    const open = (): void => {
      leadToForm(caseId, { form: 'procuratorialReply', about: id })
      navigate(`/cases/${caseId}`)
    }
    return (
      <Button size="small" onClick={onReply === undefined ? open : () => onReply(id)}>
        {t('transfer:back.reply')}
      </Button>
    )
  }
  if (person === null || !mayCall(person.roles, 'transfer.replyPaper')) return null
  return (
    <div className="transfer-paper" role="group" aria-label={t('transfer:back.reply')}>
      <span>{t('transfer:back.reply')}</span>
      <PaperButtons fetch={(format) => callOnce(transport, 'transfer.replyPaper', { id, format })} />
    </div>
  )
}

function ReturnDetail({ entry, children }: { readonly entry: OfferedReturn; readonly children: ReactNode }): ReactNode {
  const { t, pick } = useLanguage()
  const { fields, assessment, decision, answer, steps, caseTitle } = entry
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('transfer:back.field.procuratorate'), fields.procuratorate],
    [t('transfer:back.field.decisionNumber'), `${fields.decisionNumber}（${t(`transfer:back.ground.${fields.ground}`)}，${fields.decidedOn}）`],
    [t('transfer:back.field.offence'), fields.offence],
    [t('transfer:back.field.asked'), fields.asked],
    ...(caseTitle === null ? [] : [[t('transfer:back.caseOfStation'), caseTitle] as const]),
    ...(assessment === null
      ? []
      : [
          [
            t('transfer:back.field.explanation'),
            <>
              <Mark tone={assessment.bars.length === 0 ? 'green' : 'red'}>
                {assessment.bars.length === 0 ? t('transfer:back.canPunish') : assessment.bars.map((bar) => t(`transfer:back.bar.${bar}`)).join(t('ui:listSeparator'))}
              </Mark>{' '}
              {pick(assessment.limitation.reckoning)} {!assessment.limitation.verified && <UnverifiedMark />}
              <div>{assessment.basis}</div>
              <div>{assessment.explanation}</div>
            </>,
          ] as const,
        ]),
    ...(decision === null ? [] : [[t('transfer:back.field.outcome'), `${t(`transfer:back.outcome.${decision.outcome}`)}：${decision.reason}`] as const]),
    ...(answer === null ? [] : [[t('transfer:back.field.result'), `${answer.number}（${answer.answeredOn}）${answer.result}`] as const]),
    [t('transfer:records'), steps.map(({ state, byName }) => `${t(`transfer:back.state.${state}`)} ← ${byName}`).join('；')],
  ]
  return (
    <div className="transfer-detail">
      <dl className="transfer-said">
        {rows.map(([label, value]) => (
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

interface ReturnDialogProps {
  readonly act: Act
  readonly entry: OfferedReturn | null
  readonly catalogue: Catalogue
  readonly about: WayBackProps['about']
  readonly onClose: () => void
}

const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) => values.map((value) => ({ value, label: label(value) }))

function registerFields(t: Translate): readonly FieldSpec[] {
  const label = (name: 'number' | 'procuratorate' | 'issuedOn' | 'receivedOn' | 'decisionNumber' | 'decidedOn' | 'ground' | 'party' | 'offence' | 'asked' | 'answerBy' | 'kind'): string => t(`transfer:back.field.${name}`)
  return [
    { name: 'kind', label: label('kind'), kind: 'choice', required: true, options: choices(['opinion', 'suggestion'] as const, (one) => t(`transfer:back.kind.${one}`)) },
    { name: 'number', label: label('number'), kind: 'line', required: true, longest: 100 },
    { name: 'procuratorate', label: label('procuratorate'), kind: 'line', required: true },
    { name: 'issuedOn', label: label('issuedOn'), kind: 'day', required: true },
    { name: 'receivedOn', label: label('receivedOn'), kind: 'day', required: true },
    { name: 'decisionNumber', label: label('decisionNumber'), kind: 'line', required: true, longest: 100 },
    { name: 'decidedOn', label: label('decidedOn'), kind: 'day', required: true },
    { name: 'ground', label: label('ground'), kind: 'choice', required: true, options: choices(NON_PROSECUTION_GROUNDS, (one) => t(`transfer:back.ground.${one}`)) },
    { name: 'party', label: label('party'), kind: 'line', required: true, longest: 300 },
    { name: 'offence', label: label('offence'), kind: 'line', required: true },
    { name: 'asked', label: label('asked'), kind: 'text', required: true },
    { name: 'answerBy', label: label('answerBy'), kind: 'day', hint: t('transfer:back.answerByHint') },
  ]
}

/** Fields of the forms after the registration. */
function laterFields(act: ReturnAct, t: Translate, catalogue: Catalogue, pick: (text: { readonly 'zh-CN': string; readonly en: string }) => string): readonly FieldSpec[] {
  switch (act) {
    case 'assess':
      return [
        { name: 'actEndedOn', label: t('transfer:back.field.actEndedOn'), kind: 'day', required: true, hint: t('transfer:back.discoveredHint') },
        { name: 'discoveredOn', label: t('transfer:back.field.discoveredOn'), kind: 'day', required: true },
        {
          name: 'limitationId',
          label: t('transfer:back.field.limitationId'),
          kind: 'choice',
          required: true,
          options: catalogue.periods.filter(({ subject }) => subject === 'limitation').map((row) => ({ value: row.id, label: `${pick(row.name)} · ${row.length}${row.unit === 'year' ? (pick({ 'zh-CN': '年', en: ' y' })) : ''}` })),
        },
        { name: 'basis', label: t('transfer:back.field.basis'), kind: 'text', rows: 2 },
        { name: 'competent', label: t('transfer:back.field.competent'), kind: 'check' },
        { name: 'explanation', label: t('transfer:back.field.explanation'), kind: 'text', required: true, longest: 20_000 },
      ]
    case 'decide':
      return [
        { name: 'outcome', label: t('transfer:back.field.outcome'), kind: 'choice', required: true, options: choices(['punish', 'noPenalty', 'toOthers'] as const, (one) => t(`transfer:back.outcome.${one}`)) },
        { name: 'reason', label: t('transfer:back.field.reason'), kind: 'text', required: true, longest: 20_000 },
      ]
    case 'answer':
      return [
        { name: 'number', label: t('transfer:back.field.answerNumber'), kind: 'line', required: true, longest: 100 },
        { name: 'answeredOn', label: t('transfer:back.field.answeredOn'), kind: 'day', required: true },
        { name: 'result', label: t('transfer:back.field.result'), kind: 'text', required: true },
      ]
  }
}

function useReturnWrites(entry: OfferedReturn | null, about: WayBackProps['about']) {
  const register = useWrite('transfer.registerReturn')
  const assess = useWrite('transfer.setAssessment')
  const decide = useWrite('transfer.decideReturn')
  const answer = useWrite('transfer.answerReturn')
  const on = { id: entry?.id ?? '', expectedVersion: entry?.version ?? 1 }
  const day = (values: FormValues, name: string) => (dayOf(values, name) ?? '') as IsoDate
  const text = textOf
  return (act: Act, values: FormValues): Promise<unknown> => {
    switch (act) {
      case 'register':
        return register.mutateAsync({
          fields: {
            caseId: about?.id ?? null,
            kind: text(values, 'kind') === 'suggestion' ? 'suggestion' : 'opinion',
            number: text(values, 'number'),
            procuratorate: text(values, 'procuratorate'),
            issuedOn: day(values, 'issuedOn'),
            receivedOn: day(values, 'receivedOn'),
            decisionNumber: text(values, 'decisionNumber'),
            decidedOn: day(values, 'decidedOn'),
            ground: NON_PROSECUTION_GROUNDS.find((one) => one === text(values, 'ground')) ?? 'discretionary',
            party: text(values, 'party'),
            offence: text(values, 'offence'),
            asked: text(values, 'asked'),
            answerBy: dayOf(values, 'answerBy') as IsoDate | null,
          },
        })
      case 'assess':
        return assess.mutateAsync({
          ...on,
          assessment: {
            actEndedOn: day(values, 'actEndedOn'),
            discoveredOn: day(values, 'discoveredOn'),
            limitationId: text(values, 'limitationId'),
            basis: text(values, 'basis'),
            competent: isTicked(values, 'competent'),
            explanation: text(values, 'explanation'),
          },
        })
      case 'decide': {
        const outcome = (['punish', 'noPenalty', 'toOthers'] as const).find((one) => one === text(values, 'outcome')) ?? 'noPenalty'
        return decide.mutateAsync({ ...on, decision: { outcome, reason: text(values, 'reason') } })
      }
      case 'answer':
        return answer.mutateAsync({ ...on, answer: { number: text(values, 'number'), answeredOn: day(values, 'answeredOn'), result: text(values, 'result') } })
    }
  }
}

function ReturnDialog({ act, entry, catalogue, about, onClose }: ReturnDialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const hand = useReturnWrites(entry, about)
  const fields = act === 'register' ? registerFields(t) : laterFields(act, t, catalogue, pick)
  const today = nowInChina().day
  const initial: FormValues =
    act === 'register'
      ? { kind: 'opinion', receivedOn: today, ...(about === null ? {} : { party: about.party }) }
      : act === 'assess'
        ? { actEndedOn: entry?.assessment?.actEndedOn ?? about?.actEndedOn ?? '', limitationId: entry?.assessment?.limitationId ?? 'period.limitation.national', competent: entry?.assessment?.competent ?? true }
        : { answeredOn: today, number: entry?.replyNumber ?? '' }
  const where = about === null ? 'station' : about.id
  return (
    <FormDialog
      draftKey={`transfer/${where}/${entry?.id ?? 'new'}/${act}`}
      title={t(`transfer:back.${act}`)}
      fields={fields}
      initial={initial}
      confirmLabel={t(`transfer:back.${act}`)}
      onSubmit={(values) => hand(act, values)}
      onClose={onClose}
    />
  )
}
