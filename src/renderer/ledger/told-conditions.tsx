/** The line that tells which conditions narrow a list; each can be taken off there. */
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import type { PlainColumnFilter } from '../../shared/ledger/column-filter.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import { CHOSEN_COLUMNS } from './column-conditions.tsx'

export interface Told<Filter> {
  readonly text: string
  /** What takes it off. */
  readonly without: Partial<Filter>
}

type Speaking = Pick<LanguageInUse, 't' | 'pick'>

export const toldValue = ({ t }: Speaking, what: string, value: string): string => t('ledger:told.value', { what, value })

/** Undefined where neither end is given. */
export function toldSpan({ t }: Speaking, what: string, from: string | number | null, to: string | number | null): string | undefined {
  if (from === null && to === null) return undefined
  if (from !== null && to !== null) return t('ledger:told.span', { what, from, to })
  return from === null ? t('ledger:told.until', { what, to: to ?? '' }) : t('ledger:told.since', { what, from })
}

export function toldColumns(speaking: Speaking, filter: PlainColumnFilter): Told<PlainColumnFilter>[] {
  const { t, pick } = speaking
  const told: Told<PlainColumnFilter>[] = []
  for (const name of Object.keys(CHOSEN_COLUMNS) as (keyof typeof CHOSEN_COLUMNS)[]) {
    const value = filter[name]
    if (value === null) continue
    const labels: Readonly<Record<string, Bilingual>> = CHOSEN_COLUMNS[name]
    const label = labels[value]
    told.push({ text: toldValue(speaking, t(`ledger:columns.${name}`), label === undefined ? value : pick(label)), without: { [name]: null } })
  }
  for (const name of ['decided', 'archived'] as const) {
    const text = toldSpan(speaking, t(`ledger:columns.${name}`), filter[`${name}From`], filter[`${name}To`])
    if (text !== undefined) told.push({ text, without: { [`${name}From`]: null, [`${name}To`]: null } })
  }
  for (const name of ['serial', 'decisionNumber', 'remark'] as const) {
    if (filter[name] !== '') told.push({ text: toldValue(speaking, t(`ledger:columns.${name}`), filter[name]), without: { [name]: '' } })
  }
  if (filter.extended) told.push({ text: t('ledger:columns.extended'), without: { extended: false } })
  return told
}

export interface ToldConditionsProps<Filter> {
  readonly told: readonly Told<Filter>[]
  readonly onChange: (change: Partial<Filter>) => void
  /** What has the focus once the last condition is taken off. */
  readonly more: RefObject<HTMLElement | null>
}

/** What is taken off takes the focus with it: it goes to the condition beside it first. */
function focusBeside(event: MouseEvent<HTMLElement>, more: HTMLElement | null): void {
  const item = event.currentTarget.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  const target = beside?.querySelector('button') ?? more
  target?.focus()
}

export function ToldConditions<Filter>({ told, onChange, more }: ToldConditionsProps<Filter>): ReactNode {
  const { t } = useLanguage()
  if (told.length === 0) return null
  return (
    <ul className="fs-told" aria-label={t('ledger:told.line')}>
      {told.map(({ text, without }) => (
        <li key={text}>
          <Button
            size="small"
            aria-label={t('ledger:told.without', { text })}
            onClick={(event) => {
              focusBeside(event, more.current)
              onChange(without)
            }}
          >
            <span>{text}</span>
            <CloseOutlined aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}
