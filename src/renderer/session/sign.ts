/** Signing in and out, and forgetting what the earlier person had been shown. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { listView } from '../cases/list-view.ts'
import { readKey, useCallOnce } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-notice.tsx'
import { useFlushDrafts } from '../ui/draft.tsx'

const KEPT = ['station.status', 'session.current', 'session.people']

function become(client: QueryClient, person: SignedInPerson | null): void {
  // First the door, so that the screens of the earlier person are gone before their answers are.
  client.setQueryData(readKey('session.current', {}), person)
  setTimeout(() => {
    client.removeQueries({
      predicate: (query) => !KEPT.includes(String(query.queryKey[0])) && query.getObserversCount() === 0,
    })
  })
  listView.forget()
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

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const call = useCallOnce()
  const flush = useFlushDrafts()
  const showError = useErrorToast()
  const [, navigate] = useLocation()
  return useCallback(async () => {
    try {
      await flush()
      await call('session.signOut', {})
      navigate('/')
      become(client, null)
    } catch (error) {
      showError(error)
    }
  }, [call, client, flush, navigate, showError])
}
