/** The agency's registers: kept by hand or imported from a table, every change an act. */
import { v7 as uuidv7 } from 'uuid'
import type { accountabilityContract, RegisterImport } from '../../shared/accountability/contract.ts'
import { jsonRows, planImport, type PlannedRow, type RegisterPlan } from '../../shared/accountability/register-table.ts'
import { powersFor, type OfficerCertificate, type PowerItem, type RegisterEntry, type RegisterName } from '../../shared/accountability/registers.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireHappened } from '../followup/given-days.ts'
import { findEntry, officerCertificates, powerItems, registerKey, removeEntry, writeEntry, type RegisterFields } from './register-record.ts'

type Methods =
  | 'accountability.powers'
  | 'accountability.certificates'
  | 'accountability.savePower'
  | 'accountability.saveCertificate'
  | 'accountability.removeEntry'
  | 'accountability.previewImport'
  | 'accountability.importRegister'
  | 'accountability.powersOfCase'

/** Planned rows that are sent to the window. */
const ROWS_SHOWN = 300

export const registerHandlers: Pick<Handlers<typeof accountabilityContract>, Methods> = {
  'accountability.powers': ({ reader }) => powerItems(reader),
  'accountability.certificates': ({ reader }) => officerCertificates(reader),

  'accountability.savePower': (context, input) => save(context, 'powers', input) as RegisterEntry<PowerItem>,
  'accountability.saveCertificate': (context, input) => {
    const { issuedOn, validUntil } = input.fields
    requireHappened(context, 'accountability.saveCertificate', { issuedOn })
    if (issuedOn !== null && validUntil !== null && validUntil < issuedOn) {
      throw new FashenError('invalid-input', { method: 'accountability.saveCertificate', field: 'validUntil', problem: 'ends-before-it-begins' })
    }
    return save(context, 'certificates', input) as RegisterEntry<OfficerCertificate>
  },

  'accountability.removeEntry': (context, { register, id, expectedVersion, reason }) => {
    const before = requireEntry(context, register, id, expectedVersion)
    context.act({ act: `register.remove`, subject: `register/${register}`, content: { id, reason, before: before.fields } }, (writer) => removeEntry(writer, register, id))
    context.emit({ kind: 'changed', subject: 'registers' })
    return null
  },

  'accountability.previewImport': async (context, { register, stagedId, name }) => shown(await planOf(context, register, stagedId, name)),

  'accountability.importRegister': async (context, { register, stagedId, name }) => {
    const plan = await planOf(context, register, stagedId, name)
    if (plan.columns === null || plan.taken.length === 0) throw new FashenError('register-nothing-to-import', { name })
    const counts = countsOf(plan.rows)
    context.act({ act: 'register.import', subject: `register/${register}`, content: { name, counts, entries: plan.taken } }, (writer) => {
      for (const fields of plan.taken) {
        const present = findEntry(writer, register, 'key', registerKey(fields))
        writeEntry(writer, { id: present?.id ?? uuidv7(), version: (present?.version ?? 0) + 1, fields, at: context.instant() })
      }
    })
    context.emit({ kind: 'changed', subject: 'registers' })
    return counts
  },

  'accountability.powersOfCase': ({ reader }, { caseId }) => {
    const { fields } = requireCase(reader, caseId)
    const cited = [...new Set(fields.citations.filter(({ role }) => role === 'basis' || role === 'violated').map(({ law }) => law))]
    return powersFor(powerItems(reader).map((one) => one.fields), fields.actionKinds, cited)
  },
}

interface Saved {
  readonly id: string | null
  readonly expectedVersion: number
  readonly fields: RegisterFields
}

function save(context: CallContext, register: RegisterName, { id, expectedVersion, fields }: Saved): RegisterEntry<RegisterFields> {
  const before = id === null ? null : requireEntry(context, register, id, expectedVersion)
  const holder = findEntry(context.reader, register, 'key', registerKey(fields))
  if (holder !== undefined && holder.id !== id) throw new FashenError('register-key-taken', { key: registerKey(fields) })
  const entryId = id ?? uuidv7()
  const version = (before?.version ?? 0) + 1
  context.act({ act: 'register.save', subject: `register/${register}`, content: { id: entryId, before: before?.fields ?? null, after: fields } }, (writer) =>
    writeEntry(writer, { id: entryId, version, fields, at: context.instant() }),
  )
  context.emit({ kind: 'changed', subject: 'registers' })
  return requireEntry(context, register, entryId, version)
}

function requireEntry(context: CallContext, register: RegisterName, id: string, expected: number): RegisterEntry<RegisterFields> {
  const entry = findEntry(context.reader, register, 'id', id)
  if (entry === undefined) throw new FashenError('not-found', { subject: 'registerEntry', id })
  if (entry.version !== expected) throw new FashenError('conflict', { subject: 'registerEntry', id, expected, actual: entry.version })
  return entry
}

/** The readers of papers take the table apart, with their bounds; formulas are read as what they showed, never computed. */
async function planOf(context: CallContext, register: RegisterName, stagedId: string, name: string): Promise<RegisterPlan<RegisterFields>> {
  const staged = context.staging.find(context.caller.connection, stagedId, name)
  const { text } = await context.reading.readNow({ sha256: staged.sha256, name: staged.name })
  const present = new Map<string, RegisterFields>(
    (register === 'powers' ? powerItems(context.reader) : officerCertificates(context.reader)).map(({ fields }) => [registerKey(fields), fields]),
  )
  const pages = text.pages.filter(({ source }) => source === 'spreadsheet' || source === 'plain')
  if (pages.length === 0) throw new FashenError('register-nothing-to-import', { name: staged.name })
  const tables = /\.json$/iu.test(staged.name) ? [jsonRows(pages.map((page) => page.text).join('\n')) ?? []] : pages.map((page) => page.text.split('\n').map((line) => line.split('\t')))
  const plans = tables.map((rows) => planImport(register, rows, present))
  return plans.find(({ columns }) => columns !== null) ?? { columns: null, rows: [], taken: [], left: 0 }
}

function countsOf(rows: readonly PlannedRow[]): RegisterImport['counts'] {
  const counts = { add: 0, change: 0, same: 0, refused: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}

const ORDER: Readonly<Record<PlannedRow['fate'], number>> = { refused: 0, change: 1, add: 2, same: 3 }

function shown({ columns, rows, left }: RegisterPlan<RegisterFields>): RegisterImport {
  const first = rows.toSorted((one, other) => ORDER[one.fate] - ORDER[other.fate] || one.row - other.row).slice(0, ROWS_SHOWN)
  return { columns, rows: first, counts: countsOf(rows), left }
}
