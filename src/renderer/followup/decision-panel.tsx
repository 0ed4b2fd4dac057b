/** The registered decisions, each beside what was reviewed. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { BROKEN_RULE_LABELS } from '../../shared/followup/broken-rules.ts'
import type { Followup, RegisteredDecision } from '../../shared/followup/contract.ts'
import { useLanguage } from '../language/language.ts'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { ComparisonTable } from './comparison-table.tsx'

interface DecisionPanelProps {
  readonly followup: Followup
  readonly onIrregular: (() => void) | null
}

export function DecisionPanel({ followup, onIrregular }: DecisionPanelProps): ReactNode {
  const { t } = useLanguage()
  const { decisions, reviewed } = followup
  const extra = onIrregular === null ? undefined : (
    <Button size="small" onClick={onIrregular}>
      {t('followup:act.recordIrregular')}
    </Button>
  )
  return (
    <Panel title={t('followup:decision')} extra={extra}>
      {decisions.length === 0 && <p className="fs-soft">{t('followup:noDecision')}</p>}
      {decisions.map((decision) => (
        <DecisionWords key={decision.id} decision={decision} facts={reviewed.facts} round={reviewed.round} />
      ))}
    </Panel>
  )
}

function DecisionWords({ decision, facts, round }: { readonly decision: RegisteredDecision; readonly facts: string; readonly round: number }): ReactNode {
  const { t, pick, language } = useLanguage()
  const { fields, irregular, comparison, broken, note, by, at } = decision
  return (
    <section className="followup-decision" aria-label={fields.number}>
      <p>
        <Mark tone={broken.length > 0 ? 'red' : 'green'}>{t(irregular ? 'followup:irregular' : 'followup:regular')}</Mark>{' '}
        {t('followup:decisionLine', { number: fields.number, on: fields.decidedOn, by, at: formatMoment(at, language) })}
      </p>
      {note !== '' && (
        <p>
          <b>{t('followup:noteLabel')}</b> {note}
        </p>
      )}
      {broken.length > 0 && (
        <p className="fs-row">
          {broken.map(({ id }) => (
            <Mark key={id} tone="red">
              {pick(BROKEN_RULE_LABELS[id])}
            </Mark>
          ))}
        </p>
      )}
      <p className="fs-soft">
        {t('followup:comparedWith', { round })} {comparison.differs.length === 0 && t('followup:same')}
      </p>
      <ComparisonTable comparison={comparison} facts={facts} />
    </section>
  )
}
