/** What `fashen prereview` prints: one JSON object, or a report to read. The JSON is described in docs/data-formats.md. */
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { Severity } from '../../shared/catalogue/vocabulary.ts'
import { quoted, type DocumentText, type Passage } from '../../shared/intake/document-text.ts'
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import { timelineOf } from '../../shared/intake/timeline.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import { RULES } from '../../shared/prereview/rules.ts'
import type { Language } from '../../shared/values/values.ts'
import type { Prereviewed, UnderstoodFile } from './prereview-case.ts'
import { terminalWords } from './terminal-words.ts'

/** Raised when a field is taken away or means something else; fields may be added without. */
const FORMAT = 1

const isPassage = (value: object): value is Passage => 'page' in value && 'start' in value && 'end' in value

/** Facts with the words of every passage beside it. */
function withWords(value: unknown, text: DocumentText): unknown {
  if (Array.isArray(value)) return value.map((one) => withWords(one, text))
  if (typeof value !== 'object' || value === null) return value
  if (isPassage(value)) return { ...value, words: quoted(text, value) }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withWords(inner, text)]))
}

/** False for what is kept as evidence and was not read. */
export function hasWords({ pages }: DocumentText): boolean {
  return pages.some(({ text }) => /\S/u.test(text))
}

const pagesOf = ({ spans }: DocumentPart): readonly number[] => [...new Set(spans.map(({ page }) => page))]

function kindName(result: Prereviewed, kind: string, language: Language): string {
  return (
    result.catalogue.documentKinds.find(({ id }) => id === kind)?.name[language] ??
    (language === 'zh-CN' ? '其他' : 'other')
  )
}

function documentJson(result: Prereviewed, { file, text, parts, problem }: UnderstoodFile, language: Language): object {
  return {
    file,
    pages: text.pages.map(({ number, source, confidence }) => ({ number, source, confidence })),
    kinds: parts.map((part) => ({
      kind: part.kind,
      name: kindName(result, part.kind, language),
      confidence: part.confidence,
      pages: pagesOf(part),
    })),
    ...(problem === null ? {} : { problem: { ...problem, words: terminalWords(problem, language) } }),
  }
}

const placeJson = ({ fileName, passage, quote }: { fileName: string; passage: Passage; quote: string }): object => ({
  file: fileName,
  page: passage.page,
  start: passage.start,
  end: passage.end,
  passage: quote,
})

/** Dated acts of the whole case, earliest first; `others` are further places that state the same. */
function timelineJson({ files, catalogue }: Prereviewed, language: Language): readonly object[] {
  const understood = files.map(({ file, text, parts }) => ({ fileId: file, name: file, text, parts }))
  return timelineOf(understood, catalogue.documentKinds).map(
    ({ kind, label, day, time, until, about, recorded, source, others }) => ({
      kind,
      label: label[language],
      day,
      time,
      until,
      about,
      recorded,
      ...placeJson(source),
      others: others.map(placeJson),
    }),
  )
}

function basisOf(ruleId: string, language: Language): readonly string[] {
  return (RULES.find(({ id }) => id === ruleId)?.basis ?? []).map((citation) => formatCitation(citation, language))
}

function findingJson(finding: Finding, language: Language): object {
  const [first] = finding.evidence
  return {
    ruleId: finding.ruleId,
    questionId: finding.questionId,
    severity: finding.severity,
    answer: finding.answer,
    uncertain: finding.uncertain,
    file: first?.fileName ?? null,
    page: first?.passage.page ?? null,
    passage: first?.quote ?? null,
    message: finding.message[language],
    suggestion: finding.suggestion[language],
    basis: basisOf(finding.ruleId, language),
    evidence: finding.evidence.map(placeJson),
    key: finding.key,
  }
}

