/** Whether there are enough reviewers (审核力量), and how the draw weighs work. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { reviewStrength } from '../../shared/assignment/review-strength.ts'
import { shareRuleOn } from '../../shared/catalogue/reviewer-rules.ts'
import { isoDate } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import type { Person } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { AssignmentSettingsDialog } from './assignment-settings-dialog.tsx'

export function ReviewStrengthPanel({ people }: { readonly people: readonly Person[] }): ReactNode {
  const { t } = useLanguage()
  const settings = useRead('assignment.settings', {})
  const mayChange = useMayCall('assignment.changeSettings')
  const [changing, setChanging] = useState(false)
  const rule = shareRuleOn(useCatalogue()?.reviewerRules ?? [], isoDate(today()))
  const { own, others, qualified, needed } = reviewStrength(people, settings.data?.enforcementStaff?.count ?? null, rule?.perHundred ?? null)
  const counted = settings.data?.enforcementStaff ?? null
  const missing = needed === null ? 0 : needed - own
  return (
    <Panel
      title={t('assignment:strength')}
      extra={
        mayChange && settings.data !== undefined ? (
          <Button size="small" onClick={() => setChanging(true)}>
            {t('assignment:changeSettings')}
          </Button>
        ) : undefined
      }
    >
      <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
      <p>{t('assignment:strengthLine', { own, others, qualified })}</p>
      {settings.data === undefined ? null : counted === null ? (
        <p className="fs-amber">{t('assignment:staffUnknown')}</p>
      ) : (
        needed !== null && (
          <p className={missing > 0 ? 'fs-red' : 'fs-green'}>
            {t(missing > 0 ? 'assignment:short' : 'assignment:enough', { staff: counted.count, countedOn: counted.countedOn, needed, missing })}
          </p>
        )
      )}
      {rule !== undefined && (
        <p className="fs-soft">
          {t('assignment:strengthBasis', { share: rule.perHundred })} {!rule.verified && <UnverifiedMark />}
        </p>
      )}
      {changing && settings.data !== undefined && (
        <AssignmentSettingsDialog settings={settings.data} onClose={() => setChanging(false)} />
      )}
    </Panel>
  )
}
