/** The columns of the ledger that its line has no field for, and which of them narrow it. */
import { Checkbox } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { ANY_TRIGGER } from '../../shared/cases/case-filter.ts'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { spansOnce } from '../cases/case-filter.tsx'
import { AmountSpan, Choice, DaySpan } from '../cases/condition-fields.tsx'
import { useLanguage } from '../language/language.ts'
import { formatYuan } from '../ui/formats.ts'
import { ColumnConditions } from './column-conditions.tsx'
import { ledgerView } from './ledger-view.ts'
import { ToldConditions, toldColumns, toldSpan, toldValue, type Told } from './told-conditions.tsx'

const change = (filter: Record<string, unknown>): void => ledgerView.change(filter as Partial<LedgerFilter>)

const IN_LINE: readonly (keyof LedgerFilter)[] = ['from', 'to', 'unit', 'actionKind', 'reviewerId', 'opinionType', 'standing', 'origin', 'text']

/** How many conditions are set that the line does not show. */
export function foldedColumns(filter: LedgerFilter): number {
  const names = Object.keys(EMPTY_LEDGER_FILTER) as (keyof LedgerFilter)[]
  return spansOnce(names.filter((name) => !IN_LINE.includes(name) && filter[name] !== EMPTY_LEDGER_FILTER[name])).length
}

interface ColumnsProps {
  readonly filter: LedgerFilter
  /** Who can be a handler (承办人). */
  readonly handlers: readonly { readonly id: string; readonly name: string }[]
}

function useTold({ filter, handlers }: ColumnsProps): Told<LedgerFilter>[] {
  const speaking = useLanguage()
  const { t, pick, language } = speaking
  const catalogue = useCatalogue()
  const told: Told<LedgerFilter>[] = []
  const value = (label: string, text: string | undefined, without: Partial<LedgerFilter>): void => {
    if (text !== undefined) told.push({ text: toldValue(speaking, label, text), without })
  }
  const handler = handlers.find(({ id }) => id === filter.handlerId)
  value(t('cases:list.handler'), filter.handlerId === null || handlers.length === 0 ? undefined : (handler?.name ?? t('ledger:told.somebody')), { handlerId: null })
  const trigger = catalogue?.majorTriggers.find(({ id }) => id === filter.trigger)
  value(t('cases:list.trigger'), filter.trigger === ANY_TRIGGER ? t('cases:list.anyTrigger') : trigger === undefined ? undefined : pick(trigger.name), { trigger: null })
  value(t('cases:list.round'), filter.round === null ? undefined : t('ui:round', { round: filter.round }), { round: null })
  const yuan = (amount: number | null): string | null => (amount === null ? null : formatYuan(amount, language))
  const spans = [
    [toldSpan(speaking, t('cases:list.due'), filter.dueFrom, filter.dueTo), { dueFrom: null, dueTo: null }],
    [toldSpan(speaking, t('cases:list.issued'), filter.issuedFrom, filter.issuedTo), { issuedFrom: null, issuedTo: null }],
    [toldSpan(speaking, t('cases:list.amount'), yuan(filter.amountFrom), yuan(filter.amountTo)), { amountFrom: null, amountTo: null }],
  ] as const
  for (const [text, without] of spans) if (text !== undefined) told.push({ text, without })
  return [...told, ...(toldColumns(speaking, filter) as Told<LedgerFilter>[])]
}

export function ToldColumns({ more, ...props }: ColumnsProps & { readonly more: RefObject<HTMLElement | null> }): ReactNode {
  return <ToldConditions told={useTold(props)} onChange={ledgerView.change} more={more} />
}

export function MoreColumns({ filter, handlers }: ColumnsProps): ReactNode {
  const { t, pick } = useLanguage()
  const triggers = useCatalogue()?.majorTriggers ?? []
  const days = (name: 'due' | 'issued'): ReactNode => (
    <DaySpan
      label={t(`cases:list.${name}`)}
      from={filter[`${name}From`]}
      to={filter[`${name}To`]}
      onChange={(bound, value) => change({ [bound === 'from' ? `${name}From` : `${name}To`]: value })}
    />
  )
  return (
    <div className="fs-conditions fs-list-conditions">
      <Choice
        label={t('cases:list.handler')}
        value={filter.handlerId}
        options={handlers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(handlerId) => change({ handlerId })}
      />
      <Choice
        label={t('cases:list.trigger')}
        value={filter.trigger}
        options={[{ value: ANY_TRIGGER, label: t('cases:list.anyTrigger') }, ...triggers.map(({ id, name }) => ({ value: id, label: pick(name) }))]}
        onChange={(trigger) => change({ trigger })}
      />
      <Choice
        label={t('cases:list.round')}
        value={filter.round === null ? null : String(filter.round)}
        options={[1, 2, 3, 4, 5].map((round) => ({ value: String(round), label: t('ui:round', { round }) }))}
        onChange={(round) => change({ round: round === null ? null : Number(round) })}
      />
      <AmountSpan
        label={t('cases:list.amount')}
        from={filter.amountFrom}
        to={filter.amountTo}
        onChange={(bound, value) => change(bound === 'from' ? { amountFrom: value } : { amountTo: value })}
      />
      {days('due')}
      {days('issued')}
      <ColumnConditions filter={filter} onChange={change} />
      <div className="fs-condition fs-condition-check">
        <Checkbox checked={filter.extended} onChange={(event) => change({ extended: event.target.checked })}>
          {t('ledger:columns.extended')}
        </Checkbox>
      </div>
    </div>
  )
}
