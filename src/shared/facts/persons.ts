/**
 * Persons (人员) who act in a document, with the certificate numbers printed beside them: 检查人:陶志远(执法证号43990112018),
 * names and numbers in two lists paired in order, tables of certificates, 执法人员陶志远、沈佳宁 in running text.
 */
import type { PersonFact, PersonRole } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'
import { signedNumbers, withRestOfNumber } from './certificate-numbers.ts'
import { isPersonName, nameAtEnd, nameInText } from './person-names.ts'

const ROLES: readonly (readonly [PersonRole, RegExp])[] = [
  [
    'questioned',
    /^(?:被询问人|被调查人|被检查人|现场负责人|被检查单位现场负责人|陪同人员?|在场人|当事人现场负责人|店员|受询问人)$/u,
  ],
  ['witness', /见证人(?:员)?$/u],
  ['agent', /^(?:.{0,6}委托代理人|.{0,6}代理人|受托人|代收人|被委托人)$/u],
  ['server', /^送达人(?:员)?$/u],
  ['recipient', /^(?:收件人|签收人|受送达人签收|接收人)$/u],
  ['chair', /^(?:听证)?(?:会议)?主持人$/u],
  ['attendee', /^(?:听证员|(?:听证|参加|参会|出席|与会|讨论)(?:会议)?人员?|参加人|参会人员|出席人员|首席听证员)$/u],
  ['recorder', /^(?:.{0,4}记录(?:人|员|人员)|书记员)$/u],
  ['assistant', /^(?:协助|辅助)(?:执法)?人员$/u],
  ['expert', /^(?:鉴定人|检[验测]人(?:员)?|采样人(?:员)?|抽样人(?:员)?|分析人(?:员)?|监测人(?:员)?|专家)$/u],
  ['reviewer', /^(?:法制审核人(?:员)?|审核人(?:员)?|法核人员)$/u],
  [
    'approver',
    /^(?:批准人|审批人|签发人|(?:机关|局|单位|分管|承办机构|执法机构|部门|法规股|法制机构|承办部门)?(?:分管)?负责人|(?:局|主管|分管)领导)$/u,
  ],
  [
    'officer',
    new RegExp(
      String.raw`^(?:(?:行政)?执法人员?|检查(?:人|人员)|询问(?:人|人员)|调查(?:人|人员|询问人)|案件调查人员?|勘[验察](?:人|人员)|承办人(?:员)?|` +
        String.raw`案件承办人|办案人(?:员)?|实施人员|复查人(?:员)?|查询人|复核人(?:员)?|核查人(?:员)?|拍摄人|报告人|巡查人员|清点人(?:员)?|张贴人(?:员)?|拆除人员|执行人员|测量人(?:员)?|监督员)[一二12甲乙]?$`,
      'u',
    ),
  ],
]
/** 审核人 reviews the law only in these; in a form of the handling office it approves. */
const REVIEWED = new Set<DocumentKindId>(['review-opinion'])

const CERTIFICATE = new RegExp(
  String.raw`(行政执法证件?(?:号码?|编号)?|执法证件?(?:号码?|编号)?|执法证书编号|工作证(?:件)?(?:号码?|编号)?|上岗证(?:号码?|编号)?|执业证号|` +
    String.raw`法律职业资格证书?(?:编号|号)?|资格证书?(?:编号|号)?|证件(?:号码?|编号)|证号|` +
    String.raw`编号)[:为]?[ \u3000]*([A-Za-z]{0,3}[-\dA-Za-z]{2,24}(?:[、,][ ]?[-\dA-Za-z]{3,24})*)`,
  'u',
)
const BARE_CERTIFICATE = /^[A-Z]{0,4}-?\d{5,20}$/u
const CERTIFICATE_LABEL = /^(?:行政执法|执法|工作|检查)?证(?:件|书)?(?:号码?|编号|号)$|^执法证(?:件)?$/u
const ORGANISATION =
  /^[\u3400-\u9fff()]{2,30}?(?:局|委员会|办公室|大队|支队|中队|总队|所|队|科|股|站|处|室|中心|街道办|镇政府|事务所|公司)$/u
