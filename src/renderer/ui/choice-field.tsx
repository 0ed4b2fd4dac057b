/**
 * A field to choose from a short list or to type in (combobox), without the component library: who signs in is chosen
 * before it is loaded.
 */
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { FieldControl } from './field.tsx'

export interface Choice {
  /** What stands in the field once it is chosen. */
  readonly value: string
  readonly name: string
  /** Shown beside the name. */
  readonly detail: string
}

export interface ChoiceFieldProps extends FieldControl {
  readonly value: string
  readonly choices: readonly Choice[]
  /** The name of the list. */
  readonly listLabel: string
  readonly placeholder?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly onChange: (value: string) => void
}

/** The choices whose name or value holds what was typed. */
export function matchingChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase()
  return choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
}

export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  const { id, describedBy, status, value, choices, listLabel, placeholder, autoFocus, onChange } = props
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = matchingChoices(choices, value)
  const shown = open && found.length > 0
  const at = Math.min(active, found.length - 1)
  const choose = (choice: Choice | undefined): void => {
    if (choice !== undefined) onChange(choice.value)
    setOpen(false)
  }
  const step = (by: number): void => {
    const next = shown ? (at + by + found.length) % found.length : 0
    setOpen(true)
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent): void => {
    // a key that ends the composing of a word is the input method's
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'Enter' && shown && found[at]?.value !== value.trim()) choose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <span className="fs-input-box">
      <input
        id={id}
        className="fs-input"
        type="text"
        role="combobox"
        autoComplete="off"
        autoFocus={autoFocus}
        spellCheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={shown}
        aria-activedescendant={shown ? `${listId}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={status === 'error'}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={press}
        onMouseDown={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
      />
      <ul ref={list} id={listId} className="fs-choices" role="listbox" aria-label={listLabel} hidden={!shown}>
        {found.map((choice, index) => (
          <li
            key={choice.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={choice.value === value}
            data-active={index === at}
            onMouseEnter={() => setActive(index)}
            // the field keeps the focus
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            <span>{choice.name}</span>
            <span className="fs-soft">{choice.detail}</span>
          </li>
        ))}
      </ul>
    </span>
  )
}
