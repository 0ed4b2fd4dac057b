/** Whether a decision may be made now, and why a case is red. */
import type { ReactNode } from 'react'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Followup } from '../../shared/followup/contract.ts'
import type { WordKey } from '../language/features.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { BrokenRulesList } from './broken-rules-list.tsx'

/** Nothing is left to be decided. */
const SETTLED: readonly CaseState[] = ['decided', 'dropped', 'disclosed', 'archived']

/** What is to be done next depends on where the case stands: an answer, the end of a dispute, or else another round. */
const EDITS: Readonly<Partial<Record<CaseState, 'editsUnanswered' | 'editsDisputed'>>> = { issued: 'editsUnanswered', objected: 'editsDisputed', coordination: 'editsDisputed' }

export function StandingPanel({ followup }: { readonly followup: Followup }): ReactNode {
  const { t } = useLanguage()
  const { standing, transferSettled, red } = followup
  const key: WordKey = `followup:standing.${standing.is === 'editsOpen' ? EDITS[followup.state] ?? standing.is : standing.is}`
  const numbers = standing.is === 'editsOpen' ? standing.open.join(t('ui:listSeparator')) : ''
  const round = 'round' in standing ? standing.round : followup.round
  return (
    <>
      {red.length > 0 && (
        <Panel title={t('followup:redTitle')} extra={<Mark tone="red">{t('followup:red')}</Mark>} className="followup-red">
          <p>{t('followup:redHint')}</p>
          <BrokenRulesList broken={red} />
        </Panel>
      )}
      {!SETTLED.includes(followup.state) && (
        <Panel title={t('followup:standing.title')}>
          <p>{t(key, { round, numbers })}</p>
          {!transferSettled && <p>{t('followup:standing.transferOpen')}</p>}
        </Panel>
      )}
    </>
  )
}
