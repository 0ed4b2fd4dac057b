/** The columns of the ledger that its line has no field for, and which of them narrow it. */
import { Checkbox } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { AmountCondition, DaysCondition, HandlerChoice, RoundChoice, TriggerChoice, useToldConditions, type Named } from '../cases/case-conditions.tsx'
import { spansOnce } from '../cases/case-filter.tsx'
import { useLanguage } from '../language/language.ts'
import { ColumnConditions } from './column-conditions.tsx'
import { ledgerView } from './ledger-view.ts'
import { ToldConditions, toldColumns, type Told } from './told-conditions.tsx'

const change = (filter: object): void => ledgerView.change(filter)

const IN_LINE: readonly (keyof LedgerFilter)[] = ['from', 'to', 'unit', 'actionKind', 'reviewerId', 'opinionType', 'standing', 'origin', 'text']

/** How many conditions are set that the line does not show. */
export function foldedColumns(filter: LedgerFilter): number {
  const names = Object.keys(EMPTY_LEDGER_FILTER) as (keyof LedgerFilter)[]
  return spansOnce(names.filter((name) => !IN_LINE.includes(name) && filter[name] !== EMPTY_LEDGER_FILTER[name])).length
}

interface ColumnsProps {
  readonly filter: LedgerFilter
  /** Who can be a handler (承办人). */
  readonly handlers: readonly Named[]
}

function useTold({ filter, handlers }: ColumnsProps): Told<LedgerFilter>[] {
  const speaking = useLanguage()
  // no names yet: nobody is told by name
  const { handler, trigger, round, due, issued, amount } = useToldConditions(filter, handlers.length === 0 ? undefined : handlers)
  return [...handler, ...trigger, ...round, ...due, ...issued, ...amount, ...toldColumns(speaking, filter)] as Told<LedgerFilter>[]
}

export function ToldColumns({ more, ...props }: ColumnsProps & { readonly more: RefObject<HTMLElement | null> }): ReactNode {
  return <ToldConditions told={useTold(props)} onChange={ledgerView.change} more={more} />
}

export function MoreColumns({ filter, handlers }: ColumnsProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-conditions fs-list-conditions">
      <HandlerChoice filter={filter} people={handlers} onChange={change} />
      <TriggerChoice filter={filter} onChange={change} />
      <RoundChoice filter={filter} onChange={change} />
      <AmountCondition filter={filter} onChange={change} />
      <DaysCondition name="due" filter={filter} onChange={change} />
      <DaysCondition name="issued" filter={filter} onChange={change} />
      <ColumnConditions filter={filter} onChange={change} />
      <div className="fs-condition fs-condition-check">
        <Checkbox checked={filter.extended} onChange={(event) => change({ extended: event.target.checked })}>
          {t('ledger:columns.extended')}
        </Checkbox>
      </div>
    </div>
  )
}
