/** A field for a passphrase or a password, without the component library: the screens before the sign-in have one. */
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import type { FieldControl } from './field.tsx'
import { PlainIcon } from './plain-icons.tsx'

export interface SecretFieldProps extends FieldControl {
  readonly value: string
  readonly onChange: (value: string) => void
  /** `off` for what the browser must not keep. */
  readonly autoComplete?: 'current-password' | 'off' | undefined
  readonly autoFocus?: boolean | undefined
}

export function SecretField({ id, describedBy, status, value, onChange, autoFocus, autoComplete = 'current-password' }: SecretFieldProps): ReactNode {
  const { t } = useLanguage()
  const [shown, setShown] = useState(false)
  return (
    <span className="fs-input-box">
      <input
        id={id}
        className="fs-input"
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={status === 'error'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className="fs-input-end"
        tabIndex={-1}
        aria-label={t(shown ? 'ui:conceal' : 'ui:reveal')}
        onClick={() => setShown(!shown)}
      >
        <PlainIcon name={shown ? 'eye' : 'eyeClosed'} />
      </button>
    </span>
  )
}
