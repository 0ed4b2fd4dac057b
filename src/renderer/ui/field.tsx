/** A labelled place of a form with its hint and its error, tied together for screen readers. */
import { useId, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'

export interface FieldControl {
  readonly id: string
  readonly describedBy: string | undefined
  readonly status: 'error' | ''
}

export interface FieldProps {
  readonly label: string
  readonly required?: boolean | undefined
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** A remark that does not keep the form from being handed in. */
  readonly warning?: ReactNode
  readonly className?: string | undefined
  /** Stands below the field and its remarks. */
  readonly after?: ReactNode
  /** Gets the id that the label points to. */
  readonly children: (control: FieldControl) => ReactNode
}

export function Field({ label, required = false, hint, error, warning, className, after, children }: FieldProps): ReactNode {
  const { t } = useLanguage()
  const id = useId()
  const helpId = `${id}-help`
  const helped = hint !== undefined || error !== undefined || warning !== undefined
  return (
    <div className={`fs-field ${className ?? ''}`}>
      <label htmlFor={id}>
        {label}
        {required ? (
          <span className="fs-required" title={t('ui:required')} aria-hidden>
            *
          </span>
        ) : null}
      </label>
      {children({ id, describedBy: helped ? helpId : undefined, status: error === undefined ? '' : 'error' })}
      {helped ? (
        <div id={helpId} className="fs-field-help">
          {error === undefined ? null : (
            <div className="fs-field-error" role="alert">
              {error}
            </div>
          )}
          {warning === undefined ? null : <div className="fs-field-warning">{warning}</div>}
          {hint === undefined || error !== undefined ? null : <div className="fs-soft">{hint}</div>}
        </div>
      ) : null}
      {after}
    </div>
  )
}

/** A group of controls under one name, such as checkboxes. */
export function FieldGroup({
  label,
  required = false,
  hint,
  error,
  className,
  children,
}: Omit<FieldProps, 'children' | 'warning' | 'after'> & { readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <div className={`fs-field ${className ?? ''}`} role="group" aria-labelledby={id}>
      <div className="fs-label" id={id}>
        {label}
        {required ? (
          <span className="fs-required" aria-hidden>
            *
          </span>
        ) : null}
      </div>
      {children}
      {error === undefined ? null : (
        <div className="fs-field-error" role="alert">
          {error}
        </div>
      )}
      {hint === undefined ? null : <div className="fs-soft">{hint}</div>}
    </div>
  )
}
