/**
 * The facts of published decisions against the labels of a careful reader. The texts lie beside the project, not in
 * it; where they are absent the tests are skipped.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMS, measureFolder } from '../../../scripts/extraction-score.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/decisions')
const present = existsSync(join(FOLDER, 'labels.jsonl'))

/** A little below what is reached, so that a rule that breaks shows. */
const FLOORS: Readonly<Record<string, number>> = {
  docNo: 0.97,
  agency: 0.95,
  partyName: 0.92,
  uscc: 0.97,
  decisionDate: 0.95,
  noticeServedDate: 0.95,
  citations: 0.97,
  citationsComplete: 0.97,
  citationsWithRole: 0.93,
  penalties: 0.95,
  reconsiderationDays: 0.95,
  litigationMonths: 0.95,
  officersNamed: 0.95,
  hearingRequested: 0.95,
}

describe.skipIf(!present)('published decisions', () => {
  const measured = present ? measureFolder(FOLDER) : null

  test.each(FORMS.flatMap((form) => Object.entries(FLOORS).map(([field, floor]) => ({ form, field, floor }))))(
    '$field of the texts $form: F1 at least $floor',
    ({ form, field, floor }) => {
      expect(measured?.scores[form][field]?.f1).toBeGreaterThanOrEqual(floor)
    },
  )

  test('other line ends, gaps and quotation marks change little', () => {
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.replace(/\n/gu, '\r\n'),
      (text) => text.replace(/ /gu, '\u3000'),
      (text) => text.replace(/[“”]/gu, '"'),
      (text) => text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (text) =>
        text
          .split('\n')
          .map((line) => line.replace(/(.{38})(?=.)/gu, '$1\n'))
          .join('\n'),
    ]
    for (const change of changes) {
      const { scores } = measureFolder(FOLDER, null, change)
      for (const field of ['docNo', 'citations', 'penalties', 'uscc'])
        expect(scores['full-width'][field]?.f1).toBeGreaterThanOrEqual(0.94)
    }
  })
})
