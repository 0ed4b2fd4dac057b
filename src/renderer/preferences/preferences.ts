/** A person's preferences as hooks: what is set shows at once and is written down behind it. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { KeptPreference } from '../../shared/preferences/contract.ts'
import type { Preference, PreferenceKey } from '../../shared/preferences/preferences.ts'
import { readKey, useCallOnce, useRead } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'

/** Undefined until they were read. */
export function usePreferences(): KeptPreference | undefined {
  return useRead('preferences.get', {}, { staleTime: Infinity }).data
}

/** Undefined until they were read, and where the person kept nothing under the key. */
export function usePreference<Key extends PreferenceKey>(key: Key): Preference<Key> | undefined {
  return usePreferences()?.[key] as Preference<Key> | undefined
}

/** Keeps a value; a failure is told, and the value stays on screen until the window is closed. */
export function useKeepPreference(): <Key extends PreferenceKey>(key: Key, value: Preference<Key>) => void {
  const client = useQueryClient()
  const call = useCallOnce()
  const toast = useErrorToast()
  return useCallback(
    (key, value) => {
      client.setQueryData<KeptPreference>(readKey('preferences.get', {}), (before) => ({ ...before, [key]: value }))
      call('preferences.set', { key, value }).catch(toast)
    },
    [client, call, toast],
  )
}
