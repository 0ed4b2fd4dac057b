/** What narrows the list of cases and does not stand in its line, told in words. */
import type { ReactNode, RefObject } from 'react'
import { ANY_TRIGGER } from '../../shared/cases/case-filter.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { ToldConditions, toldColumns, toldSpan, toldValue, type Told } from '../ledger/told-conditions.tsx'
import { useRead } from '../transport/calls.ts'
import { formatYuan } from '../ui/formats.ts'
import { CASE_FLAG_LABELS } from '../ui/vocabulary-labels.ts'
import { listView, type ListFilter } from './list-view.ts'
import { SWITCHES } from './more-conditions.tsx'

function useTold(filter: ListFilter): Told<ListFilter>[] {
  const speaking = useLanguage()
  const { t, pick, language } = speaking
  const catalogue = useCatalogue()
  const choices = useRead('cases.choices', {}).data
  const told: Told<ListFilter>[] = []
  const value = (label: string, text: string | undefined, without: Partial<ListFilter>): void => {
    if (text !== undefined) told.push({ text: toldValue(speaking, label, text), without })
  }
  const named = (people: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | null): string | undefined =>
    id === null || people === undefined ? undefined : (people.find((person) => person.id === id)?.name ?? t('ledger:told.somebody'))
  value(t('cases:list.reviewer'), named(choices?.reviewers, filter.reviewerId), { reviewerId: null })
  value(t('cases:list.handler'), named(choices?.handlers, filter.handlerId), { handlerId: null })
  value(t('cases:list.unit'), filter.unit ?? undefined, { unit: null })
  value(t('cases:list.cause'), filter.cause ?? undefined, { cause: null })
  for (const name of ['received', 'due', 'issued'] as const) {
    const text = toldSpan(speaking, t(`cases:list.${name}`), filter[`${name}From`], filter[`${name}To`])
    if (text !== undefined) told.push({ text, without: { [`${name}From`]: null, [`${name}To`]: null } })
  }
  const yuan = (amount: number | null): string | null => (amount === null ? null : formatYuan(amount, language))
  const amounts = toldSpan(speaking, t('cases:list.amount'), yuan(filter.amountFrom), yuan(filter.amountTo))
  if (amounts !== undefined) told.push({ text: amounts, without: { amountFrom: null, amountTo: null } })
  const type = catalogue?.opinionTypes.find(({ id }) => id === filter.opinionType)
  value(t('cases:list.opinionType'), type === undefined ? undefined : pick(type.name), { opinionType: null })
  value(t('cases:list.round'), filter.round === null ? undefined : t('ui:round', { round: filter.round }), { round: null })
  const trigger = catalogue?.majorTriggers.find(({ id }) => id === filter.trigger)
  const triggerName = filter.trigger === ANY_TRIGGER ? t('cases:list.anyTrigger') : trigger === undefined ? undefined : pick(trigger.name)
  value(t('cases:list.trigger'), triggerName, { trigger: null })
  for (const flag of filter.flags) value(t('cases:list.flags'), pick(CASE_FLAG_LABELS[flag]), { flags: filter.flags.filter((one) => one !== flag) })
  for (const name of SWITCHES) if (filter[name]) told.push({ text: t(`cases:list.${name}`), without: { [name]: false } })
  return [...told, ...toldColumns(speaking, filter)]
}

export function ToldFilter({ filter, more }: { readonly filter: ListFilter; readonly more: RefObject<HTMLElement | null> }): ReactNode {
  return <ToldConditions told={useTold(filter)} onChange={listView.change} more={more} />
}
