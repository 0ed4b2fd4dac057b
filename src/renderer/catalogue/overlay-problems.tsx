/** What is wrong with an overlay, each by the name of its field. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { OverlayProblem } from '../../shared/catalogue/station-overlay.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import type { DraftOperation } from './overlay-draft.ts'

/** Problems shown at once; the rest comes to light when these are mended. */
const SHOWN = 10

/** What is said of a problem is in both languages in one line; the screen shows the one it speaks. */
export function problemIn(problem: string, language: LanguageInUse['language']): string {
  const parts = /^(.*?) ?\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/s.exec(problem)
  return (language === 'zh-CN' ? parts?.[1] : parts?.[2]) ?? problem
}

const WORDS = {
  title: 'catalogue:own.title',
  source: 'catalogue:own.source',
  version: 'catalogue:own.version',
  level: 'catalogue:own.level',
  validFrom: 'catalogue:own.from',
  validTo: 'catalogue:own.to',
  heading: 'catalogue:own.heading',
  severity: 'catalogue:own.severity',
  actionKinds: 'catalogue:kind',
  text: 'catalogue:own.text',
  lookIn: 'catalogue:lookIn',
  typicalDefect: 'catalogue:typicalDefect',
  finding: 'catalogue:finding',
  suggestion: 'catalogue:suggestion',
  basis: 'catalogue:own.law',
  noBasisBecause: 'catalogue:own.noBasis',
  name: 'catalogue:own.name',
  explanation: 'catalogue:own.explanation',
  threshold: 'catalogue:own.threshold',
  reason: 'catalogue:own.reason',
} as const

const named = (part: string | undefined): part is keyof typeof WORDS => part !== undefined && part in WORDS

/** The label of the field in its form, or null where the form has no such field. */
function wordOf({ field, operation }: OverlayProblem, operations: readonly DraftOperation[]) {
  const part = field.split('.').find((one) => one !== 'row' && one !== 'set')
  if (named(part)) return WORDS[part]
  if (part !== 'id') return null
  const one = operation === null ? undefined : operations[operation]
  if (one === undefined) return 'catalogue:own.id'
  return one.operation === 'add' ? (one.subject === 'questions' ? 'catalogue:own.number' : 'catalogue:own.id') : 'catalogue:own.row'
}

interface OverlayProblemsProps {
  readonly problems: readonly OverlayProblem[]
  readonly operations: readonly DraftOperation[]
}

export function OverlayProblems({ problems, operations }: OverlayProblemsProps): ReactNode {
  const { t, language } = useLanguage()
  const said = ({ operation, row, field, problem }: OverlayProblem): string => {
    const word = wordOf({ operation, row, field, problem }, operations)
    const place = [operation === null ? '' : t('catalogue:own.operationNumber', { number: operation + 1 }), row, word === null ? '' : t(word)]
      .filter((part) => part !== '')
      .join(' ')
    const words = problemIn(problem, language)
    return place === '' ? words : t('catalogue:own.problemAt', { place, problem: words })
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t('catalogue:own.problems')}
      description={
        <ul className="catalogue-problems">
          {problems.slice(0, SHOWN).map((problem, index) => (
            <li key={index}>{said(problem)}</li>
          ))}
          {problems.length > SHOWN ? <li>{t('catalogue:own.problemsMore', { count: problems.length - SHOWN })}</li> : null}
        </ul>
      }
    />
  )
}
