/** A form filled in: from the form in force and the facts to an official document, and what it lacks. Pure. */
import { allParts, type Form, type FormElement, type FormPart } from '../catalogue/forms.ts'
import { text, type Block, type Inline, type KeyValueRow, type OfficialDocument, type SignOff } from '../documents/model.ts'
import { contactFacts, signingOrgan, titleUnder, type Letterhead } from '../station/letterhead.ts'
import type { IsoDate } from '../values/values.ts'
import { FORM_LISTS, FORM_LISTS_BY_FACT, rowsFromLines, type FormFact, type FormFacts, type FormList, type FormListRow } from './form-facts.ts'
import { BLANK, factsIn, filledWording } from './placeholders.ts'

export interface FormStation {
  readonly agency: string
  readonly reviewBody: string
  readonly letterhead?: Letterhead | undefined
}

export interface ComposedForm {
  readonly document: OfficialDocument
  /** Required elements that the records do not give: a line is printed for each. */
  readonly lacks: readonly FormElement[]
  /** Elements that are written by hand on the paper. */
  readonly byHand: readonly FormElement[]
}

export interface ComposeFormInput {
  readonly form: Form
  readonly facts: FormFacts
  readonly station: FormStation
  readonly number: string | null
  /** The day under the text; null on a blank form. */
  readonly on: IsoDate | null
  readonly watermark: string | null
}

export function composeForm({ form, facts: known, station, number, on, watermark }: ComposeFormInput): ComposedForm {
  const facts = withTypedRows(known)
  const filling = fillingOf(form, facts)
  const { addressee } = form
  const document: OfficialDocument = {
    title: titleUnder(form.title, station),
    number: form.number === null ? null : number,
    addressee: addressee === null ? null : (facts.values[addressee] ?? BLANK),
    blocks: blocksOfAll(form.parts, filling),
    attachments: [],
    signOff: signOffOf(form.organ, facts, station, on),
    // 封面、目录、备考表 are leaves of a file: nobody writes back to them
    footer: form.pageNumbers && form.organ !== null ? contactFacts(station) : [],
    watermark,
    ...(form.pageNumbers ? {} : { pageNumbers: false }),
    ...(form.pages.length === 0
      ? {}
      : {
          enclosures: form.pages.map((page) => ({
            title: page.title,
            blocks: blocksOfAll(page.parts, filling),
            signOff: signOffOf(page.organ, facts, station, page.organ === 'policeOrgan' ? null : on),
          })),
        }),
  }
  return { document, lacks: lacksOf(form, facts), byHand: form.elements.filter(({ by }) => by === 'hand') }
}

/** With the rows that were typed in, of lists that the records do not have. */
function withTypedRows(facts: FormFacts): FormFacts {
  const typed = (Object.entries(FORM_LISTS_BY_FACT) as [FormList, FormFact][]).flatMap(([list, fact]) => {
    const lines = facts.values[fact] ?? ''
    return lines === '' || (facts.lists[list] ?? []).length > 0 ? [] : [[list, rowsFromLines(list, lines)] as const]
  })
  return typed.length === 0 ? facts : { ...facts, lists: { ...facts.lists, ...Object.fromEntries(typed) } }
}

interface Filling {
  readonly facts: FormFacts
  readonly element: (id: string) => FormElement
  readonly wording: (id: string) => string
}

function fillingOf(form: Form, facts: FormFacts): Filling {
  const elements = new Map(form.elements.map((element) => [element.id, element]))
  const wording = new Map(form.wording.map(({ id, text: words }) => [id, words]))
  const found = <Value>(of: ReadonlyMap<string, Value>, id: string): Value => {
    const value = of.get(id)
    // the catalogue was checked when it was loaded, and settings take out only what nothing refers to
    if (value === undefined) throw new Error(`the form ${form.id} has no ${id}`)
    return value
  }
  return { facts, element: (id) => found(elements, id), wording: (id) => filledWording(found(wording, id), facts) }
}

/** Notes that follow one another run on as one remark: what the law says and what practice adds to it are wordings of their own. */
function blocksOfAll(parts: readonly FormPart[], filling: Filling): Block[] {
  return parts.flatMap((part, index) => {
    if (part.kind !== 'note') return blocksOf(part, filling)
    if (parts[index - 1]?.kind === 'note') return []
    const next = parts.findIndex(({ kind }, place) => place > index && kind !== 'note')
    const run = parts.slice(index, next < 0 ? parts.length : next)
    return notesOf(run.map((one) => (one.kind === 'note' ? filling.wording(one.wording) : '')).join(''))
  })
}

const notesOf = (words: string): Block[] => words.split('\n').map((line) => ({ kind: 'note', inlines: [text(line)] }))

