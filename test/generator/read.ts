/** Generated files as a case file of the rules, through the recognition and extraction that real ones go through. */
import { understand } from '../../src/shared/intake/understand.ts'
import type { DocumentPart } from '../../src/shared/intake/document-part.ts'
import type { DocumentText } from '../../src/shared/intake/document-text.ts'
import { buildCaseFile } from '../../src/shared/prereview/build-case-file.ts'
import type { CaseFile } from '../../src/shared/prereview/case-file.ts'
import { registerLookup } from '../../src/shared/laws/register-lookup.ts'
import { isoDate } from '../../src/shared/values/values.ts'
import { makeCalendar } from '../../src/shared/deadlines/calendar.ts'
import { CATALOGUE } from '../support/case-files.ts'
import { caseFields } from '../support/test-case.ts'
import type { GeneratedCase } from './case.ts'
import { filesOf, textOfFile } from './files.ts'

export const CALENDAR = makeCalendar(CATALOGUE.holidays, CATALOGUE.statutoryHolidays)
const LAWS = registerLookup(CATALOGUE.laws)

interface Understood {
  readonly text: DocumentText
  readonly parts: readonly DocumentPart[]
}

/** Remembers what was understood of a file: a defect changes one or two files of a case. */
export class Reader {
  private readonly known = new Map<string, Understood>()

  private understood(name: string, text: DocumentText): Understood {
    const key = `${name}\0${text.pages.map((page) => page.text).join('\f')}`
    const before = this.known.get(key)
    if (before !== undefined) return before
    const found = { text, parts: understand({ name, text, kinds: CATALOGUE.documentKinds, learned: [] }) }
    this.known.set(key, found)
    return found
  }

  read(one: GeneratedCase): CaseFile {
    const { context } = one
    return buildCaseFile({
      files: filesOf(one).map((file) => ({
        fileId: file.name,
        name: file.name,
        ...this.understood(file.name, textOfFile(one.story, file)),
      })),
      fields: context.fields === null ? null : caseFields(context.fields),
      reviewer: context.reviewer,
      officers: context.officers,
      catalogue: CATALOGUE,
      calendar: CALENDAR,
      laws: LAWS,
      sector: null,
      region: null,
      today: isoDate('2026-11-20'),
    })
  }
}
