/** Conditions that the list of cases and the ledger both have (承办人, 审核情形, 轮次, 金额, 日期): as fields, and in words where they are set. */
import type { ReactNode } from 'react'
import { ANY_TRIGGER } from '../../shared/cases/case-filter.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { toldSpan, toldValue, type Told } from '../ledger/told-conditions.tsx'
import { formatYuan } from '../ui/formats.ts'
import { AmountSpan, Choice, DaySpan } from './condition-fields.tsx'

/** Both filters have these, under these names. */
export interface CaseConditions {
  readonly handlerId: string | null
  readonly trigger: string | null
  readonly round: number | null
  readonly amountFrom: number | null
  readonly amountTo: number | null
  readonly dueFrom: string | null
  readonly dueTo: string | null
  readonly issuedFrom: string | null
  readonly issuedTo: string | null
}

type Days<Name extends string> = Readonly<Record<`${Name}From` | `${Name}To`, string | null>>

interface FieldProps<Part> {
  readonly filter: Part
  readonly onChange: (change: Partial<Part>) => void
}

/** Somebody by name, as the filter keeps an id. */
export interface Named {
  readonly id: string
  readonly name: string
}

export function HandlerChoice({ filter, people, onChange }: FieldProps<Pick<CaseConditions, 'handlerId'>> & { readonly people: readonly Named[] }): ReactNode {
  const { t } = useLanguage()
  return (
    <Choice
      label={t('cases:list.handler')}
      value={filter.handlerId}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(handlerId) => onChange({ handlerId })}
    />
  )
}

export function TriggerChoice({ filter, onChange }: FieldProps<Pick<CaseConditions, 'trigger'>>): ReactNode {
  const { t, pick } = useLanguage()
  const triggers = useCatalogue()?.majorTriggers ?? []
  return (
    <Choice
      label={t('cases:list.trigger')}
      value={filter.trigger}
      options={[{ value: ANY_TRIGGER, label: t('cases:list.anyTrigger') }, ...triggers.map(({ id, name }) => ({ value: id, label: pick(name) }))]}
      onChange={(trigger) => onChange({ trigger })}
    />
  )
}

export function RoundChoice({ filter, onChange }: FieldProps<Pick<CaseConditions, 'round'>>): ReactNode {
  const { t } = useLanguage()
  return (
    <Choice
      label={t('cases:list.round')}
      value={filter.round === null ? null : String(filter.round)}
      options={[1, 2, 3, 4, 5].map((round) => ({ value: String(round), label: t('ui:round', { round }) }))}
      onChange={(round) => onChange({ round: round === null ? null : Number(round) })}
    />
  )
}

export function AmountCondition({ filter, onChange }: FieldProps<Pick<CaseConditions, 'amountFrom' | 'amountTo'>>): ReactNode {
  const { t } = useLanguage()
  return (
    <AmountSpan
      label={t('cases:list.amount')}
      from={filter.amountFrom}
      to={filter.amountTo}
      onChange={(bound, value) => onChange(bound === 'from' ? { amountFrom: value } : { amountTo: value })}
    />
  )
}

export function DaysCondition<Name extends 'received' | 'due' | 'issued'>({ name, filter, onChange }: FieldProps<Days<Name>> & { readonly name: Name }): ReactNode {
  const { t } = useLanguage()
  return (
    <DaySpan
      label={t(`cases:list.${name}`)}
      from={filter[`${name}From`]}
      to={filter[`${name}To`]}
      onChange={(bound, value) => onChange({ [bound === 'from' ? `${name}From` : `${name}To`]: value } as Partial<Days<Name>>)}
    />
  )
}

/** One condition in words; none where it is not set. */
type Telling<Name extends string> = Readonly<Record<Name, readonly Told<CaseConditions>[]>>

/** What is set of them, each by itself: the list and the ledger tell them in their own order. */
export function useToldConditions(filter: CaseConditions, handlers: readonly Named[] | undefined): Telling<'handler' | 'trigger' | 'round' | 'amount' | 'due' | 'issued'> {
  const speaking = useLanguage()
  const { t, pick, language } = speaking
  const catalogue = useCatalogue()
  const told = (text: string | undefined, without: Partial<CaseConditions>): Told<CaseConditions>[] => (text === undefined ? [] : [{ text, without }])
  const value = (label: string, text: string | undefined, without: Partial<CaseConditions>) => told(text === undefined ? undefined : toldValue(speaking, label, text), without)
  const yuan = (amount: number | null): string | null => (amount === null ? null : formatYuan(amount, language))
  const trigger = catalogue?.majorTriggers.find(({ id }) => id === filter.trigger)
  const triggerName = filter.trigger === ANY_TRIGGER ? t('cases:list.anyTrigger') : trigger === undefined ? undefined : pick(trigger.name)
  return {
    handler: value(t('cases:list.handler'), useNameOf(handlers, filter.handlerId), { handlerId: null }),
    trigger: value(t('cases:list.trigger'), triggerName, { trigger: null }),
    round: value(t('cases:list.round'), filter.round === null ? undefined : t('ui:round', { round: filter.round }), { round: null }),
    amount: told(toldSpan(speaking, t('cases:list.amount'), yuan(filter.amountFrom), yuan(filter.amountTo)), { amountFrom: null, amountTo: null }),
    due: told(toldSpan(speaking, t('cases:list.due'), filter.dueFrom, filter.dueTo), { dueFrom: null, dueTo: null }),
    issued: told(toldSpan(speaking, t('cases:list.issued'), filter.issuedFrom, filter.issuedTo), { issuedFrom: null, issuedTo: null }),
  }
}

/** Undefined where nobody is chosen, or the names are not there yet. */
export function useNameOf(people: readonly Named[] | undefined, id: string | null): string | undefined {
  const { t } = useLanguage()
  return id === null || people === undefined ? undefined : (people.find((person) => person.id === id)?.name ?? t('ledger:told.somebody'))
}
