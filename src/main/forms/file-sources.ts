/** 台账登记页, 案卷封面, 卷内目录, 备考表. */
import { FILE_VOLUMES, type FileVolume } from '../../shared/catalogue/file-volumes.ts'
import { SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { SEVERITY_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import type { FormFacts, FormListRow } from '../../shared/forms/form-facts.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { extensionsOf } from '../deadlines/clock-records.ts'
import { assignmentsOf } from '../assignment/handlers.ts'
import { decisionOf } from '../followup/decision-record.ts'
import { archiveOf, dropOf } from '../followup/ending-record.ts'
import { feedbackOf } from '../followup/feedback-record.ts'
import { retainedCaseOf } from '../accountability/retention-record.ts'
import { filedPapers, pageNumbers, pagesTogether, type FiledPaper } from './filed-papers.ts'
import { aboutCase, dayText, yuanText, type FormDesk, type FormSource } from './form-source.ts'
import { outcomeFacts } from './outcome-facts.ts'
import { transferStanding } from './transfer-sources.ts'

export function ledgerPage(desk: FormDesk): FormSource {
  return aboutCase(() => {
    const { values, proposed } = outcomeFacts(desk)
    return { values: { ...ledgerFacts(desk), ...values }, proposed }
  })
}

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
  }
}

const ENDED: ReadonlySet<string> = new Set(['decided', 'dropped', 'disclosed', 'archived', 'withdrawn'])
const VOLUME_NAMES: Readonly<Record<FileVolume, Bilingual>> = {
  main: { 'zh-CN': '正卷', en: 'Main volume' },
  secondary: { 'zh-CN': '副卷', en: 'Secondary volume' },
}
/** The whole file, or one of its volumes. */
type Part = FileVolume | null

/** Papers of the archived file: of a case that is over. Where it has two volumes, each can have its own. */
function ofFile(desk: FormDesk, facts: (part: Part) => Partial<FormFacts>): FormSource {
  if (!ENDED.has(desk.record.state)) return { wait: 'notEnded' }
  const whole = aboutCase(() => facts(null))
  const volumes = FILE_VOLUMES.filter((volume) => filedPapers(desk).some((paper) => paper.volume === volume))
  if (whole.wait !== null || volumes.length < 2) return whole
  return { wait: null, subjects: [...whole.subjects, ...volumes.map((volume) => ({ key: volume, label: VOLUME_NAMES[volume], facts: () => facts(volume) }))] }
}

const ofPart = (desk: FormDesk, part: Part): readonly FiledPaper[] => filedPapers(desk).filter(({ volume }) => part === null || volume === part)

/** How thick it is: as somebody counted it when it was archived, else the pages of its papers; nothing where one is not known. */
function thicknessFacts(desk: FormDesk, part: Part) {
  const counted = part === null ? (archiveOf(desk.context.reader, desk.record.id)?.pages ?? null) : null
  const pages = counted ?? pagesTogether(ofPart(desk, part))
  return { pageCount: pages === null ? '' : `${pages}页`, volume: part === null ? '' : VOLUME_NAMES[part]['zh-CN'] }
}

/** As the head settled it when the file was archived (案卷保管期限). */
function retentionText({ context, record }: FormDesk): string {
  const retention = retainedCaseOf(context.reader, context.today(), record.id)?.retention ?? null
  return retention === null ? '' : `${retention.name['zh-CN']}${retention.until === null ? '' : `，至${dayText(retention.until)}`}`
}

const filerOf = ({ context, record }: FormDesk): string => archiveOf(context.reader, record.id)?.by ?? ''

export function fileCover(desk: FormDesk): FormSource {
  return ofFile(desk, (part) => {
    const decision = decisionOf(desk.context.reader, desk.record.id)
    return {
      values: { ...endFacts(desk), ...thicknessFacts(desk, part), retention: retentionText(desk), filer: filerOf(desk), decisionNumber: decision?.number ?? '' },
      proposed: ['pageCount', 'retention', 'filer'],
    }
  })
}

export function fileBackNote(desk: FormDesk): FormSource {
  return ofFile(desk, (part) => {
    const { values, proposed } = outcomeFacts(desk)
    return {
      values: { ...endFacts(desk), ...thicknessFacts(desk, part), ...values, filer: filerOf(desk), archiveNote: noteText(desk, part) },
      proposed: ['pageCount', 'filer', 'archiveNote', ...proposed],
    }
  })
}

/** What of the file can be told from its papers; what is missing or damaged in it a person sees. */
function noteText(desk: FormDesk, part: Part): string {
  const papers = ofPart(desk, part)
  if (papers.length === 0) return ''
  const count = (volume: Part): string => {
    const own = papers.filter((paper) => volume === null || paper.volume === volume)
    const pages = pagesTogether(own)
    return `${own.length}件${pages === null ? '' : `${pages}页`}`
  }
  const both = FILE_VOLUMES.every((volume) => papers.some((paper) => paper.volume === volume))
  return `本卷共${count(null)}${both ? `，其中正卷${count('main')}，副卷${count('secondary')}` : ''}。`
}

export const fileIndex = (desk: FormDesk): FormSource => ofFile(desk, (part) => ({ lists: { contents: contentRows(ofPart(desk, part)) } }))

function contentRows(papers: readonly FiledPaper[]): FormListRow[] {
  const pages = pageNumbers(papers)
  return papers.map(({ volume, number, title, date }, index) => ({
    ordinal: String(index + 1),
    volume: VOLUME_NAMES[volume]['zh-CN'],
    number,
    title,
    date,
    pages: pages[index] ?? '',
  }))
}
