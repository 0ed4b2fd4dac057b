/** Puts words into a text field where its cursor is, as if they were typed, so that the field's own undo knows them. */

export interface TextSpan {
  readonly from: number
  readonly to: number
}

/**
 * @param at what is replaced in the field
 * @param select what is selected afterwards, counted within `text`; null: the cursor stands behind it
 */
export function insertText(field: HTMLTextAreaElement | HTMLInputElement, at: TextSpan, text: string, select: TextSpan | null): void {
  field.focus()
  field.setSelectionRange(at.from, at.to)
  // the only way that the browser takes into its undo; where it refuses, the words come without
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, at.from, at.to, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
  }
  if (select !== null) field.setSelectionRange(at.from + select.from, at.from + select.to)
}
