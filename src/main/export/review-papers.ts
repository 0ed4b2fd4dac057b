/** The papers beside the opinion: 审核清单 with its answers and 送审材料清单 with its hashes, as official documents. */
import { basisFor, basisInWords } from '../../shared/catalogue/basis.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { ANSWER_LABELS, SEVERITY_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { heading, text, type Block, type OfficialDocument, type Table } from '../../shared/documents/model.ts'
import type { Material } from '../../shared/materials/contract.ts'
import type { ReviewState } from '../checklist/review-state.ts'

function paper(title: string, number: string | null, blocks: Block[]): OfficialDocument {
  return { title, number, addressee: null, blocks, attachments: [], signOff: null, footer: [], watermark: null }
}

/** Every applicable question of the eight headings with its answer; the folded ones are left out. */
export function checklistPaper(
  review: ReviewState,
  names: ReadonlyMap<string, string>,
  facts: { readonly fields: CaseFields; readonly number: string },
): OfficialDocument {
  const blocks = review.applicable.headings.flatMap(({ heading: of, questions }): Block[] => {
    if (questions.length === 0) return []
    const table: Table = {
      kind: 'table',
      columns: [
        { header: '题号', width: 1.4, align: 'center' },
        { header: '审核问题及依据', width: 5.6 },
        { header: '程度', width: 1.8, align: 'center' },
        { header: '结论', width: 1.8, align: 'center' },
        { header: '审核发现、建议和证据', width: 5 },
      ],
      rows: questions.map((question) => {
        const answer = review.answers.get(question.id)
        const given = answer?.answer ?? null
        const about = { actionKinds: facts.fields.actionKinds, sector: review.basis.station.sector }
        const basis = basisInWords(review.catalogue, basisFor(review.catalogue, question, about), '（未核实）')
        const evidence = (answer?.evidence ?? []).map(
          ({ materialId, page }) => `《${names.get(materialId) ?? ''}》${page === null ? '' : `第${page}页`}`,
        )
        const found = [answer?.finding ?? '', answer?.suggestion ?? '', evidence.join('、')].filter((part) => part.trim() !== '')
        return [
          [text(question.id)],
          [text(basis === '' ? question.text['zh-CN'] : `${question.text['zh-CN']}\n${basis}`)],
          [text(SEVERITY_LABELS[question.severity]['zh-CN'])],
          [text(given === null ? '未答' : ANSWER_LABELS[given]['zh-CN'])],
          [text(found.join('\n'))],
        ]
      }),
    }
    return [heading(1, of.title['zh-CN']), table]
  })
  return paper(`法制审核清单\n${facts.fields.title}`, facts.number, blocks)
}

export function materialsPaper(catalogue: Catalogue, materials: readonly Material[], facts: { readonly fields: CaseFields; readonly number: string }): OfficialDocument {
  const kindName = (kind: string) => catalogue.materials.find(({ id }) => id === kind)?.name['zh-CN'] ?? '其他'
  const table: Table = {
    kind: 'table',
    columns: [
      { header: '序号', width: 1, align: 'center' },
      { header: '材料名称', width: 4.2 },
      { header: '种类', width: 2.6 },
      { header: '页数', width: 1, align: 'center' },
      { header: 'SHA-256', width: 5 },
    ],
    rows: materials.map(({ name, kind, pages, sha256 }, index) => [
      [text(String(index + 1))],
      [text(name)],
      [text(kindName(kind))],
      [text(pages === null ? '—' : String(pages))],
      [text(sha256)],
    ]),
  }
  return paper(`送审材料清单\n${facts.fields.title}`, facts.number, [table])
}
