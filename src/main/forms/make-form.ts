/** A form made: laid out with its number, printed twice (PDF, DOCX), and kept with the case in one act with its audit entry. */
import { v7 as uuidv7 } from 'uuid'
import { composeForm, mayBeGiven, type ComposedForm } from '../../shared/forms/compose-form.ts'
import type { GivenFacts } from '../../shared/forms/contract.ts'
import type { Form } from '../../shared/catalogue/forms.ts'
import { chineseDate } from '../../shared/documents/numbering.ts'
import { withFacts, type FormFacts } from '../../shared/forms/form-facts.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { isoDateSchema } from '../../shared/values/values.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { producer } from '../core/program.ts'
import { renderDocx } from '../documents/docx.ts'
import { DOCX, fileNameOf, insertDocument, PDF, storeDocument, type MadeDocument } from '../documents/made-documents.ts'
import { renderPdf } from '../documents/pdf.ts'
import { nextFormNumber, takeFormNumber } from '../opinion/numbers.ts'
import type { Writer } from '../store/database.ts'
import { insertFormPaper } from './form-paper-record.ts'
import { formToPrint } from './form-settings-record.ts'

export interface FormOrder {
  readonly form: FormId
  readonly about: string
  readonly facts: FormFacts
  readonly given: GivenFacts
  readonly pdfKind: 'formPdf' | 'supplementNotice'
}

/** Printed and stored, but of no case yet: `keep` belongs into the act, whose entry holds `content`. */
export interface PrintedForm {
  readonly composed: ComposedForm
  readonly pdf: MadeDocument
  readonly content: { readonly form: FormId; readonly about: string; readonly number: string | null; readonly pdf: string; readonly docx: string; readonly lacks: readonly string[] }
  readonly id: string
  readonly keep: (writer: Writer) => void
}

/** What was typed in beside the records; a day is written out as documents write it. */
export function givenFacts({ asked }: Pick<Form, 'asked'>, facts: FormFacts, given: GivenFacts): FormFacts {
  const written = given.flatMap(({ fact, value }) => {
    const kind = asked.find((one) => one.fact === fact)?.kind
    // only what the form asks is taken, and what a record says is not typed over
    if (kind === undefined || !mayBeGiven(facts, fact)) return []
    const day = kind === 'date' ? isoDateSchema.safeParse(value) : null
    return [[fact, day?.success === true ? chineseDate(day.data) : value]]
  })
  return withFacts(facts, { values: Object.fromEntries(written) })
}

/**
 * Writes run one after the other, so the number that is printed is the one that `keep` takes; were it not, nothing is kept.
 * Throws `glyph-missing`; no number is taken then.
 */
export async function printForm(context: CallContext, record: CaseRecord, { form: id, about, facts, given, pdfKind }: FormOrder): Promise<PrintedForm> {
  const { form, seq } = formToPrint(context, id)
  const station = context.station()
  const at = context.instant()
  const on = civilDayOf(at)
  const year = Number(on.slice(0, 4))
  const { number: pattern } = form
  const number = pattern === null ? null : nextFormNumber(context.reader, pattern, station.numberPrefix, year)
  const composed = composeForm({ form, facts: givenFacts(form, facts, given), station, number, on, watermark: null })
  const options = { createdAt: at, producer: producer(), stationId: station.id }
  const title = `${form.name['zh-CN']} ${number ?? record.fields.title}`
  const paper = { caseId: record.id, round: record.round, number }
  const pdf = await storeDocument(context, { ...paper, kind: pdfKind, name: fileNameOf(title, 'pdf'), mediaType: PDF }, (await renderPdf(composed.document, options)).bytes)
  const docx = await storeDocument(context, { ...paper, kind: 'formDocx', name: fileNameOf(title, 'docx'), mediaType: DOCX }, await renderDocx(composed.document, options))
  const lacks = composed.lacks.map(({ label }) => label)
  const paperId = uuidv7()
  return {
    composed,
    pdf,
    id: paperId,
    content: { form: id, about, number, pdf: pdf.sha256, docx: docx.sha256, lacks },
    keep: (writer) => {
      if (pattern !== null) {
        const taken = takeFormNumber(writer, pattern, station.numberPrefix, year, { caseId: record.id, at })
        if (taken !== number) throw new Error(`the number ${taken} was to be ${number}`)
      }
      insertDocument(writer, pdf, at)
      insertDocument(writer, docx, at)
      insertFormPaper(writer, {
        id: paperId,
        caseId: record.id,
        round: record.round,
        form: id,
        about,
        number,
        pdfDocumentId: pdf.id,
        docxDocumentId: docx.id,
        given,
        lacks,
        settingsSeq: seq,
        catalogue: context.catalogue.version.contentHash,
        by: context.person.id,
        at,
      })
    },
  }
}
