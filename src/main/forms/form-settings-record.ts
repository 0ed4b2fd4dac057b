/** The station's own wording of forms in the store; the last version of each counts. */
import type { FormInStation } from '../../shared/forms/contract.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { AS_SHIPPED, formInForce, formSettingsSchema, type FormSettings } from '../../shared/forms/form-settings.ts'
import type { Form } from '../../shared/catalogue/forms.ts'
import { seriesWord } from '../../shared/numbering/number-pattern.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Workbench } from '../core/handler.ts'
import type { Reader, Writer } from '../store/database.ts'

interface Row {
  readonly form: FormId
  readonly seq: number
  readonly content: string
  readonly by: string
  readonly at: IsoInstant
}

type Desk = Pick<Workbench, 'reader' | 'catalogue'>

/** Every form of the catalogue with what the station made of it, in the catalogue's order. */
export function formsInStation({ reader, catalogue }: Desk): FormInStation[] {
  const rows = new Map(
    reader
      .all<Row>(
        `SELECT s.form, s.seq, s.content, coalesce(p.name, s.saved_by) AS "by", s.saved_at AS "at" FROM form_settings s
         LEFT JOIN people p ON p.id = s.saved_by WHERE s.seq = (SELECT max(t.seq) FROM form_settings t WHERE t.form = s.form)`,
      )
      .map((row) => [row.form, row]),
  )
  return catalogue.forms
    .toSorted((one, other) => one.order - other.order)
    .map((form) => {
      const row = rows.get(form.id)
      if (row === undefined) return { form, settings: AS_SHIPPED, seq: 0, by: null, at: null }
      const content: unknown = JSON.parse(row.content)
      return { form, settings: content === null ? AS_SHIPPED : formSettingsSchema.parse(content), seq: row.seq, by: row.by, at: row.at }
    })
}

/** A form as this station prints it. */
export interface FormToPrint {
  readonly form: Form
  readonly seq: number
}

export function formToPrint(desk: Desk, id: FormId): FormToPrint {
  const found = formsInStation(desk).find(({ form }) => form.id === id)
  // the catalogue was checked: every id has its row
  if (found === undefined) throw new Error(`the catalogue has no form ${id}`)
  return { form: formInForce(found.form, found.settings), seq: found.seq }
}

/** Words of the numbers of all forms but one. */
export function formWords(desk: Desk, agencyCode: string, but: FormId | null = null): string[] {
  return formsInStation(desk).flatMap(({ form, settings }) => {
    const { number } = formInForce(form, settings)
    return number === null || form.id === but ? [] : [seriesWord(number, agencyCode)]
  })
}

/** @param settings null: as shipped again */
export function insertSettings(writer: Writer, form: FormId, seq: number, settings: FormSettings | null, by: PersonId, at: IsoInstant): void {
  writer.run('INSERT INTO form_settings (form, seq, content, saved_by, saved_at) VALUES (?, ?, ?, ?, ?)', form, seq, JSON.stringify(settings), by, at)
}

export function settingsSeq(reader: Reader, form: FormId): number {
  return reader.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM form_settings WHERE form = ?', form)?.seq ?? 0
}
