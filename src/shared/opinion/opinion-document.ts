/** The opinion as an official document (DOMAIN 3.3): the sections, the facts of the case, who signs. */
import type { CatalogueContent } from '../catalogue/schema.ts'
import type { CaseFields } from '../cases/case.ts'
import { chineseDate } from '../documents/numbering.ts'
import { heading, paragraph, text, type Block, type FooterFact, type KeyValueRow, type OfficialDocument, type Signer } from '../documents/model.ts'
import type { IsoDate } from '../values/values.ts'

export interface OpinionDocumentInput {
  readonly catalogue: CatalogueContent
  readonly fields: CaseFields
  readonly round: number
  /** The day the papers of this round came in. */
  readonly receivedOn: IsoDate
  readonly acceptedOn: IsoDate | null
  readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly signers: readonly Signer[]
  readonly organ: string
  /** 发文机关标志 above the title; none where it is empty or absent. */
  readonly mark?: string | undefined
  /** How the agency is reached, for the imprint. */
  readonly contact?: readonly FooterFact[] | undefined
}

/** The draft of an opinion: without number and date, marked 草稿 on every page. */
export function opinionDocument(input: OpinionDocumentInput): OfficialDocument {
  const wording = (id: string) => input.catalogue.wording.find((row) => row.id === id)?.text['zh-CN'] ?? ''
  return {
    title: `${input.mark === undefined || input.mark === '' ? '' : `${input.mark}\n`}${wording('title').replace(/法制审核意见书$/u, '\n法制审核意见书')}`,
    number: null,
    addressee: input.fields.submittingUnit,
    blocks: input.sections.flatMap((section) => sectionBlocks(input, section, wording('section.review'))),
    attachments: [wording('attachments.checklist'), wording('attachments.materials')],
    signOff: { signers: [...input.signers], organ: input.organ, date: null },
    footer: [...(input.contact ?? [])],
    watermark: '草稿',
  }
}

/** What makes an approved draft the opinion: nothing of what the head read changes. */
export interface IssueFacts {
  readonly number: string
  readonly date: IsoDate
  readonly footer: readonly FooterFact[]
}

export function numberedDocument(draft: OfficialDocument, { number, date, footer }: IssueFacts): OfficialDocument {
  const { signOff } = draft
  return {
    ...draft,
    number,
    footer: [...draft.footer, ...footer],
    watermark: null,
    // each electronic signature shows its own date
    signOff: signOff === null ? null : { ...signOff, date, signers: signOff.signers.map((signer) => ({ ...signer, datedBySignature: true })) },
  }
}

function sectionBlocks(input: OpinionDocumentInput, section: OpinionDocumentInput['sections'][number], reviewTitle: string): Block[] {
  const paragraphs = section.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
  if (!section.id.startsWith('heading.')) {
    // the opening leads into the whole opinion, so it stands before the first heading
    if (section.id === 'submission') return [...paragraphs, heading(1, section.title), { kind: 'key-value', rows: caseFactRows(input) }]
    return [heading(1, section.title), ...paragraphs]
  }
  // the eight headings stand together under one heading of the first level
  const first = input.sections.find(({ id }) => id.startsWith('heading.'))?.id === section.id
  const above: Block[] = first ? [heading(1, reviewTitle.replace(/^[一二三四五六七八九十]+、/, ''))] : []
  return [...above, heading(2, section.title), ...paragraphs]
}

function caseFactRows({ fields, round, receivedOn, acceptedOn }: OpinionDocumentInput): KeyValueRow[] {
  const { party, handlers } = fields
  const value = (content: string) => [text(content === '' ? '—' : content)]
  const codeLabel = party.codeKind === 'uscc' ? '统一社会信用代码' : party.codeKind === 'residentId' ? '公民身份号码' : '证件号码'
  return [
    { label: '案件名称', value: value(fields.title) },
    { label: '当事人', value: value(party.name) },
    { label: codeLabel, value: value(party.code) },
    { label: '住所（住址）', value: value(party.address) },
    ...(party.kind === 'entity' ? [{ label: '法定代表人（负责人）', value: value(party.legalRepresentative) }] : []),
    {
      label: '承办人（执法证号）',
      value: value(handlers.map(({ name, certificateNumber }) => name + (certificateNumber === '' ? '' : `（${certificateNumber}）`)).join('、')),
    },
    {
      label: '送审日期',
      value: value(chineseDate(receivedOn)),
      second: { label: '受理日期', value: value(acceptedOn === null ? '' : chineseDate(acceptedOn)) },
    },
    {
      label: '立案号',
      value: value(fields.fileNumber),
      second: { label: '审核轮次', value: value(`第${round}轮`) },
    },
  ]
}
