/** 台账登记页, 案卷封面, 卷内目录, 备考表, 听证文书. */
import { SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { SEVERITY_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import { extensionsOf } from '../deadlines/clock-records.ts'
import { assignmentsOf } from '../assignment/handlers.ts'
import { documentsOf } from '../cases/case-detail.ts'
import { decisionOf } from '../followup/decision-record.ts'
import { archiveOf, dropOf } from '../followup/ending-record.ts'
import { feedbackOf } from '../followup/feedback-record.ts'
import { presentMaterials } from '../materials/material-record.ts'
import type { FormListRow } from '../../shared/forms/form-facts.ts'
import { formPapersOf } from './form-paper-record.ts'
import { aboutCase, dayOfMoment, dayText, yuanText, type FormDesk, type FormSource } from './form-source.ts'
import { transferStanding } from './transfer-sources.ts'

export const ledgerPage = (desk: FormDesk): FormSource => aboutCase(() => ({ values: ledgerFacts(desk) }))

const MODES = { drawn: '随机分配', chosen: '指定分配', kept: '沿用原审核人' } as Readonly<Record<string, string>>

function ledgerFacts(desk: FormDesk) {
  const { context, record, issued } = desk
  const { reader } = context
  const amounts = record.fields.effects.flatMap(({ amount }) => amount ?? [])
  const last = issued.at(-1)
  const feedback = last === undefined ? null : feedbackOf(reader, record.id, last.round.round)
  const decision = decisionOf(reader, record.id)
  const mode = assignmentsOf(reader, record.id).findLast(({ round }) => round === record.round)?.mode ?? ''
  const extensions = extensionsOf(reader, record.id).filter(({ takenBack, clock }) => takenBack === null && clock.startsWith('review/'))
  return {
    amount: amounts.length === 0 ? '' : yuanText(Math.max(...amounts)),
    assignmentMode: MODES[mode] ?? mode,
    extension: extensions.length === 0 ? '未延期' : `延期${extensions.length}次，最近一次由${extensions.at(-1)?.approvedBy ?? ''}批准`,
    findingCounts:
      last === undefined ? '' : SEVERITIES.map((severity) => `${SEVERITY_LABELS[severity]['zh-CN']}${last.problems.filter((one) => one.severity === severity).length}个`).join('，'),
    adopted: feedback === null ? '' : feedback.outcome === 'adopted' ? '采纳' : '提出异议',
    crimeTransfer: transferStanding(desk),
    ...endFacts(desk),
    decisionNumber: decision?.number ?? '',
    decisionDate: dayText(decision?.decidedOn),
  }
}

function endFacts({ context, record }: FormDesk) {
  const archive = archiveOf(context.reader, record.id)
  const dropped = dropOf(context.reader, record.id)
  return {
    closedOn: dayText(dropped?.on),
    archivedOn: dayText(archive?.on),
    archivePlace: archive?.place ?? '',
    pageCount: archive === null || archive.pages === null ? '' : `${archive.pages}页`,
  }
}

const ENDED: ReadonlySet<string> = new Set(['decided', 'dropped', 'disclosed', 'archived', 'withdrawn'])

/** Papers of the archived file: of a case that is over. */
function ofFile(desk: FormDesk, facts: Parameters<typeof aboutCase>[0]): FormSource {
  return ENDED.has(desk.record.state) ? aboutCase(facts) : { wait: 'notEnded' }
}

export function fileCover(desk: FormDesk): FormSource {
  return ofFile(desk, () => {
    const decision = decisionOf(desk.context.reader, desk.record.id)
    return { values: { ...endFacts(desk), decisionNumber: decision?.number ?? '' } }
  })
}

export const fileBackNote = (desk: FormDesk): FormSource => ofFile(desk, () => ({ values: endFacts(desk) }))

export const fileIndex = (desk: FormDesk): FormSource => ofFile(desk, () => ({ lists: { contents: contentRows(desk) } }))

/** Leaves of the file itself, and of the register. */
const NOT_LISTED: ReadonlySet<string> = new Set(['fileCover', 'fileIndex', 'fileBackNote', 'ledgerPage'])
/** Papers that go to another organ or to the party stand in the main volume (正卷). */
const OUTGOING: ReadonlySet<string> = new Set(['transferLetter', 'hearingNotice', 'hearingRecord'])

/** 正卷 first: papers of the handling body. 副卷: opinions and internal forms of the review (SAMR-P art. 78 para 3). */
function contentRows({ context, record }: FormDesk): FormListRow[] {
  const { reader } = context
  const papers = presentMaterials(reader, record.id).map(({ name, attachedAt }) => ({
    volume: '正卷',
    number: '',
    title: name.replace(/\.[A-Za-z0-9]{1,5}$/u, ''),
    date: dayOfMoment(attachedAt),
  }))
  const forms = new Map(formPapersOf(reader, record.id).map((made) => [made.pdfDocumentId, made]))
  const made = documentsOf(reader, record.id).flatMap(({ id, kind, name, number, createdAt }) => {
    const form = forms.get(id)
    if (kind === 'opinionDocx' || kind === 'formDocx' || (form !== undefined && (form.voided !== null || NOT_LISTED.has(form.form)))) return []
    const volume = form !== undefined && OUTGOING.has(form.form) ? '正卷' : '副卷'
    // the number has a column of its own, and the case its own row
    const title = name.replace(/\.pdf$/u, '').replace(number ?? record.fields.title, '').trim()
    return [{ volume, number: number ?? '', title, date: dayOfMoment(createdAt) }]
  })
  const rows = [...papers, ...made]
  const ordered = ['正卷', '副卷'].flatMap((volume) => rows.filter((row) => row.volume === volume))
  return ordered.map((row, index) => ({ ordinal: String(index + 1), ...row }))
}

export const hearing = (): FormSource => aboutCase(() => ({}))
