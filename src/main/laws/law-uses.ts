/** Where a law or an article is used here: in the catalogue's bases and in the cases' citations. */
import { chineseNumeral, formatCitation } from '../../shared/catalogue/citation.ts'
import { SUBJECTS, type Catalogue } from '../../shared/catalogue/schema.ts'
import type { LawUses } from '../../shared/laws/contract.ts'
import { titleKey } from '../../shared/laws/law-title.ts'
import { articleWords } from '../../shared/laws/law-words.ts'
import type { CaseId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { registerOf } from './library-lookup.ts'
import type { LawHead } from './law-record.ts'

const MOST_CASES = 200

interface Article {
  readonly number: number
  readonly sub: number
}

/** The ways in which a person may have written the law in a case. */
function namesOf(catalogue: Catalogue, { title, names }: LawHead): string[] {
  const row = registerOf(catalogue.laws).find(title)
  const all = [title, ...names.split('\n'), ...(row === null ? [] : [row.title['zh-CN'], ...row.aliases])]
  const both = all.flatMap((name) => [
    name,
    name.replace(/^中华人民共和国/u, ''),
    name.startsWith('中华人民共和国') ? name : `中华人民共和国${name}`,
  ])
  return [...new Set(both.flatMap((name) => [name, `《${name}》`]))]
}

/** 58, 五十八, 第58条, 第五十八条 … */
function writingsOf({ number, sub }: Article): string[] {
  const words = articleWords(number, sub)
  const figures = sub === 0 ? String(number) : `${number}条之${sub}`
  const chinese = sub === 0 ? chineseNumeral(number) : `${chineseNumeral(number)}条之${chineseNumeral(sub)}`
  return [
    ...new Set([
      figures,
      chinese,
      words,
      words.slice(1),
      `第${figures}条`,
      `${figures}条`,
      `第${chinese}`,
      `第${figures}`,
      `${number}-${sub}`,
    ]),
  ]
}

export function usesOf(reader: Reader, catalogue: Catalogue, law: LawHead, article: Article | null): LawUses {
  const names = namesOf(catalogue, law)
  const key = titleKey(law.title)
  const keys = new Set([key, ...names.map(titleKey)])
  // a gist says what the article asks for; nothing rests on it
  const rows = SUBJECTS.filter((subject) => subject !== 'gists').flatMap((subject) =>
    catalogue[subject].flatMap((row) => {
      const cited = row.basis.filter(
        (one) =>
          keys.has(titleKey(one.law)) && (article === null || (article.sub === 0 && one.article === article.number)),
      )
      return cited.map((citation) => ({
        subject,
        id: row.id,
        text: wordsOfRow(row),
        place: formatCitation(citation, 'zh-CN'),
      }))
    }),
  )
  const lawIn = `law IN (${names.map(() => '?').join(', ')})`
  const writings = article === null ? [] : writingsOf(article)
  const articleIn = article === null ? '' : ` AND article IN (${writings.map(() => '?').join(', ')})`
  const values = [...names, ...writings]
  const cases = reader.all<{
    caseId: CaseId
    title: string
    article: string
    paragraph: string
    item: string
    role: string
  }>(
    `SELECT u.case_id AS caseId, c.title, u.article, u.paragraph, u.item, u.role FROM law_uses u JOIN cases c ON c.id = u.case_id
     WHERE u.${lawIn}${articleIn.replace(' article', ' u.article')} ORDER BY u.case_id DESC, u.place LIMIT ${MOST_CASES}`,
    ...values,
  )
  const count = reader.get<{ n: number }>(
    `SELECT count(DISTINCT case_id) AS n FROM law_uses WHERE ${lawIn}${articleIn}`,
    ...values,
  )
  return {
    catalogue: rows,
    cases: cases.map(({ caseId, title, role, article: number, paragraph, item }) => ({
      caseId,
      title,
      role,
      place: writtenPlace(number, paragraph, item),
    })),
    caseCount: count?.n ?? 0,
  }
}

function writtenPlace(article: string, paragraph: string, item: string): string {
  const part = (text: string, unit: string): string =>
    text === '' ? '' : text.includes(unit) ? text : `第${text}${unit}`
  return `${part(article, '条')}${part(paragraph, '款')}${part(item, '项')}`
}

/** What a row of the catalogue is about, in Chinese. */
function wordsOfRow(row: object): string {
  for (const field of ['text', 'name', 'title', 'explanation']) {
    const value = (row as Record<string, unknown>)[field]
    if (typeof value === 'object' && value !== null && 'zh-CN' in value) return String(value['zh-CN'])
  }
  return ''
}
