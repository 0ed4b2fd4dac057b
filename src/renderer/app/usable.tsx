/** Tells the shell, once, that a person can work: it measures its start by that. */
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { signalUsable } from '../transport/connect.ts'
import { loadCaseScreen, loadLaterScreens } from './later-screens.ts'

/** Milliseconds without a question to the core after which there is time to load what is opened next. */
const QUIET_AFTER = 500

let said = false

function say(): void {
  if (said) return
  said = true
  signalUsable()
}

/** Stands inside a screen before the sign-in. */
export function Usable(): ReactNode {
  useEffect(() => {
    say()
    const timer = setTimeout(loadLaterScreens)
    return () => clearTimeout(timer)
  }, [])
  return null
}

/** Stands as the last part inside a screen behind the sign-in: it can be used once everything it asked for is there. */
export function UsableWhenRead(): ReactNode {
  const client = useQueryClient()
  const open = useIsFetching()
  useEffect(() => {
    // asked again here: the parts before this one ask when they appear, after this was drawn
    if (client.isFetching() === 0) say()
  }, [client, open])
  useEffect(() => {
    const timer = setTimeout(loadCaseScreen, QUIET_AFTER)
    return () => clearTimeout(timer)
  }, [open])
  return null
}
