/** Companion forms: which there are, how they look, making and voiding them, and the station's own wording. */
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Form } from '../../shared/catalogue/forms.ts'
import { askedOf, columnsOf, composeForm } from '../../shared/forms/compose-form.ts'
import type { FormInStation, FormOffer, formsContract } from '../../shared/forms/contract.ts'
import { FORM_FACT_NAMES, NO_FACTS, withFacts } from '../../shared/forms/form-facts.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { AS_SHIPPED, formInForce, settingsProblems, type FormSettings } from '../../shared/forms/form-settings.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { numberText } from '../../shared/numbering/number-pattern.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { makePaper } from '../documents/held-papers.ts'
import { formWordProblem } from '../opinion/numbers.ts'
import { mayMakeForm } from './form-maker.ts'
import { findFormPaper, formPapersOf, markVoid } from './form-paper-record.ts'
import { formsInStation, formToPrint, formWords, insertSettings, settingsSeq } from './form-settings-record.ts'
import { factsAbout, formDesk, sourceOf } from './form-sources.ts'
import { generalFacts } from './general-facts.ts'
import { givenFacts, printForm } from './make-form.ts'

/** Laid over every page of what is not made yet. */
const NOT_MADE = '预览'

export const formsHandlers: Handlers<typeof formsContract> = {
  'forms.ofCase': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    const desk = formDesk(context, record)
    const general = generalFacts(desk)
    const made = formPapersOf(context.reader, caseId)
    return formsInStation(context).map(({ form: shipped, settings }): FormOffer => {
      const form = formInForce(shipped, settings)
      const source = sourceOf(desk, form.id)
      const subjects = source.wait === null ? source.subjects : []
      const [newest] = subjects
      const facts = newest === undefined ? null : withFacts(general, newest.facts())
      return {
        form: form.id,
        name: form.name,
        purpose: form.purpose,
        side: form.side,
        numbered: form.number !== null,
        verified: form.verified,
        source: form.source,
        wait: source.wait,
        abouts: subjects.map(({ key, label }) => ({ key, label })),
        lacks: facts === null ? [] : composeForm({ form, facts, station: context.station(), number: null, on: null, watermark: null }).lacks.map(({ label }) => label),
        mayMake: source.wait === null && mayMakeForm(context, record, form),
        made: made.filter((one) => one.form === form.id),
      }
    })
  },

  'forms.preview': async (context, { caseId, form: id, about, given }) => {
    const record = requireCase(context.reader, caseId)
    const facts = factsAbout(formDesk(context, record), id, about)
    const { form } = formToPrint(context, id)
    const composed = composeForm({
      form,
      facts: givenFacts(form, facts, given),
      station: context.station(),
      number: numberToCome(context, form),
      on: context.today(),
      watermark: NOT_MADE,
    })
    return {
      pages: await pagesOf(composed.document),
      lacks: composed.lacks.map(({ id: element, label, verified }) => ({ id: element, label, verified })),
      byHand: composed.byHand.map(({ label }) => label),
      asked: askedOf(form, facts).map(({ fact, kind, known }) => ({ fact, name: FORM_FACT_NAMES[fact], kind, known, columns: kind === 'rows' ? columnsOf(form, fact) : [] })),
    }
  },

  'forms.make': async (context, { caseId, form: id, about, given, lacks }) => {
    const record = requireCase(context.reader, caseId)
    const facts = factsAbout(formDesk(context, record), id, about)
    const { form } = formToPrint(context, id)
    if (!mayMakeForm(context, record, form)) throw new FashenError('form-not-yours', { form: `form/${id}`, side: `formSide/${form.side}` })
    const { lacks: open } = composeForm({ form, facts: givenFacts(form, facts, given), station: context.station(), number: null, on: null, watermark: null })
    // who makes it has seen what it lacks; what came up since is shown first
    const unseen = open.filter((element) => !lacks.includes(element.id))
    if (unseen.length > 0) throw new FashenError('form-lacks', { form: `form/${id}`, elements: unseen.map(({ label }) => label) })
    const printed = await printForm(context, record, { form: id, about, facts, given, pdfKind: 'formPdf' })
    context.act({ act: 'form.make', subject: `case/${caseId}`, content: printed.content }, printed.keep)
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    const made = findFormPaper(context.reader, printed.id)
    if (made === undefined) throw new Error('the form was made but is not there')
    return made.paper
  },

  'forms.void': (context, { id, reason }) => {
    const found = findFormPaper(context.reader, id)
    if (found === undefined) throw new FashenError('not-found', { subject: 'form', id })
    const { paper, caseId } = found
    const record = requireCase(context.reader, caseId)
    const { form } = formToPrint(context, paper.form)
    if (!mayMakeForm(context, record, form)) throw new FashenError('form-not-yours', { form: `form/${paper.form}`, side: `formSide/${form.side}` })
    if (paper.voided !== null) throw new FashenError('form-is-void', { form: `form/${paper.form}`, at: civilDayOf(paper.voided.at) })
    const content = { id, form: paper.form, number: paper.number, reason }
    context.act({ act: 'form.void', subject: `case/${caseId}`, content }, (writer) => markVoid(writer, id, reason, context.person.id, context.instant()))
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },

  'forms.blank': async (context, { form: id, format }) => {
    const { form } = formToPrint(context, id)
    const { made } = await makePaper(context, blankDocument(context, form, null), `${form.name['zh-CN']}（空白）`, format)
    return made
  },

  'forms.settings': (context) => formsInStation(context),

  'forms.previewSettings': async (context, { form: id, settings }) => {
    const { form } = requireForm(context, id)
    requireFitting(context, form, settings)
    return pagesOf(blankDocument(context, formInForce(form, settings), NOT_MADE))
  },

  'forms.saveSettings': async (context, { form: id, expectedSeq, settings }) => {
    const { form, settings: before } = requireForm(context, id)
    const actual = settingsSeq(context.reader, id)
    if (actual !== expectedSeq) throw new FashenError('conflict', { subject: 'form', id, expected: expectedSeq, actual })
    const after = settings ?? AS_SHIPPED
    requireFitting(context, form, after)
    // a character that no font has would be found when somebody needs the form
    await pagesOf(blankDocument(context, formInForce(form, after), null))
    context.act({ act: 'form.settings', subject: 'station', content: { form: id, seq: actual + 1, before, after: settings } }, (writer) =>
      insertSettings(writer, id, actual + 1, settings, context.person.id, context.instant()),
    )
    context.emit({ kind: 'changed', subject: 'station' })
    return requireForm(context, id)
  },
}

