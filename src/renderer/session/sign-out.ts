/** Signing out. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useCallOnce } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { useFlushDrafts } from '../ui/draft.tsx'
import { become } from './become.ts'

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