/** Everything that was read and found; plain data, ready for `JSON.stringify`. */
export function prereviewJson(result: Prereviewed, language: Language): object {
  return {
    format: FORMAT,
    language,
    today: result.caseFile.today,
    documents: result.files.map((file) => documentJson(result, file, language)),
    facts: result.files.flatMap(({ file, text, parts }) =>
      parts.map(({ kind, facts }) => ({ file, kind, facts: withWords(facts, text) })),
    ),
    timeline: timelineJson(result, language),
    findings: result.findings.map((finding) => findingJson(finding, language)),
    report: result.lines.map((line) => ({ ...line, words: terminalWords(line, language) })),
    failedRules: result.failures,
  }
}

const SEVERITY_WORDS: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  F: { 'zh-CN': '致命', en: 'fatal' },
  C: { 'zh-CN': '可补正', en: 'correctable' },
  A: { 'zh-CN': '建议', en: 'advisory' },
}

function documentLines(result: Prereviewed, language: Language): string[] {
  return result.files.flatMap(({ file, text, parts, problem }) => {
    const kinds = parts.map((part) => `${kindName(result, part.kind, language)} ${Math.round(part.confidence * 100)}%`)
    const line = `  ${file}  ${kinds.join(language === 'zh-CN' ? '、' : ', ')}`
    if (problem === null) return hasWords(text) ? [line] : [line, `    ! ${language === 'zh-CN' ? '没有读出文字' : 'no words were read'}`]
    const { what, next } = terminalWords(problem, language)
    return [line, `    ! ${what}${next === undefined ? '' : ` ${next}`}`]
  })
}

function findingLines(result: Prereviewed, language: Language): string[] {
  const zh = language === 'zh-CN'
  return result.catalogue.headings.flatMap((heading) => {
    const own = result.findings.filter(({ questionId }) => questionId.startsWith(`${heading.number}.`))
    if (own.length === 0) return []
    return [
      '',
      `${heading.number} ${heading.title[language]}`,
      ...own.flatMap(({ questionId, severity, answer, uncertain, message, suggestion, evidence, ruleId }) => [
        `  ${questionId} [${SEVERITY_WORDS[severity][language]}${answer === 'cannotTell' ? (zh ? '，无法判断' : ', cannot tell') : ''}${uncertain ? (zh ? '，不确定' : ', uncertain') : ''}] ${message[language]}  (${ruleId})`,
        ...evidence.map(
          ({ fileName, passage, quote }) =>
            `      ${fileName} ${zh ? `第${passage.page}页：` : `p. ${passage.page}: `}${quote.replaceAll(/\s+/gu, ' ')}`,
        ),
        `      → ${suggestion[language]}`,
      ]),
    ]
  })
}

/** The report for people. */
export function prereviewText(result: Prereviewed, language: Language): string {
  const zh = language === 'zh-CN'
  const lines = result.lines.map((line) => {
    const { what, next } = terminalWords(line, language)
    return `  ! ${line.name}${zh ? '：' : ': '}${what}${next === undefined ? '' : ` ${next}`}`
  })
  const failures = result.failures.map(({ ruleId, reason }) => `  ! ${ruleId}: ${reason}`)
  const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`
  const { files, findings } = result
  const wordless = files.filter(({ text }) => !hasWords(text)).length
  const without = wordless === 0 ? '' : zh ? `，其中 ${wordless} 份没有读出文字` : `, ${wordless} of them without words`
  return [
    `${zh ? `文件 ${files.length} 份` : count(files.length, 'file', 'files')}${without}`,
    ...documentLines(result, language),
    ...(lines.length === 0 ? [] : ['', zh ? '收件报告' : 'Intake report', ...lines]),
    // of what nobody could read there is nothing to say, and nothing that would look like a clean case
    ...(wordless === files.length ? [] : ['', zh ? `疑点 ${findings.length} 项` : count(findings.length, 'finding', 'findings'), ...findingLines(result, language)]),
    ...(failures.length === 0 ? [] : ['', zh ? '未能运行的规则' : 'Rules that could not be run', ...failures]),
  ].join('\n')
}
