/**
 * Buttons as the component library draws them, without it: the screens before the sign-in appear before the library is
 * loaded, and where dozens stand on one screen each of the library's takes a millisecond to draw.
 */
import type { MouseEvent, PointerEvent, ReactNode } from 'react'

export interface PlainButtonProps {
  readonly kind?: 'primary' | 'default' | 'text' | 'link' | undefined
  readonly id?: string | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly small?: boolean | undefined
  readonly block?: boolean | undefined
  /** Work is under way: a sign turns beside the text, and pressing again does nothing. */
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What it opens is open; absent where it opens nothing. */
  readonly expanded?: boolean | undefined
  /** The name of a button that shows a picture only. */
  readonly label?: string | undefined
  /** Shown when the pointer rests on it. */
  readonly title?: string | undefined
  readonly onPointerDown?: ((event: PointerEvent) => void) | undefined
  readonly onClick?: (() => void) | undefined
  readonly children: ReactNode
}

export function PlainButton(props: PlainButtonProps): ReactNode {
  const { kind = 'default', type = 'button', small = false, block = false, busy = false, label, title, onClick, children } = props
  const { id, disabled = false, expanded, onPointerDown } = props
  const press = (event: MouseEvent): void => {
    if (busy) event.preventDefault()
    else onClick?.()
  }
  return (
    <button
      type={type}
      id={id}
      disabled={disabled}
      className="fs-button"
      data-kind={kind}
      data-small={small}
      data-block={block}
      aria-busy={busy}
      aria-label={label}
      aria-expanded={expanded}
      title={title}
      onPointerDown={onPointerDown}
      onClick={press}
    >
      {busy ? <span className="fs-turning" aria-hidden /> : null}
      {children}
    </button>
  )
}
