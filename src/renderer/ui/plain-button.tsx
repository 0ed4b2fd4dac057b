/**
 * Buttons as the component library draws them, without it: the screens before the sign-in appear before the library is
 * loaded.
 */
import type { MouseEvent, ReactNode } from 'react'

export interface PlainButtonProps {
  readonly kind?: 'primary' | 'default' | 'text' | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly small?: boolean | undefined
  readonly block?: boolean | undefined
  /** Work is under way: a sign turns beside the text, and pressing again does nothing. */
  readonly busy?: boolean | undefined
  /** The name of a button that shows a picture only. */
  readonly label?: string | undefined
  /** Shown when the pointer rests on it. */
  readonly title?: string | undefined
  readonly onClick?: (() => void) | undefined
  readonly children: ReactNode
}

export function PlainButton(props: PlainButtonProps): ReactNode {
  const { kind = 'default', type = 'button', small = false, block = false, busy = false, label, title, onClick, children } = props
  const press = (event: MouseEvent): void => {
    if (busy) event.preventDefault()
    else onClick?.()
  }
  return (
    <button
      type={type}
      className="fs-button"
      data-kind={kind}
      data-small={small}
      data-block={block}
      aria-busy={busy}
      aria-label={label}
      title={title}
      onClick={press}
    >
      {busy ? <span className="fs-turning" aria-hidden /> : null}
      {children}
    </button>
  )
}
