/** What is known of a generated case, in the form in which `npm run measure:cases` reads it. */
import { RULES } from '../../src/shared/prereview/rules.ts'
import { CATALOGUE } from '../support/case-files.ts'
import type { GeneratedCase } from './case.ts'
import { filesOf } from './files.ts'
import { textOf } from './paper.ts'
import type { Plant } from './plants/plant.ts'
import { numberOf } from './wording.ts'

export interface Truth {
  readonly caseNo: string
  readonly caseName: string
  readonly party: string
  readonly uscc: string
  readonly agency: string
  readonly seed: number
  readonly documents: readonly { readonly file: string; readonly kind: string }[]
  readonly keyDates: readonly { readonly what: string; readonly date: string; readonly file: string }[]
  readonly defects: readonly {
    readonly id: string
    readonly question: string
    readonly also: readonly string[]
    readonly files: readonly string[]
    readonly why: string
  }[]
}

const KEY_DATES = [
  ['立案', 'filed', 'filing'],
  ['现场检查', 'inspected', 'inspection'],
  ['送达告知书', 'noticeServed', 'notice-receipt'],
  ['集体讨论', 'discussed', 'minutes'],
  ['决定', 'decided', 'decision'],
] as const

/** @param clean the same case without the defects */
export function truthOf(made: GeneratedCase, clean: GeneratedCase, plants: readonly Plant[]): Truth {
  const { story } = made
  const files = filesOf(made)
  const before = new Map(clean.papers.map((paper) => [paper.id, textOf(paper)]))
  const changed = files
    .filter(({ papers }) => papers.some((paper) => paper.id !== 'list' && before.get(paper.id) !== textOf(paper)))
    .map(({ name }) => name)
  const fileOf = (id: string): string | undefined =>
    files.find(({ papers }) => papers.some((paper) => paper.id === id))?.name
  const kindName = (id: string): string =>
    CATALOGUE.documentKinds.find((kind) => kind.id === id)?.name['zh-CN'] ?? '其他'
  return {
    caseNo: numberOf(story, '立'),
    caseName: `${story.party.name}${story.licence === null ? story.offence.cause : `申请${story.licence.matter.item}`}案`,
    party: story.party.name,
    uscc: story.party.code,
    agency: story.agency,
    seed: story.seed,
    documents: files.flatMap(({ name, papers }) => papers.map(({ kind }) => ({ file: name, kind: kindName(kind) }))),
    keyDates: KEY_DATES.flatMap(([what, day, id]) => {
      const file = fileOf(id)
      // an application has days of its own
      return file === undefined || plants.length > 0 || story.licence !== null
        ? []
        : [{ what, date: story.days[day], file }]
    }),
    defects: plants.map(({ ruleId, about }, place) => {
      const rule = RULES.find(({ id }) => id === ruleId)
      return {
        id: `D${place + 1} ${ruleId}`,
        question: rule?.questionId ?? '',
        also: [],
        // with several defects nobody can say which file is changed for which
        files: plants.length === 1 ? changed : [],
        why: `${rule?.name['zh-CN'] ?? ruleId}${about === undefined ? '' : ` (${about})`}`,
      }
    }),
  }
}
