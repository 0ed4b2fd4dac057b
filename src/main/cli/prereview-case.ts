/** A folder's files as one case without a station: understood, put together and checked by the rules. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { makeCalendar } from '../../shared/deadlines/calendar.ts'
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import type { DocumentText } from '../../shared/intake/document-text.ts'
import type { IntakeLine, ReadingProblem } from '../../shared/intake/reading/report.ts'
import { understand } from '../../shared/intake/understand.ts'
import { registerLookup } from '../../shared/laws/register-lookup.ts'
import { buildCaseFile } from '../../shared/prereview/build-case-file.ts'
import type { CaseFile } from '../../shared/prereview/case-file.ts'
import { runRules, type RuleFailure } from '../../shared/prereview/engine.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export interface FileAsRead {
  /** Path inside the folder, `/` between its parts. */
  readonly file: string
  readonly text: DocumentText
  readonly problem: ReadingProblem | null
}

export interface UnderstoodFile extends FileAsRead {
  readonly parts: readonly DocumentPart[]
}

export interface Prereviewed {
  readonly files: readonly UnderstoodFile[]
  readonly lines: readonly IntakeLine[]
  readonly caseFile: CaseFile
  readonly findings: readonly Finding[]
  readonly failures: readonly RuleFailure[]
  readonly catalogue: Catalogue
}

/** The last part of a path: what people call the file. */
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What nobody registered is not known: no fields, no reviewer, no officers, no sector, no place. */
export function prereviewFiles(
  files: readonly FileAsRead[],
  lines: readonly IntakeLine[],
  given: {
    readonly catalogue: Catalogue
    readonly sector: string | null
    readonly region: string | null
    readonly today: IsoDate
  },
): Prereviewed {
  const { catalogue, sector, region, today } = given
  const understood = files.map((file) => ({
    ...file,
    parts: understand({ name: baseName(file.file), text: file.text, kinds: catalogue.documentKinds, learned: [] }),
  }))
  const caseFile = buildCaseFile({
    files: understood.map(({ file, text, parts }) => ({ fileId: file, name: file, text, parts })),
    fields: null,
    reviewer: null,
    officers: [],
    catalogue,
    calendar: makeCalendar(catalogue.holidays, catalogue.statutoryHolidays),
    laws: registerLookup(catalogue.laws),
    sector,
    region,
    today,
  })
  const failures: RuleFailure[] = []
  const findings = runRules(caseFile, undefined, (failure) => failures.push(failure))
  return { files: understood, lines, caseFile, findings, failures, catalogue }
}
