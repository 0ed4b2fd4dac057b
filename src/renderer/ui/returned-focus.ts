/**
 * Gives the focus back when what had it over the screen is gone. The component library does so for dialogs that it hides,
 * but not for those that are taken away with the part that opened them, nor for those that a menu opened.
 */
import { useEffect } from 'react'

interface Stop {
  readonly element: WeakRef<HTMLElement>
  /** It lay over the screen: in a dialog, a menu, a card. */
  readonly over: boolean
}

/** More than anybody goes through in one dialog before the way back leads out of it. */
const KEPT = 200
/** The library gives back first, in ms. */
const ITS_TURN = 80

const shown = (element: HTMLElement | undefined): element is HTMLElement =>
  element !== undefined && element.isConnected && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')

const topDialog = (place: HTMLElement): HTMLElement | undefined =>
  [...place.querySelectorAll<HTMLElement>('[role=dialog]')].filter((one) => shown(one)).at(-1)

/** @param place where everything that lies over the screen is drawn. */
function watch(place: HTMLElement): () => void {
  const stops: Stop[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const giveBack = (): void => {
    if (document.activeElement !== document.body) return
    const last = stops.at(-1)
    // somebody who clicks beside a field that is still there wants the focus nowhere
    if (last === undefined || !last.over || shown(last.element.deref())) return
    const dialog = topDialog(place)
    const back = stops.findLast(({ element }) => {
      const one = element.deref()
      return shown(one) && (dialog === undefined || dialog.contains(one))
    })
    back?.element.deref()?.focus({ preventScroll: true })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(giveBack, ITS_TURN)
  }
  const come = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return
    stops.push({ element: new WeakRef(target), over: place.contains(target) })
    if (stops.length > KEPT) stops.shift()
  }
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null) later()
  }
  // what is taken away with the focus in it tells nobody that it lost it
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) later()
  })
  document.addEventListener('focusin', come)
  document.addEventListener('focusout', leave)
  observer.observe(place, { childList: true, subtree: true })
  return () => {
    clearTimeout(timer)
    document.removeEventListener('focusin', come)
    document.removeEventListener('focusout', leave)
    observer.disconnect()
  }
}

export function useReturnedFocus(place: () => HTMLElement): void {
  useEffect(() => watch(place()), [place])
}
