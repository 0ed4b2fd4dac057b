/** In the header of a case: a suspicion is open, and what is proposed may not be decided meanwhile. */
import { ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { TRANSFER_STATE_LABELS } from '../../shared/cases/state-machine-transfer.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { EFFECT_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { CaseBanner } from '../workspace/case-banner.tsx'

export function TransferBanner({ caseId, onOpen }: { readonly caseId: string; readonly onOpen: (() => void) | null }): ReactNode {
  const { t, pick } = useLanguage()
  const { data } = useRead('transfer.state', { caseId })
  if (data === undefined || data.heldBack.length === 0) return null
  const kinds = data.heldBack.map((kind) => pick(EFFECT_KIND_LABELS[kind])).join(t('ui:listSeparator'))
  const judged = data.state === 'judged'
  return (
    <CaseBanner
      tone="red"
      icon={<ExclamationCircleFilled aria-hidden />}
      title={<b>{judged ? t('transfer:banner.judged', { kinds }) : t('transfer:banner.title', { state: pick(TRANSFER_STATE_LABELS[data.state]), kinds })}</b>}
      meaning={t(judged ? 'transfer:banner.judgedText' : 'transfer:banner.text')}
      // on its own tab, to which the button leads
      toldElsewhere={onOpen !== null}
      action={
        onOpen === null ? null : (
          <Button size="small" onClick={onOpen}>
            {t('transfer:banner.open')}
          </Button>
        )
      }
    />
  )
}
