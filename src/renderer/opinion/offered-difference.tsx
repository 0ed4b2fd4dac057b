/** The answers changed under a text that the officer wrote: what was composed, what is composed now, and their own words. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { offeredChanges, settle, type OfferedChange, type Settled } from '../../shared/opinion/offered-changes.ts'
import { useLanguage } from '../language/language.ts'
import { Difference } from './difference.tsx'

interface OfferedDifferenceProps {
  readonly title: string
  readonly base: string
  readonly composed: string
  readonly own: string
  readonly onSettle: (settled: Settled) => void
}

export function OfferedDifference({ title, base, composed, own, onSettle }: OfferedDifferenceProps): ReactNode {
  const { t } = useLanguage()
  const changes = offeredChanges(base, composed, own)
  if (changes.length === 0) return null
  return (
    <section className="offered" aria-label={t('opinion:offeredIn', { title })}>
      <p className="offered-title">{t('opinion:offered')}</p>
      {changes.map((change, index) => (
        <div key={`${index}/${change.before}/${change.after}`} className="offered-change">
          <dl>
            <dt>{t('opinion:offeredComposed')}</dt>
            <dd>
              <Difference before={change.before ?? ''} after={change.after ?? ''} />
            </dd>
            <dt>{t('opinion:offeredOwn')}</dt>
            <dd>{change.own ?? <span className="fs-soft">{t('opinion:offeredNone')}</span>}</dd>
          </dl>
          <div className="remark-acts">
            <Button size="small" onClick={() => onSettle(settle(base, composed, own, index, 'keep'))}>
              {t('opinion:keepOwn')}
            </Button>
            <Button size="small" type="primary" onClick={() => onSettle(settle(base, composed, own, index, 'take'))}>
              {t(takeLabel(change))}
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}

function takeLabel({ after, own }: OfferedChange): 'opinion:takeNew' | 'opinion:takeInto' | 'opinion:takeAway' {
  if (after === null) return 'opinion:takeAway'
  return own === null ? 'opinion:takeInto' : 'opinion:takeNew'
}