function blocksOf(part: FormPart, { facts, element, wording }: Filling): Block[] {
  switch (part.kind) {
    case 'rows':
      return [{ kind: 'key-value', rows: part.rows.map((row) => keyValueRow(row.map(element), facts)) }]
    case 'table': {
      const rows = facts.lists[part.list] ?? []
      const printed: readonly FormListRow[] = rows.length > 0 ? rows : Array.from({ length: part.emptyRows }, () => ({}))
      return [
        {
          kind: 'table',
          columns: part.columns.map(({ element: id, width, align }) => ({ header: element(id).label, width, align })),
          rows: printed.map((row) => part.columns.map(({ of }): Inline[] => [text(of === null ? '' : (row[of] ?? ''))])),
        },
      ]
    }
    case 'wording':
      return paragraphsOf(wording(part.wording))
    case 'note':
      return notesOf(wording(part.wording))
  }
}

const paragraphsOf = (words: string): Block[] =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', inlines: [text(line.trim())] }))

function keyValueRow(elements: readonly FormElement[], facts: FormFacts): KeyValueRow {
  const [first, second] = elements.map((element) => pairOf(element, facts))
  if (first === undefined) throw new Error('a row of a form has no cell')
  return second === undefined ? first : { ...first, second }
}

function pairOf({ label, fact, sign, room }: FormElement, { values }: FormFacts): Pick<KeyValueRow, 'label' | 'value' | 'sign'> {
  // room to write on says by itself that something is to be written there
  const unwritten = room > 0 ? '\n'.repeat(room - 1) : fact === null ? '' : BLANK
  const value = fact === null ? unwritten : (values[fact] ?? unwritten)
  return { label, value: [text(value)], ...(sign === null ? {} : { sign }) }
}

function signOffOf(organ: Form['organ'] | 'policeOrgan', { values }: FormFacts, station: FormStation, date: IsoDate | null): SignOff | null {
  if (organ === null) return null
  const names = {
    station: signingOrgan(station),
    agency: station.agency,
    handlingUnit: values.handlingUnit ?? BLANK,
    policeOrgan: values.policeOrgan ?? BLANK,
  }
  return { signers: [], organ: `${names[organ]}${date === null ? '（盖章）' : ''}`, date }
}

/** Required elements that nothing fills: an absent fact, an empty list, a required column with an empty cell. */
function lacksOf(form: Form, facts: FormFacts): FormElement[] {
  const columns = new Map(
    allParts(form).flatMap((part) => (part.kind === 'table' ? part.columns.map(({ element, of }) => [element, { list: part.list, of }] as const) : [])),
  )
  return form.elements.filter(({ id, by, fact, required }) => {
    if (!required || by === 'hand') return false
    if (by !== 'column') return fact !== null && isAbsent(facts, fact)
    const column = columns.get(id)
    if (column === undefined || column.of === null) return false
    const { list, of } = column
    const rows = facts.lists[list] ?? []
    return rows.length === 0 || rows.some((row) => (row[of] ?? '') === '')
  })
}

const isAbsent = ({ values }: FormFacts, fact: FormFact): boolean => (values[fact] ?? '').trim() === ''

export type AskedFact = Form['asked'][number] & {
  /** What is printed where nothing is typed; null: nothing is known. */
  readonly known: string | null
}

/** The facts that this form prints and that can be typed in: the records do not have them, or the machine only proposes them. */
export function askedOf(form: Form, facts: FormFacts): AskedFact[] {
  const lists = allParts(form).flatMap((part) => (part.kind === 'table' && (facts.lists[part.list] ?? []).length === 0 ? (FORM_LISTS_BY_FACT[part.list] ?? []) : []))
  const printed = new Set([...form.elements.flatMap(({ fact }) => fact ?? []), ...form.wording.flatMap(({ text: words }) => factsIn(words)), ...lists])
  return form.asked
    .filter(({ fact }) => printed.has(fact) && mayBeGiven(facts, fact))
    .map((asked) => ({ ...asked, known: facts.values[asked.fact] ?? null }))
}

/** The columns that a line of a fact fills, by their labels: of the table whose rows are typed in with it. */
export function columnsOf(form: Form, fact: FormFact): readonly string[] {
  const table = allParts(form).find((part) => part.kind === 'table' && FORM_LISTS_BY_FACT[part.list] === fact)
  if (table?.kind !== 'table') return []
  const [, ...keys] = FORM_LISTS[table.list]
  return keys.flatMap((key) => {
    const column = table.columns.find(({ of }) => of === key)
    return form.elements.find(({ id }) => id === column?.element)?.label ?? []
  })
}

/** Whether a person says it: nothing is known, or what is known is only a proposal. */
export const mayBeGiven = (facts: FormFacts, fact: FormFact): boolean => isAbsent(facts, fact) || facts.proposed.includes(fact)
