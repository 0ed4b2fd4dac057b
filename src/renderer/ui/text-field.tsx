/**
 * Fields for typing, safe for input methods (输入法): what is being composed stays in the field, nobody outside sees it
 * or rewrites it, and Enter that ends a composition is not a command.
 */
import { App, Input } from 'antd'
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ChangeEvent,
  type ClipboardEvent,
  type CompositionEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useLanguage } from '../language/language.ts'
import { countCharacters, fitting, limitInUnits } from './field-length.ts'

/** True for a key that belongs to the input method. Some of them report only the key code 229. */
export function isComposingKey(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}

type TextElement = HTMLInputElement | HTMLTextAreaElement

/**
 * What is pasted and does not fit is refused whole and said so: the browser would cut it off in silence. What stood in the
 * field stays, and what was copied is still in the clipboard.
 */
function useWholePaste(maxLength: number | undefined): (event: ClipboardEvent<TextElement>) => void {
  const { message } = App.useApp()
  const { t } = useLanguage()
  return (event) => {
    if (maxLength === undefined) return
    const field = event.currentTarget
    const { value, selectionStart, selectionEnd } = field
    const added = event.clipboardData.getData('text/plain')
    const rest = value.slice(0, selectionStart ?? value.length) + value.slice(selectionEnd ?? value.length)
    const pasted = countCharacters(added)
    const kept = countCharacters(rest)
    if (kept + pasted <= maxLength) {
      field.maxLength = limitInUnits(maxLength, rest + added)
      return
    }
    event.preventDefault()
    void message.warning({ content: t('ui:pasteTooLong', { pasted, most: maxLength, left: maxLength - kept }), duration: 10 })
  }
}

interface LocalText {
  readonly value: string
  readonly onChange: (event: ChangeEvent<TextElement>) => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: (event: CompositionEvent<TextElement>) => void
  readonly onBlur: (event: FocusEvent<TextElement>) => void
}

/** The caret stays where it was typed: left to the window's next drawing, it would go to the end. */
function cutTo(field: EventTarget | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const caret = (field.selectionStart ?? field.value.length) - (field.value.length - text.length)
  field.value = text
  field.setSelectionRange(caret, caret)
}

function useLocalText(
  value: string,
  onChange: ((value: string) => void) | undefined,
  onBlur: (() => void) | undefined,
  most: number | undefined,
): LocalText {
  const [local, setLocal] = useState(value)
  const sent = useRef(value)
  const composing = useRef(false)
  useEffect(() => {
    // A value from outside waits while a word is being composed; afterwards what was typed wins.
    if (value === sent.current || composing.current) return
    sent.current = value
    setLocal(value)
  }, [value])
  const commit = useCallback(
    (text: string) => {
      if (text === sent.current) return
      sent.current = text
      onChange?.(text)
    },
    [onChange],
  )
  const take = (typed: string, field: EventTarget | null): void => {
    const text = most === undefined ? typed : fitting(sent.current, typed, most)
    if (text !== typed) cutTo(field, text)
    setLocal(text)
    commit(text)
  }
  return {
    value: local,
    onChange: (event) => {
      const native = event.nativeEvent as InputEvent
      if (composing.current || native.isComposing === true) setLocal(event.target.value)
      // antd hands on a copy of the field
      else take(event.target.value, native.target)
    },
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: (event) => {
      composing.current = false
      take(event.currentTarget.value, event.currentTarget)
    },
    onBlur: (event) => {
      composing.current = false
      take(event.currentTarget.value, event.currentTarget)
      onBlur?.()
    },
  }
}

export interface TextFieldProps {
  readonly value?: string | undefined
  readonly onChange?: ((value: string) => void) | undefined
  readonly onBlur?: (() => void) | undefined
  /** Enter, when no word is being composed. */
  readonly onEnter?: (() => void) | undefined
  readonly onKeyDown?: ((event: KeyboardEvent<TextElement>) => void) | undefined
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly status?: 'error' | 'warning' | '' | undefined
  readonly autoComplete?: string | undefined
  readonly describedBy?: string | undefined
  readonly className?: string | undefined
}

interface InputOnlyProps {
  readonly type?: 'text' | 'password' | 'search' | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | undefined
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
  readonly allowClear?: boolean | undefined
}

/** antd gives an absent property another meaning than one that is undefined in places; absent ones are left out. */
function present<Props extends object>(props: Props): { [Key in keyof Props]: Exclude<Props[Key], undefined> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as never
}

export function TextField(props: TextFieldProps & InputOnlyProps): ReactNode {
  const { value = '', onChange, onBlur, onEnter, onKeyDown, label, describedBy, type = 'text', ...rest } = props
  const local = useLocalText(value, onChange, onBlur, rest.maxLength)
  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposingKey(event)) return
    onKeyDown?.(event)
    if (event.key === 'Enter' && onEnter !== undefined) {
      local.onBlur(event as unknown as FocusEvent<HTMLInputElement>)
      onEnter()
    }
  }
  const paste = useWholePaste(rest.maxLength)
  const limit = rest.maxLength === undefined ? {} : { maxLength: limitInUnits(rest.maxLength, local.value) }
  const Kind = type === 'password' ? Input.Password : Input
  const named = present({ 'aria-label': label, 'aria-describedby': describedBy })
  const kind = type === 'password' ? {} : { type: 'text' as const }
  return <Kind {...present(rest)} {...limit} {...named} {...kind} {...local} onPaste={paste} onKeyDown={keyDown} />
}

export interface TextAreaProps extends TextFieldProps {
  /** Lines shown at least; the field grows with its text up to `maxRows`. */
  readonly rows?: number | undefined
  readonly maxRows?: number | undefined
}

export function TextArea(props: TextAreaProps): ReactNode {
  const {
    value = '',
    onChange,
    onBlur,
    onEnter,
    onKeyDown,
    label,
    describedBy,
    rows = 3,
    maxRows = 14,
    className,
    ...rest
  } = props
  const local = useLocalText(value, onChange, onBlur, rest.maxLength)
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposingKey(event)) return
    onKeyDown?.(event)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onEnter !== undefined) {
      event.preventDefault()
      local.onBlur(event as unknown as FocusEvent<HTMLTextAreaElement>)
      onEnter()
    }
  }
  const named = present({ 'aria-label': label, 'aria-describedby': describedBy })
  const paste = useWholePaste(rest.maxLength)
  const limit = rest.maxLength === undefined ? {} : { maxLength: limitInUnits(rest.maxLength, local.value) }
  // Growing is left to the style sheet (field-sizing): antd's autoSize writes inline styles, which the policy refuses.
  const style = { minHeight: `${rows * 1.6 + 0.8}em`, maxHeight: `${maxRows * 1.6 + 0.8}em` }
  return (
    <Input.TextArea
      {...present(rest)}
      {...limit}
      {...named}
      {...local}
      rows={rows}
      className={`fs-growing ${className ?? ''}`}
      style={style}
      onPaste={paste}
      onKeyDown={keyDown}
    />
  )
}

export { useDraft, type Draft } from './draft.tsx'
