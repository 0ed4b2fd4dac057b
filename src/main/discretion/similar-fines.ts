/** Cases of this station with a fine on the same clause (类案). */
import { parseNumber } from '../../shared/laws/chinese-numbers.ts'
import type { BenchmarkCitation } from '../../shared/discretion/benchmark.ts'
import type { FinedCase } from '../../shared/discretion/similar-cases.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

interface Row {
  readonly caseId: CaseId
  readonly title: string
  readonly receivedOn: IsoDate
  readonly article: string
  readonly paragraph: string
  readonly item: string
  readonly fine: number | null
}

/** More are not looked at; the newest count. */
const MOST_LOOKED_AT = 5000

/** 七十四, 第七十四条, 74 → 74; null where it is no number. */
export function numberAsWritten(text: string): number | null {
  const bare = text.replaceAll(/[第条款项（）()\s]/gu, '')
  if (bare === '') return null
  if (/^\d+$/u.test(bare)) return Number(bare)
  return parseNumber(bare)
}

const SELECT = `SELECT c.id AS caseId, c.title, c.received_on AS receivedOn, u.article, u.paragraph, u.item,
    (SELECT sum(e.value ->> 'amount') FROM json_each(c.fields, '$.effects') e WHERE e.value ->> 'kind' = 'fine') AS fine
  FROM law_uses u JOIN cases c ON c.id = u.case_id
  WHERE u.law IN (?, ?) AND u.role = 'basis' AND u.case_id <> ?
  ORDER BY c.id DESC LIMIT ?`

/** Same law, article and item (paragraph where both name one); withdrawn cases do not count as handled. */
export function similarFines(reader: Reader, citation: BenchmarkCitation, except: CaseId): FinedCase[] {
  const bare = citation.law.replace(/^中华人民共和国/u, '')
  const rows = reader.all<Row>(SELECT, bare, `中华人民共和国${bare}`, except, MOST_LOOKED_AT)
  const found = new Map<CaseId, FinedCase>()
  for (const { caseId, title, receivedOn, article, paragraph, item, fine } of rows) {
    if (fine === null || fine <= 0) continue
    if (numberAsWritten(article) !== citation.article || numberAsWritten(item) !== citation.item) continue
    const own = numberAsWritten(paragraph)
    if (own !== null && citation.paragraph !== null && own !== citation.paragraph) continue
    found.set(caseId, { caseId, title, receivedOn, fine })
  }
  return [...found.values()]
}