async function pagesOf(document: OfficialDocument) {
  // the font engine takes longer to load than the core to start: only who looks at pages waits
  const { previewPages } = await import('../documents/page-preview.ts')
  return previewPages(document)
}

/** `沅环移〔2026〕＿＿号`: the number is given when the form is made. */
function numberToCome({ station, today }: CallContext, { number }: Form): string | null {
  if (number === null) return null
  const { numberPrefix } = station()
  return numberText({ ...number, width: 1 }, numberPrefix, Number(today().slice(0, 4)), 1).replace(/1(?=\D*$)/u, '＿＿')
}

function blankDocument(context: CallContext, form: Form, watermark: string | null): OfficialDocument {
  const { agency, reviewBody } = context.station()
  const facts = withFacts(NO_FACTS, { values: { agency, reviewBody } })
  return composeForm({ form, facts, station: context.station(), number: numberToCome(context, form), on: null, watermark }).document
}

function requireForm(context: CallContext, id: FormId): FormInStation {
  const found = formsInStation(context).find(({ form }) => form.id === id)
  if (found === undefined) throw new FashenError('not-found', { subject: 'form', id })
  return found
}

/** Throws `form-settings-refused` with the first thing that is wrong. */
function requireFitting(context: CallContext, form: Form, settings: FormSettings): void {
  const { number } = formInForce(form, settings)
  const refused = (where: string, problem: string, name: string): FashenError =>
    new FashenError('form-settings-refused', { form: `form/${form.id}`, where, problem, name })
  const [problem] = settingsProblems(form, settings)
  if (problem !== undefined) {
    const block = 'wording' in problem ? form.wording.find(({ id }) => id === problem.wording) : undefined
    if (problem.kind === 'number') throw refused('', problem.name, number?.form ?? '')
    throw refused(block?.name['zh-CN'] ?? '', `form-${problem.kind}`, problem.name === '' ? (block?.name['zh-CN'] ?? '') : problem.name)
  }
  if (number === null) return
  const station = context.station()
  const taken = formWordProblem(context.reader, station, number, formWords(context, station.numberPrefix, form.id))
  if (taken !== null) throw refused('', taken, number.form)
}