const ORGANISATION_PREFIX =
  /^([\u3400-\u9fff()]{3,30}?(?:局|委员会|办公室|大队|支队|中队|总队|所|队|站|处|中心))(?=[\u3400-\u9fff]{2,4}(?:$|[、(,\s]))/u

interface Drafted {
  readonly name: string
  readonly role: PersonRole
  certificate: PersonFact['certificate']
  organisation: string | null
  readonly passage: PersonFact['passage']
  readonly line: number
}

function baseLabel(label: string): string {
  // 检查(勘察)人
  const plain = label.replace(/\([^()]{1,6}\)(?=人|员)/u, '')
  return plain.replace(/(?:签名或盖章|签名|签字|签章|姓名|意见)$/u, '').replace(/^(?:本案|案件)(?=承办|调查)/u, '')
}

/** Records of a visit have 参加人 who are no members of a meeting. */
const NO_MEETING = new Set<DocumentKindId>(
  'inspection-record inquiry-record sampling-record measure-record correction-check photo-evidence'.split(' '),
)

export function roleOf(label: string, kind: DocumentKindId): PersonRole | null {
  const base = baseLabel(label)
  if (NO_MEETING.has(kind) && /参加/u.test(base)) return null
  const role = ROLES.find(([, pattern]) => pattern.test(base))?.[0] ?? null
  return role === 'reviewer' && !REVIEWED.has(kind) && !/法/u.test(base) ? 'approver' : role
}

interface NamePiece {
  readonly name: string
  readonly note: string
  readonly start: number
  readonly noteStart: number
  readonly end: number
}

const PIECE = new RegExp(
  String.raw`([\u3400-\u9fff··•某×*xX]{2,15}\d?)(?:[ \u3000]?\(([^()\n]{0,60}(?:\([^()]{0,20}` +
    String.raw`\))?[^()\n]{0,20})\))?|([-\dA-Za-z]{5,24})`,
  'gu',
)

/** Names of a value with what stands in brackets behind each; numbers alone are pieces without a name. */
function pieces(value: string): readonly NamePiece[] {
  const found: NamePiece[] = []
  const stop = value.search(/[。;\n]|\d{4}年/u)
  const words = stop < 0 ? value : value.slice(0, stop)
  for (const match of words.slice(0, 400).matchAll(PIECE)) {
    let name = match[1] ?? ''
    let start = match.index
    const prefix = ORGANISATION_PREFIX.exec(name)?.[1]
    if (prefix !== undefined && !isPersonName(name)) {
      start += prefix.length
      name = name.slice(prefix.length)
    }
    const note = match[2] ?? ''
    found.push({
      name,
      note: name === '' ? (match[3] ?? '') : note,
      start,
      noteStart: match.index + match[0].length - note.length - 1,
      end: match.index + match[0].length,
    })
  }
  return found
}

function certificateIn(view: TextView, note: string, start: number): PersonFact['certificate'] {
  const match = CERTIFICATE.exec(note)
  if (match !== null) {
    const text = (match[2] ?? '').replaceAll(' ', '')
    const at = start + match.index + match[0].length - (match[2] ?? '').length
    return { text, label: match[1] ?? '', passage: view.passage(at, at + (match[2] ?? '').length) }
  }
  const bare = note.trim()
  return BARE_CERTIFICATE.test(bare)
    ? { text: bare, label: '', passage: view.passage(start, start + note.length) }
    : null
}

function organisationIn(note: string): string | null {
  const part = note
    .split(/[,、;]/u)
    .find(
      (words) =>
        ORGANISATION.test(words.trim()) ||
        /(?:局|科|队|室|所|股|站|处)[\u3400-\u9fff]{0,8}(?:长|员|任|干部)$/u.test(words.trim()),
    )
  return part?.trim() ?? null
}

class PersonReader {
  readonly drafted: Drafted[] = []
  private readonly view: TextView
  private readonly kind: DocumentKindId

  constructor(view: TextView, kind: DocumentKindId) {
    this.view = view
    this.kind = kind
  }

  /** Names of one field; the names' line is kept for numbers that follow in a field of their own. */
  private names(value: string, start: number, role: PersonRole, line: number): void {
    const list = pieces(value)
    const trailing = list.findLast(({ name }) => ORGANISATION.test(name) && !isPersonName(name))?.name ?? null
    const prefix = ORGANISATION_PREFIX.exec(value)?.[1] ?? null
    for (const piece of list) {
      const tail = role === 'recipient' || role === 'agent' ? nameAtEnd(piece.name) : null
      if (tail !== null) {
        const at = start + piece.start + piece.name.length - tail.length
        this.drafted.push({
          name: tail,
          role,
          line,
          certificate: null,
          organisation: null,
          passage: this.view.passage(at, at + tail.length),
        })
        continue
      }
      if (piece.name === '' || !isPersonName(piece.name)) {
        // 刘明 43990112018: the number stands behind the name without brackets.
        const last = this.drafted.at(-1)
        if (
          piece.name === '' &&
          BARE_CERTIFICATE.test(piece.note) &&
          last?.line === line &&
          last.certificate === null
        ) {
          last.certificate = {
            text: piece.note,
            label: '',
            passage: this.view.passage(start + piece.start, start + piece.end),
          }
        }
        continue
      }
      this.drafted.push({
        name: piece.name,
        role,
        line,
        certificate: certificateIn(this.view, piece.note, start + piece.noteStart),
        organisation: organisationIn(piece.note) ?? prefix ?? trailing,
        passage: this.view.passage(start + piece.start, start + piece.start + piece.name.length),
      })
    }
  }

  /** 执法证号: behind names: paired in order; the names that follow a number belong to the same list. */
  private numbers(field: LabelledField): void {
    const free = this.drafted.slice(-12).filter(({ certificate }) => certificate === null)
    const here = free.filter(({ line }) => line === field.line)
    const open =
      here.length > 0
        ? here
        : this.drafted.at(-1)?.line === field.line
          ? []
          : free.filter(({ line, role }) => line === field.line - 1 && role !== 'questioned')
    const numbers = [...field.value.matchAll(/[-\dA-Za-z]{4,24}/gu)]
    const role = this.drafted.at(-1)?.role
    numbers.forEach((match, index) => {
      const person = open[Math.min(index, open.length - 1)]
      if (person === undefined) return
      const last = index === numbers.length - 1 && match.index + match[0].length === field.value.length
      const at = field.start + match.index
      const whole = last
        ? withRestOfNumber(this.view, match[0], at + match[0].length)
        : { text: match[0], end: at + match[0].length }
      const passage = this.view.passage(at, whole.end)
      // More numbers than names: all are kept at the last name, so that the reader sees them.
      if (person.certificate === null) person.certificate = { text: whole.text, label: field.label, passage }
      else person.certificate = { ...person.certificate, text: `${person.certificate.text}、${whole.text}` }
    })
    const last = numbers.at(-1)
    if (role === undefined || last === undefined) return
    const rest = field.value.slice(last.index + last[0].length)
    this.names(rest, field.start + last.index + last[0].length, role, field.line)
  }

  field(field: LabelledField): void {
    if (CERTIFICATE_LABEL.test(field.label)) {
      if (field.form !== 'column') this.numbers(field)
      return
    }
    const role = roleOf(field.label, this.kind)
    if (role === null || field.form === 'column') return
    // 分管负责人:同意。方志鹏 2026年3月24日: the name stands behind the opinion.
    const opinion =
      /(?:^|[。,!]|同意[^。]{0,40}?)[ \u3000]*((?:[\u3400-\u9fff]{2,4}[ \u3000]+){1,3})(?=\d{4}年|$)/u.exec(
        field.value,
      )
    if (/^(?:同意|不同意|拟|建议|请|报)/u.test(field.value) && opinion !== null) {
      const at = opinion.index + opinion[0].length - (opinion[1] ?? '').length
      this.names(opinion[1] ?? '', field.start + at, role, field.line)
      return
    }
    this.names(
      field.value,
      field.start,
      /代收/u.test(field.value) && role === 'recipient' ? 'agent' : role,
      field.line,
    )
  }

  /** A table with a column of names and one of certificate numbers. */
  table(fields: readonly LabelledField[]): void {
    const columns = new Map<number, LabelledField[]>()
    for (const field of fields)
      if (field.form === 'column') columns.set(field.line, [...(columns.get(field.line) ?? []), field])
    for (const [line, row] of columns) {
      const name = row.find(({ label }) => label === '姓名')
      const number = row.find(({ label }) => CERTIFICATE_LABEL.test(label))
      if (name === undefined || number === undefined || !isPersonName(name.value.replaceAll(' ', ''))) continue
      this.drafted.push({
        name: name.value.replaceAll(' ', ''),
        role: 'officer',
        line,
        certificate:
          number.value === ''
            ? null
            : { text: number.value, label: number.label, passage: this.view.passage(number.start, number.end) },
        organisation: row.find(({ label }) => /^(?:单位|工作单位|所在单位)/u.test(label))?.value ?? null,
        passage: this.view.passage(name.start, name.end),
      })
    }
  }
}

const IN_TEXT =
  /(?:执法人员|执法队员|调查人员|检查人员|办案人员|监督员|承办人)(?!.{0,2}[:])|(?:指定|指派)(?=[\u3400-\u9fff某*]{2,4}\([-A-Z\d]{5})/gu
const MOST_IN_TEXT = 60

/** 执法人员陶志远、沈佳宁对…: a list of names right behind the word. */
function inText(tight: TextView): Drafted[] {
  const drafted: Drafted[] = []
  let count = 0
  for (const match of tight.text.matchAll(IN_TEXT)) {
    count += 1
    if (count > MOST_IN_TEXT) break
    let place = match.index + match[0].length
    for (let names = 0; names < 8; names += 1) {
      const name = nameInText(tight.text.slice(place, place + 8))
      if (name === null) break
      const rest = tight.text.slice(place + name.length, place + name.length + 44)
      // 温某锋03000121012张某030…: numbers without brackets.
      const note = /^\(([^()\n]{0,40})\)/u.exec(rest) ?? /^([A-Z]{0,3}\d{8,16})(?!\d)/u.exec(rest)
      drafted.push({
        name,
        role: 'officer',
        line: -1,
        organisation: null,
        passage: tight.passage(place, place + name.length),
        certificate:
          note === null
            ? null
            : certificateIn(tight, note[1] ?? '', place + name.length + note[0].indexOf(note[1] ?? '')),
      })
      place += name.length + (note?.[0].length ?? 0)
      const joint = /^(?:[、,和与及]|以及)/u.exec(tight.text.slice(place, place + 2))
      if (joint === null && note?.[0].startsWith('(') !== false) break
      place += joint?.[0].length ?? 0
    }
  }
  return drafted
}

/** 同意立案。 秦少峰 2026年3月5日 in a field of opinions: who signed it. */
function fromOpinions(view: TextView, fields: readonly LabelledField[]): Drafted[] {
  return fields.flatMap((field) => {
    if (!/(?:意见|审批|批示|签批)$/u.test(field.label) || field.form === 'column') return []
    const role: PersonRole = /承办人|经办人|调查人/u.test(field.label) ? 'officer' : 'approver'
    const match =
      /(?:^|[。.!;])[ \u3000\t]*((?:[\u3400-\u9fff]{2,4}[ \u3000\t]*){1,3})[ \u3000\t]+\d{4}年\d{1,2}月\d{1,2}日/u.exec(
        field.value,
      )
    if (match === null) return []
    let place = field.start + match.index + match[0].indexOf(match[1] ?? '')
    return (match[1] ?? '').split(/[ \u3000\t]+/u).flatMap((name) => {
      const at = view.text.indexOf(name, place)
      place = at + name.length
      return isPersonName(name)
        ? [
            {
              name,
              role,
              line: field.line,
              certificate: null,
              organisation: null,
              passage: view.passage(at, at + name.length),
            },
          ]
        : []
    })
  })
}

/** A line of the signature of its own, below 执法人员. */
function signing(view: TextView): Drafted[] {
  return signedNumbers(view).map(({ name, start, label, number, numberStart, numberEnd }) => ({
    name,
    role: 'officer',
    line: -1,
    organisation: null,
    passage: view.passage(start, start + name.length),
    certificate: { text: number, label, passage: view.passage(numberStart, numberEnd) },
  }))
}

/** Each person once per role, with the certificate where any place prints it. */
export function readPersons(
  { tight, spaced }: NormalisedText,
  fields: readonly LabelledField[],
  kind: DocumentKindId,
): readonly PersonFact[] {
  const reader = new PersonReader(spaced, kind)
  for (const field of fields) reader.field(field)
  reader.table(fields)
  const all = [...reader.drafted, ...fromOpinions(spaced, fields), ...signing(spaced), ...inText(tight)]
  const persons = new Map<string, PersonFact>()
  for (const { name, role, certificate, organisation, passage } of all) {
    const person: PersonFact = { name, role, certificate, organisation, passage }
    const key = `${person.role} ${person.name}`
    const known = persons.get(key)
    if (known === undefined) persons.set(key, person)
    else if (known.certificate === null && person.certificate !== null)
      persons.set(key, { ...known, certificate: person.certificate })
  }
  return [...persons.values()].sort(
    (one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start,
  )
}
