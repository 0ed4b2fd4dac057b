/** The printed title (标题) of a document: 行政处罚决定书, spaced out, doubled or broken over lines. */
import type { DocumentFacts } from './facts.ts'
import type { NormalisedText } from './normalised-text.ts'

/** How the titles of enforcement documents end. */
export const TITLE_ENDING = new RegExp(
  String.raw`(?:决定书|告知书|通知书|意见书|委托书|建议书|申请书|申辩书|送达回证|审批表|登记表|排查表|计算表|情况表|公开表|公示表|公示|笔录|检查记录|讨论记录|讨论纪要|` +
    String.raw`复查记录|采样记录|抽样记录|查询记录|清单|目录|报告|报告书|送审函|答复|复函|公告|说明|声明|证明|证明书|移送书|催告书|回证|凭证|信息|批复|记录表|意见|` +
    String.raw`摘录|协议书|函|书|表|单|(?<!如下|以下|作出|上述|下列|本)(?:行政)?(?:处罚|处理)决定)$`,
  'u',
)
const AGENCY = /^(.{2,40}?(?:局|委员会|厅|大队|支队|总队|海关|人民政府|办事处|管理处|分局|部|税务局))(.{2,40})$/u
/** The number that stands behind the title in its line; `$1` is the title's last letter. */
export const NUMBER_BEHIND = /(^|[书表录函单告知复议见示\t])\(?[^书表录\t\n]{1,32}[[(](?:19|20)\d{2}[\])].*$/u
/** Lines of the head that are looked at, and of what length a title may be. */
const HEAD_LINES = 14
const LONGEST_TITLE = 60

/** Without the agency that stands in the same line and without the number behind it. */
function withoutAgency(line: string): { text: string; offset: number } {
  const match = AGENCY.exec(line)
  const rest = match?.[2] ?? ''
  return match !== null && TITLE_ENDING.test(rest) && rest.length >= 4
    ? { text: rest, offset: (match[1] ?? '').length }
    : { text: line, offset: 0 }
}

interface Line {
  readonly text: string
  readonly start: number
}

function headLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (lines.length < HEAD_LINES && start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    lines.push({ text: text.slice(start, Math.min(end, start + 200)), start })
    start = end + 1
  }
  return lines
}

/** Null where the head of the document has no line that reads like a title. */
export function readTitle({ tight }: NormalisedText): DocumentFacts['title'] {
  const lines = headLines(tight.text)
  for (const [place, line] of lines.entries()) {
    const bare = line.text
      .replace(NUMBER_BEHIND, '$1')
      .replace(/[\t(]+$/u, '')
      .replace(/(?<=.{4})\([^()]{2,12}\)$/u, '')
    if (bare.length >= 2 && bare.length <= LONGEST_TITLE && TITLE_ENDING.test(bare) && !/[:。;,《“]/u.test(bare)) {
      const { text, offset } = withoutAgency(bare)
      const start = line.start + offset
      return { text, passage: tight.passage(start, start + text.length) }
    }
    // A title broken over two lines: 行政处罚 / 决定书.
    const next = lines[place + 1]
    const joined = `${line.text}${next?.text ?? ''}`
    if (
      next !== undefined &&
      /(?:行政|处罚|处理|告知|决|现场|关于.{4,60})$/u.test(line.text) &&
      joined.length <= LONGEST_TITLE &&
      TITLE_ENDING.test(next.text) &&
      !/[:。;,“]/u.test(joined)
    ) {
      const { text, offset } = withoutAgency(joined)
      return { text, passage: tight.passage(line.start + offset, next.start + next.text.length) }
    }
  }
  return null
}
