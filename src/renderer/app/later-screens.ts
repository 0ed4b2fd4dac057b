/**
 * What needs the component library. It takes longer to load than everything before the sign-in together, so it comes
 * after the first screen is there: while the person types, not while they wait.
 */
import { lazy } from 'react'

const loadSignedIn = () => import('./signed-in.tsx')
const loadSetUp = () => import('./first-set-up.tsx')
const loadStopped = () => import('./stopped.tsx')
const loadHome = () => import('../home/home.tsx')

export const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }))
export const FirstSetUp = lazy(async () => ({ default: (await loadSetUp()).FirstSetUp }))
export const CoreStopped = lazy(async () => ({ default: (await loadStopped()).Stopped }))

let begun = false
let caseBegun = false

/** Loads what comes after the sign-in. What fails here is asked for again when it is needed, and says so then. */
export function loadLaterScreens(): void {
  if (begun) return
  begun = true
  void Promise.allSettled([loadSignedIn(), loadStopped(), loadHome()])
}

/** Milliseconds after the screen of a case until what reads its papers is loaded: other things may come first. */
const PAPERS_LATER = 2000

/** Loads the screen of a case, which nearly everybody opens next, and what reads PDFs. */
export function loadCaseScreen(): void {
  if (caseBegun) return
  caseBegun = true
  const papers = async (): Promise<void> => {
    const { pdfEngine } = await import('../materials/viewer/pdf-engine.ts')
    await pdfEngine()
  }
  void import('../workspace/case-workspace.tsx').then(() => setTimeout(() => void papers().catch(() => undefined), PAPERS_LATER), () => undefined)
}
