/** Puts the cursor where the first thing is wrong. */
export function focusFirstError(form: HTMLElement | null): void {
  setTimeout(() => {
    const error = form?.querySelector('.fs-field-error')
    error?.closest('.fs-field, .fs-panel')?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    error?.scrollIntoView({ block: 'center' })
  })
}
