/** Becoming another person, or nobody: what the earlier one had been shown is forgotten. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { listView } from '../cases/list-view.ts'
import { documentPasswords } from '../materials/viewer/document-passwords.ts'
import { ledgerView } from '../ledger/ledger-view.ts'
import { openCases } from '../open-cases/open-cases.ts'
import { readKey } from '../transport/calls.ts'

const KEPT = ['station.status', 'session.current', 'session.people']

export function become(client: QueryClient, person: SignedInPerson | null): void {
  // First the door, so that the screens of the earlier person are gone before their answers are.
  client.setQueryData(readKey('session.current', {}), person)
  setTimeout(() => {
    client.removeQueries({
      predicate: (query) => !KEPT.includes(String(query.queryKey[0])) && query.getObserversCount() === 0,
    })
  })
  listView.forget()
  ledgerView.forget()
  openCases.forget()
  documentPasswords.forget()
}

/** Lets the person who was signed in (by password or set-up) through the door. */
export function useWelcome(): (person: SignedInPerson) => void {
  const client = useQueryClient()
  return useCallback(
    (person) => {
      become(client, person)
      void client.invalidateQueries({ queryKey: ['station.status'] })
    },
    [client],
  )
}
