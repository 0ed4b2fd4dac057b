/** Words of a law ready to be pasted, with the place they stand at. */
import { chineseNumeral } from '../../shared/catalogue/citation.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { LawCitationText } from '../../shared/laws/contract.ts'
import type { LawArticle } from '../../shared/laws/law-text.ts'
import { articleText, paragraphLines, placeWords } from '../../shared/laws/law-words.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { articleOf, detailsOf } from './law-record.ts'
import { articleName, requireArticle, requireVersion } from './law-views.ts'

export interface CitedPlace {
  readonly law: string
  readonly version: string
  readonly article: { readonly number: number; readonly sub: number }
  readonly paragraph: number | null
  readonly item: number | null
}

function versionMark({
  version_date,
  history,
}: {
  readonly version_date: IsoDate | null
  readonly history: ReturnType<typeof detailsOf>['history']
}): string {
  if (version_date === null) return ''
  const [year, month, day] = version_date.split('-').map(Number)
  const last = history.findLast((event) => event.day === version_date)
  const word =
    last?.kind === 'amended'
      ? '修正'
      : last?.kind === 'revised'
        ? '修订'
        : last?.kind === 'promulgated'
          ? '公布'
          : '通过'
  return `（${year}年${month}月${day}日${word}）`
}

export function citationText(
  reader: Reader,
  { law, version, article, paragraph, item }: CitedPlace,
  today: IsoDate,
): LawCitationText {
  const row = requireVersion(reader, law, version, today)
  const { title, history } = detailsOf(reader, row.seq)
  const found = articleOf(requireArticle(reader, row, article.number, article.sub))
  const place = placeWords({ article: article.number, sub: article.sub, paragraph, item })
  const citation = `《${title}》${versionMark({ version_date: row.version_date, history })}${place}`
  return {
    citation,
    text: `${citation}：“${wordsOf(found, paragraph, item)}”`,
    permalink: `${law}/${row.version}/${articleName(article.number, article.sub)}`,
  }
}

/** The words of the place; of an item the sentence above it too, without which it says nothing. */
function wordsOf(article: LawArticle, paragraph: number | null, item: number | null): string {
  const number =
    paragraph ??
    (item === null ? null : article.paragraphs.findIndex(({ items }) => items.some((one) => one.number === item)) + 1)
  if (number === null) return articleText(article)
  const chosen = article.paragraphs[number - 1]
  const one = item === null ? undefined : chosen?.items.find((candidate) => candidate.number === item)
  if (chosen === undefined || (item !== null && one === undefined))
    throw new FashenError('not-found', {
      subject: 'lawArticle',
      id: placeWords({ article: article.number, sub: article.sub, paragraph, item }),
    })
  if (one === undefined) return paragraphLines(chosen).join('\n')
  return [
    chosen.text,
    `（${chineseNumeral(one.number)}）${one.text}`,
    ...one.subItems.map((sub) => `${sub.number}.${sub.text}`),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
