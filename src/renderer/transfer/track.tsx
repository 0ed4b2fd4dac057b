/** The way of a transfer, drawn as its stages, each with who, when and its clock. */
import { CheckCircleFilled, ClockCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { TRANSFER_ACTION_LABELS } from '../../shared/cases/state-machine-transfer.ts'
import type { TransferView } from '../../shared/transfer/contract.ts'
import { useLanguage } from '../language/language.ts'
import { chinaMoment } from './china-time.ts'
import { ClockLine } from './clock-line.tsx'
import { drawnStages, type StageStatus } from './track-stages.ts'

const SIGNS: Readonly<Record<StageStatus, ReactNode>> = {
  done: <CheckCircleFilled aria-hidden />,
  current: <ClockCircleFilled aria-hidden />,
  open: <MinusCircleOutlined aria-hidden />,
  skipped: <MinusCircleOutlined aria-hidden />,
}

export function TransferTrack({ view }: { readonly view: TransferView }): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <ol className="transfer-track">
      {drawnStages(view).map(({ stage, status, step, clocks }) => (
        <li key={stage} className="transfer-stage" data-status={status} aria-current={status === 'current' ? 'step' : undefined}>
          <div className="transfer-stage-head">
            <span className="transfer-stage-sign">{SIGNS[status]}</span>
            <b>{t(`transfer:stage.${stage}`)}</b>
            <span className="fs-hidden">{t(`transfer:status.${status}`)}</span>
          </div>
          {step === null ? (
            <div className="fs-soft">{status === 'skipped' ? t('transfer:status.skipped') : t(`transfer:who.${stage}`)}</div>
          ) : (
            <div>
              <div>{pick(TRANSFER_ACTION_LABELS[step.action])}</div>
              <div className="fs-soft">
                {step.byName} · <time dateTime={step.happenedAt}>{chinaMoment(step.happenedAt)}</time>
              </div>
            </div>
          )}
          {clocks.map((clock) => (
            <ClockLine key={clock.key} clock={clock} named={clocks.length > 1} />
          ))}
        </li>
      ))}
    </ol>
  )
}
