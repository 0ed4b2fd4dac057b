/** Becoming another person, or nobody: what the earlier one had been shown is forgotten. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { readKey } from '../transport/calls.ts'
import { forgetPerson } from './forgetting.ts'

const KEPT = ['station.status', 'session.current', 'session.people']

export function become(client: QueryClient, person: SignedInPerson | null): void {
  // First the door, so that the screens of the earlier person are gone before their answers are.
  client.setQueryData(readKey('session.current', {}), person)
  setTimeout(() => {
    client.removeQueries({
      predicate: (query) => !KEPT.includes(String(query.queryKey[0])) && query.getObserversCount() === 0,
    })
  })
  forgetPerson()
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
