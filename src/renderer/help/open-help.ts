/** Opens the help at the page of the screen that is shown, and knows the way back. */
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { topicOf } from './screen-topic.ts'

let from: string | undefined

/** Where the person was when they asked for help; undefined where they came by the navigation. */
export const cameFrom = (): string | undefined => from

/** The tab that a case shows: it is no part of the address while the person moves among the tabs. */
export function shownTab(): string | undefined {
  return document.querySelector('.case-tab[aria-selected="true"]')?.id.replace('case-tab-', '')
}

export function useOpenHelp(): () => void {
  const [location, navigate] = useLocation()
  return useCallback(() => {
    if (!location.startsWith('/help')) from = location
    navigate(`/help/${topicOf(location, shownTab())}`)
  }, [location, navigate])
}
