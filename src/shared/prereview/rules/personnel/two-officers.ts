/** 2.1: at least two officers at each step (执法人员不得少于两人). */
import { compareNames } from '../same-name.ts'
import type { DateFact, SignatureFact } from '../../../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findFirst } from '../../wording.ts'
import { ASSISTANT_WORDS, investigatorsOf, officersOf, remarkBehind, type ActingOfficer } from '../acting-officers.ts'
import { RECORD_KINDS } from '../document-groups.ts'
import { linesOf } from '../printed-lines.ts'

const BASIS = [
  { law: '行政处罚法', article: 42, paragraph: 1 },
  { law: '行政强制法', article: 18, paragraph: 1, item: 2 },
] as const

/** Somebody else who investigates the case is named in the record too: then it is no work of one alone. */
function namesAnother(file: CaseFile, document: CaseDocument, officer: ActingOfficer): boolean {
  const helpers = new Set(
    officersOf(document, { recorders: true })
      .filter((one) => ASSISTANT_WORDS.test(remarkBehind(one)))
      .map(({ name }) => name),
  )
  return investigatorsOf(file).some(
    ({ name }) => name !== officer.name && name.length > 1 && !helpers.has(name) && document.text.includes(name),
  )
}

/** 执法人员：鲍晨、戈: behind the name stands another that was not made out, broken over a line or rare. */
function listGoesOn({ document, passage }: ActingOfficer): boolean {
  const page = document.file.text.pages.find(({ number }) => number === passage.page)
  const behind = page?.text.slice(passage.end, passage.end + 80).replace(/\s/gu, '') ?? ''
  const next = /^(?:[（(][^（）()]{0,50}[）)])?[、，,](\p{Script=Han}{1,4})(?:[（(]([^（）()]{0,40}))?/u.exec(behind)
  return next !== null && !ASSISTANT_WORDS.test(next[2] ?? '')
}

/** A laboratory's own people take samples too; an officer is who has an enforcement certificate. */
function isOfOfficers(document: CaseDocument): boolean {
  return document.kind !== 'sampling-record' || /执法(?:人员|证)/u.test(document.text)
}

/** Two certificate numbers beside names: a second officer whose name was not made out. */
function hasTwoNumbers(document: CaseDocument): boolean {
  const printed = document.text.replace(/\s/gu, '').matchAll(/执法证(?:件)?(?:编)?号(?:码)?[：:]?([0-9A-Z-]{5,})/gu)
  return new Set([...printed].map(([, number]) => number)).size > 1
}

/** One officer alone, or one who is both questioner and recorder (行政处罚法 art. 42, 行政强制法 art. 18). */
export const ONE_OFFICER: PrereviewRule = {
  id: '2.1-one-officer',
  questionId: '2.1',
  name: said('执法人员不足两人', 'Fewer than two officers'),
  basis: BASIS,
  severity: 'F',
  check: (file) =>
    file.of(...RECORD_KINDS, 'sampling-record').flatMap((document): Suspicion[] => {
      if (!isOfOfficers(document)) return []
      // who only helps does not count as the second
      const officers = officersOf(document, { recorders: true }).filter(
        (officer) => !ASSISTANT_WORDS.test(remarkBehind(officer)),
      )
      const [only] = officers
      if (only === undefined || officers.length > 1 || namesAnother(file, document, only) || hasTwoNumbers(document)) return []
      if (listGoesOn(only)) return []
      const mentions = document.facts.persons.filter(
        ({ name, role }) => name === only.name && (role === 'officer' || role === 'recorder'),
      )
      return [
        {
          message: said(`记录只载明执法人员${only.name}一人。`, `The record names one officer only, ${only.name}.`),
          suggestion: said(
            '查明实际参加人员；只有一人的，该证据不能作为定案依据，应当重新调取。',
            'Find out who took part; a record by one officer cannot be relied on and must be made anew.',
          ),
          places: mentions.map((fact) => placeOf(document, fact)),
          about: only.name,
        },
      ]
    }),
}

const OFFICER_LABEL = /执法人员|检查人|询问人|调查人|勘验人|勘察人|复查人|实施人|办案人|记录人/u
/** 被询问人, 被检查人 and the like sign as well. */
const OTHER_SIDE = /被|当事人|见证/u

function officerSignatures(document: CaseDocument): readonly SignatureFact[] {
  return document.facts.signatures.filter(({ who }) => OFFICER_LABEL.test(who) && !OTHER_SIDE.test(who))
}

/** Everything from the line on which the first officer signs: where the others sign too. */
function signingEnd(document: CaseDocument, { passage }: SignatureFact): string {
  const lines = linesOf(document)
  const first = lines.findIndex(
    (line) =>
      line.passage.page === passage.page && line.passage.start <= passage.start && passage.start <= line.passage.end,
  )
  return lines
    .slice(Math.max(first, 0))
    .map(({ text }) => text.replace(/\s/gu, ''))
    .join('\n')
}

/** Two officers in the head, one signature at the foot: the record is signed by those who took part (art. 55, 42). */
export const ONE_SIGNATURE: PrereviewRule = {
  id: '2.1-one-signature',
  questionId: '2.1',
  name: said('两名执法人员只有一人签名', 'Two officers, one signature'),
  basis: BASIS,
  severity: 'F',
  check: (file) =>
    file.of(...RECORD_KINDS).flatMap((document): Suspicion[] => {
      const officers = officersOf(document, { recorders: true })
      const [first] = officerSignatures(document).filter(({ state, name }) => state === 'signed' && name !== null)
      if (officers.length < 2 || first === undefined) return []
      const end = signingEnd(document, first)
      const missing = officers.filter(({ name }) => !end.includes(name))
      if (missing.length === 0 || officers.length - missing.length !== 1) return []
      return [
        {
          message: said(
            `笔录载明${officers.length}名执法人员，只有${first.name ?? ''}一人签名，缺${missing.map(({ name }) => name).join('、')}的签名。`,
            `The record names ${officers.length} officers, but only ${first.name ?? ''} signed.`,
          ),
          suggestion: said(
            '查明另一名执法人员是否实际参加；未参加的，应当重新调取。',
            'Find out whether the other officer took part; if not, the record must be made anew.',
          ),
          places: [placeOf(document, first), ...missing],
        },
      ]
    }),
}

const SIGNED_FOR_ANOTHER =
  /(?:代|替)(?:[^，。；：（）]{1,6})?签(?:名|字)?|签名[^，。；]{0,6}(?:代签|系[^，。；]{1,6}代)/u

/** One signs for two: then only one was there. */
export const SIGNED_FOR_COLLEAGUE: PrereviewRule = {
  id: '2.1-signed-for-colleague',
  questionId: '2.1',
  name: said('执法人员签名由他人代签', 'Officer’s signature by another hand'),
  basis: BASIS,
  severity: 'F',
  check: (file) =>
    file.of(...RECORD_KINDS, 'sampling-record', 'preservation-paper').flatMap((document): Suspicion[] => {
      const substituted = officerSignatures(document).find(({ state }) => state === 'substituted')
      const words = substituted === undefined ? findFirst(document, SIGNED_FOR_ANOTHER) : null
      const names = officersOf(document, { recorders: true }).map(({ name }) => name)
      const byOfficer =
        words !== null &&
        names.some((name) =>
          words.match.input
            .slice(Math.max(0, words.match.index - 12), words.match.index + words.match[0].length + 6)
            .includes(name),
        )
      const place = substituted !== undefined ? placeOf(document, substituted) : byOfficer ? words : null
      if (place === null) return []
      return [
        {
          message: said('执法人员的签名由他人代签。', 'An officer’s signature was made by somebody else.'),
          suggestion: said(
            '查明实际参加人员，不足两人的应当重新调取证据。',
            'Find out who took part; with fewer than two the evidence must be taken anew.',
          ),
          places: [place],
        },
      ]
    }),
}

interface Stay extends Place {
  readonly officer: string
  readonly from: string
  readonly until: string
  readonly where: string | null
}

const WHERE =
  /(?:(?:询问|检查|勘验|勘察|采样|抽样|实施|复查|送达)(?:地点|场所)[：:]?|(?:地点|场所)[：:])(?<where>[^，。；：]{2,40}?)(?=检查|询问|当事人|被|执法|记录|实施|采样|抽样|送达|受|勘验|勘察|见证|在场|参加|陪同|气象|天气|清点|$|[，。；])/u

function spanOf({ day, time, until }: DateFact): readonly [string, string] | null {
  if (time === null || until === null || until.time === null) return null
  const [from, end] = [`${day} ${time}`, `${until.day} ${until.time}`]
  return from < end ? [from, end] : null
}

function staysOf(document: CaseDocument): readonly Stay[] {
  const date = document.facts.dates.find((one) => spanOf(one) !== null)
  const span = date === undefined ? null : spanOf(date)
  if (date === undefined || span === null) return []
  const where = findFirst(document, WHERE)?.match.groups?.['where'] ?? null
  return officersOf(document, { recorders: true }).map(({ name }) => ({
    ...placeOf(document, date),
    officer: name,
    from: span[0],
    until: span[1],
    where,
  }))
}

/** A search and the seizure during it happen at one place; two inquiries at one place at once are a matter of the records (4.8). */
function cannotBoth(one: Stay, other: Stay): boolean {
  if (one.from >= other.until || other.from >= one.until) return false
  return one.where !== null && other.where !== null && compareNames(one.where, other.where) === 'different'
}

/** An officer who is at two places at the same hour was at one of them only on paper. */
export const AT_TWO_PLACES: PrereviewRule = {
  id: '2.1-at-two-places',
  questionId: '2.1',
  name: said('同一执法人员同一时间出现在两处', 'One officer at two places at once'),
  basis: BASIS,
  severity: 'F',
  check: (file) => {
    const stays = file.of(...RECORD_KINDS, 'sampling-record').flatMap(staysOf)
    const found = new Map<string, Suspicion & { readonly names: readonly string[] }>()
    stays.forEach((one, place) => {
      for (const other of stays.slice(place + 1)) {
        if (one.officer !== other.officer || one.document === other.document || !cannotBoth(one, other)) continue
        const pair = `${one.document.file.fileId}:${one.passage.start}|${other.document.file.fileId}:${other.passage.start}`
        const names = [...(found.get(pair)?.names ?? []), one.officer]
        found.set(pair, {
          names,
          message: said(
            `${names.join('、')}在${one.from}至${one.until.slice(11)}和${other.from}至${other.until.slice(11)}两份记录中同时在场。`,
            `${names.join(', ')} took part in two records at once: ${one.from}–${one.until.slice(11)} and ${other.from}–${other.until.slice(11)}.`,
          ),
          suggestion: said(
            '调取音像记录查明实际参加人员；不足两人的应当重新调取证据。',
            'Check the recordings for who took part; with fewer than two the evidence must be taken anew.',
          ),
          places: [one, other],
        })
      }
    })
    return [...found.values()]
  },
}

/** Handing a paper over or leaving it (直接、留置送达) is done by officers of the case, and they are two. */
export const ONE_SERVER: PrereviewRule = {
  id: '2.1-one-server',
  questionId: '2.1',
  name: said('送达人不足两人', 'Served by one person alone'),
  basis: [{ law: '行政处罚法', article: 42, paragraph: 1 }],
  severity: 'F',
  check: (file) =>
    file.of('service-receipt').flatMap((document): Suspicion[] => {
      if (!document.sure || !/(?:直接|留置)送达/u.test(document.text.replace(/\s/gu, ''))) return []
      const lines = linesOf(document).filter(({ text }) => /送达人|执法人员/u.test(text) && !/受送达人|被送达人/u.test(text))
      const servers = [...new Set(document.facts.persons.filter(({ role }) => role === 'server').map(({ name }) => name))]
      const [line] = lines
      const [only] = servers
      // Who signs in a row of his own, or by hand, is not in the words.
      if (line === undefined || only === undefined || lines.length > 1 || servers.length !== 1) return []
      const numbers = new Set([...line.text.matchAll(/[0-9A-Z-]{6,}/gu)].map(([number]) => number))
      if (numbers.size > 1 || investigatorsOf(file).filter(({ name }) => line.text.includes(name)).length > 1) return []
      return [
        {
          message: said(`送达回证上的送达人只有${only}一人。`, `The receipt names one person who served, ${only}.`),
          suggestion: said('查明送达经过，由两名执法人员送达并签名。', 'Establish how it was served; two officers serve and sign.'),
          places: [line],
          about: only,
        },
      ]
    }),
}

export const TWO_OFFICERS_RULES: readonly PrereviewRule[] = [
  ONE_OFFICER,
  ONE_SIGNATURE,
  SIGNED_FOR_COLLEAGUE,
  AT_TWO_PLACES,
  ONE_SERVER,
]
