/** What a suspicion can be raised from: answers under the last heading that are not in order, and findings of the pre-review. */
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ANSWER_LABELS } from '../ui/vocabulary-labels.ts'

export interface CrimeLead {
  readonly key: string
  readonly source: 'answer' | 'finding'
  readonly questionId: string
  /** In the list to choose from. */
  readonly words: string
  /** What stands in the record. */
  readonly said: string
}

/** Questions of the heading 涉嫌犯罪. */
const OF_CRIME = /^8\./

export function useCrimeLeads({ id, round }: Pick<CaseDetail, 'id' | 'round'>): readonly CrimeLead[] {
  const { t, pick } = useLanguage()
  const checklist = useRead('checklist.get', { caseId: id, round: null })
  const prereview = useRead('prereview.findings', { caseId: id, round })
  const answers = (checklist.data?.headings ?? [])
    .flatMap(({ questions }) => questions)
    .flatMap(({ questionId, answer }): CrimeLead[] => {
      if (!OF_CRIME.test(questionId) || answer === null || (answer.answer !== 'no' && answer.answer !== 'cannotTell')) return []
      const said = [pick(ANSWER_LABELS[answer.answer]), answer.finding].filter((part) => part !== '').join('：')
      return [{ key: `answer/${questionId}`, source: 'answer', questionId, said, words: t('transfer:answered', { id: questionId, answer: said }) }]
    })
  const findings = (prereview.data?.findings ?? []).flatMap(({ finding, decision, stillFound }): CrimeLead[] => {
    if (!OF_CRIME.test(finding.questionId) || !stillFound || decision?.outcome === 'dismissed') return []
    const said = pick(finding.message)
    return [{ key: `finding/${finding.key}`, source: 'finding', questionId: finding.questionId, said, words: t('transfer:found', { id: finding.questionId, message: said }) }]
  })
  return [...answers, ...findings]
}
