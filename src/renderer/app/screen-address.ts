/** The address of what is shown, to be copied and pasted (复制地址): `#/cases/<id>/review/3.8`. The same in both shells. */
import { isCaseTab } from '../workspace/case-tab.ts'

export interface ShownPlace {
  readonly tab?: string | undefined
  readonly question?: string | undefined
}

/** @param place where the person is within a case, where the location is one */
export function addressOf(location: string, place: ShownPlace = {}): string {
  const { tab, question } = place
  if (!/^\/cases\/[0-9a-f-]{36}$/u.test(location) || !isCaseTab(tab)) return `#${location}`
  return `#${location}/${tab}${tab === 'review' && question !== undefined ? `/${question}` : ''}`
}

/** The location that a pasted text names, be it only the address or a browser's whole one. */
export function addressIn(text: string): string | undefined {
  return /^(?:\S+\/)?#(\/[\w./-]*)$/u.exec(text.trim())?.[1]
}
