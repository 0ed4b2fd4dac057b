/** Who acts as an enforcement officer (执法人员) in a document, and in the case. */
import type { PersonFact } from '../../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../case-file.ts'
import { placeOf } from '../places.ts'
import type { Place } from '../rule.ts'
import { compareNames } from './same-name.ts'

export interface ActingOfficer extends Place {
  readonly name: string
  readonly fact: PersonFact
}

/** Words beside a name that say its bearer only helps (执法辅助人员). */
export const ASSISTANT_WORDS = /辅助|协管|协勤|辅警|临聘|实习|见习|劳务派遣|网格员|志愿者|编外|协查员|临时工/u

/** A number printed beside a name as that of an enforcement certificate, or a bare one in brackets. */
export function isEnforcementCertificate(certificate: PersonFact['certificate']): boolean {
  return (
    certificate !== null &&
    !isOtherCard(certificate.label) &&
    !/资格|上岗|律师|执业|身份|电话|职称/u.test(certificate.label)
  )
}

/** A card that gives no power to enforce: 工作证、工号、胸牌. */
export function isOtherCard(label: string): boolean {
  return /工作证|工作牌|工号|胸牌|员工证|介绍信|协管|辅助|辅警/u.test(label) && !/执法/u.test(label)
}

/** The bracket right behind a name, without white space: （工作证号LQ-012）, （协管员）. Empty where there is none. */
export function remarkBehind({ document, passage }: Place): string {
  const page = document.file.text.pages.find(({ number }) => number === passage.page)
  const behind = page?.text.slice(passage.end, passage.end + LONGEST_REMARK).replace(/\s/gu, '') ?? ''
  return /^[（(]([^（）()]*)/u.exec(behind)?.[1] ?? ''
}
const LONGEST_REMARK = 50

/** The card that somebody acts with instead of an enforcement certificate, in the document's words; null where there is none. */
export function otherCardOf(officer: ActingOfficer): string | null {
  const { certificate } = officer.fact
  if (certificate !== null && isOtherCard(certificate.label)) return certificate.label
  const remark = remarkBehind(officer)
  return certificate?.label !== '执法证号' && /[证牌号卡信]/u.test(remark) && isOtherCard(remark) ? remark : null
}

/** Everybody named as officer; with `recorders` also who writes the record, which is the second officer's work. Each once. */
export function officersOf(document: CaseDocument, { recorders = false } = {}): readonly ActingOfficer[] {
  const found = new Map<string, ActingOfficer>()
  for (const fact of document.facts.persons) {
    if (fact.role !== 'officer' && !(recorders && fact.role === 'recorder')) continue
    const before = found.get(fact.name)
    // of several mentions the one that prints the certificate says most
    if (before !== undefined && (before.fact.certificate !== null || fact.certificate === null)) continue
    found.set(fact.name, { ...placeOf(document, fact), name: fact.name, fact })
  }
  return [...found.values()]
}

/** Kinds whose officers investigate the case (调查人员): they must neither chair its hearing nor review it. */
const INVESTIGATION_KINDS = [
  'filing-form',
  'inspection-record',
  'inquiry-record',
  'sampling-record',
  'preservation-paper',
  'measure-approval',
  'measure-record',
  'correction-check',
  'investigation-report',
] as const

/** Those who investigate, each at the first place that shows it. */
export function investigatorsOf(file: CaseFile): readonly ActingOfficer[] {
  const before = investigators.get(file)
  if (before !== undefined) return before
  const found = readInvestigators(file)
  investigators.set(file, found)
  return found
}
const investigators = new WeakMap<CaseFile, readonly ActingOfficer[]>()

function readInvestigators(file: CaseFile): readonly ActingOfficer[] {
  const found = new Map<string, ActingOfficer>()
  for (const document of file.of(...INVESTIGATION_KINDS)) {
    for (const officer of officersOf(document, { recorders: true })) {
      if (!found.has(officer.name)) found.set(officer.name, officer)
    }
  }
  return [...found.values()]
}

/** The investigator of that name, if there is one. */
export function investigatorNamed(file: CaseFile, name: string): ActingOfficer | undefined {
  return investigatorsOf(file).find((officer) => compareNames(officer.name, name) === 'same')
}
