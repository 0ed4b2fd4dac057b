/** What narrows the list of cases and does not stand in its line, told in words. */
import type { ReactNode, RefObject } from 'react'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { ToldConditions, toldColumns, toldSpan, toldValue, type Told } from '../ledger/told-conditions.tsx'
import { useRead } from '../transport/calls.ts'
import { CASE_FLAG_LABELS } from '../ui/vocabulary-labels.ts'
import { useNameOf, useToldConditions } from './case-conditions.tsx'
import { listView, type ListFilter } from './list-view.ts'
import { SWITCHES } from './more-conditions.tsx'

function useTold(filter: ListFilter): Told<ListFilter>[] {
  const speaking = useLanguage()
  const { t, pick } = speaking
  const catalogue = useCatalogue()
  const choices = useRead('cases.choices', {}).data
  const told: Told<ListFilter>[] = []
  const value = (label: string, text: string | undefined, without: Partial<ListFilter>): void => {
    if (text !== undefined) told.push({ text: toldValue(speaking, label, text), without })
  }
  const shared = useToldConditions(filter, choices?.handlers)
  value(t('cases:list.reviewer'), useNameOf(choices?.reviewers, filter.reviewerId), { reviewerId: null })
  told.push(...(shared.handler as Told<ListFilter>[]))
  value(t('cases:list.unit'), filter.unit ?? undefined, { unit: null })
  value(t('cases:list.cause'), filter.cause ?? undefined, { cause: null })
  const received = toldSpan(speaking, t('cases:list.received'), filter.receivedFrom, filter.receivedTo)
  if (received !== undefined) told.push({ text: received, without: { receivedFrom: null, receivedTo: null } })
  told.push(...([...shared.due, ...shared.issued, ...shared.amount] as Told<ListFilter>[]))
  const type = catalogue?.opinionTypes.find(({ id }) => id === filter.opinionType)
  value(t('cases:list.opinionType'), type === undefined ? undefined : pick(type.name), { opinionType: null })
  told.push(...([...shared.round, ...shared.trigger] as Told<ListFilter>[]))
  for (const flag of filter.flags) value(t('cases:list.flags'), pick(CASE_FLAG_LABELS[flag]), { flags: filter.flags.filter((one) => one !== flag) })
  for (const name of SWITCHES) if (filter[name]) told.push({ text: t(`cases:list.${name}`), without: { [name]: false } })
  return [...told, ...toldColumns(speaking, filter)]
}

export function ToldFilter({ filter, more }: { readonly filter: ListFilter; readonly more: RefObject<HTMLElement | null> }): ReactNode {
  return <ToldConditions told={useTold(filter)} onChange={listView.change} more={more} />
}
