/** One finding (预审疑点): what is suspected, where it rests, and what the officer makes of it. */
import { memo, useState, type ReactNode } from 'react'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Material } from '../../shared/materials/contract.ts'
import type { DecidedFinding, DecisionInput, FindingDecision } from '../../shared/prereview/contract.ts'
import type { EvidencePointer } from '../../shared/prereview/finding.ts'
import { useLanguage } from '../language/language.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Mark, SeverityMark, type MarkTone } from '../ui/state-tag.tsx'
import { AnswerInConflict, type Decide } from './decide.ts'
import { EvidenceLinks } from './evidence-links.tsx'
import { isOpen } from './finding-order.ts'
import { OwnWords } from './own-words.tsx'
import './prereview.css'

/** What all findings of a screen have in common. */
export interface FindingBoxActs {
  readonly caseId: string
  readonly materials: readonly Material[]
  readonly editable: boolean
  readonly onCurrent: (key: string) => void
  readonly onOpen: (pointer: EvidencePointer) => void
  readonly decide: Decide
}

export interface FindingBoxProps extends FindingBoxActs {
  readonly decided: DecidedFinding
  /** The question does not apply to the case: there is no answer to write into. */
  readonly folded: boolean
  readonly current: boolean
  /** In the list: leads to the question. */
  readonly onQuestion?: ((questionId: string) => void) | undefined
}

/** Ids of the parts that keys press; a finding's key has no blanks. */
export const findingElement = (key: string, part: 'box' | 'accept' | 'change' | 'dismiss'): string => `finding-${part}-${key}`

/** Drawn anew only when something of itself changes: a heading can hold dozens. */
export const FindingBox = memo(function FindingBox(props: FindingBoxProps): ReactNode {
  const { decided, caseId, materials, editable, folded, current, decide } = props
  const { finding, decision, stillFound } = decided
  const { t, pick } = useLanguage()
  const [act, setAct] = useState<'none' | 'again' | 'change' | 'dismiss'>('none')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** The dialog is made when it is first asked for, and stays: it gives the focus back when it closes. */
  const [dialog, setDialog] = useState(false)
  const run = async (input: DecisionInput): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await decide(finding, input)
      setAct('none')
    } catch (thrown) {
      setError(thrown)
      throw thrown
    } finally {
      setBusy(false)
    }
  }
  const open = isOpen(decided)
  const actable = editable && (open || act !== 'none')
  return (
    <section
      id={findingElement(finding.key, 'box')}
      className={`finding ${open ? `finding-${finding.severity}` : 'finding-decided'} ${current ? 'finding-current' : ''}`}
      aria-label={`${t('prereview:finding')} ${finding.questionId}`}
      aria-current={current ? 'true' : undefined}
      tabIndex={-1}
      onFocus={() => props.onCurrent(finding.key)}
      onClick={() => props.onCurrent(finding.key)}
    >
      <div className="finding-head">
        <b>{t('prereview:finding')}</b>
        <SeverityMark severity={finding.severity} />
        {finding.uncertain && (
          <Mark tone="amber" title={t('prereview:uncertainWhy')}>
            {t('prereview:uncertain')}
          </Mark>
        )}
        {decision !== null && <Decision decision={decision} />}
        {!stillFound && <span className="fs-soft">{t('prereview:notFoundNow')}</span>}
        {props.onQuestion !== undefined && (
          <PlainButton kind="link" small onClick={() => props.onQuestion?.(finding.questionId)}>
            {t('prereview:goToQuestion', { id: finding.questionId })}
          </PlainButton>
        )}
      </div>
      <div className="finding-message">{pick(finding.message)}</div>
      {open && (
        <div className="finding-suggestion">
          <span className="fs-soft">{t('prereview:suggestion')}</span> {pick(finding.suggestion)}
        </div>
      )}
      {decision?.outcome === 'dismissed' && <div className="fs-soft">{t('prereview:dismissedBecause', { reason: decision.reason })}</div>}
      <div className="pins">
        <EvidenceLinks evidence={finding.evidence} materials={materials} onOpen={props.onOpen} />
      </div>
      {folded && editable && open && <div className="fs-soft">{t('prereview:foldedQuestion')}</div>}
      {error instanceof AnswerInConflict ? (
        <div className="finding-stuck" role="alert">
          {t('prereview:conflictHint')}
        </div>
      ) : FashenError.is(error, 'conflict') ? (
        <div className="finding-stuck" role="alert">
          {t('prereview:stale')}
        </div>
      ) : (
        <ErrorNotice error={error} className="question-notice" />
      )}
      {actable && act !== 'change' && (
        <div className="finding-acts">
          {!folded && (
            <>
              <PlainButton
                id={findingElement(finding.key, 'accept')}
                small
                busy={busy && act !== 'dismiss'}
                onClick={() => void run({ outcome: 'accepted' }).catch(() => undefined)}
              >
                {t('prereview:accept')}
                {current && <kbd aria-hidden>A</kbd>}
              </PlainButton>
              <PlainButton id={findingElement(finding.key, 'change')} small disabled={busy} onClick={() => setAct('change')}>
                {t('prereview:change')}
                {current && <kbd aria-hidden>C</kbd>}
              </PlainButton>
            </>
          )}
          <PlainButton
            id={findingElement(finding.key, 'dismiss')}
            small
            disabled={busy}
            onClick={() => {
              setDialog(true)
              setAct('dismiss')
            }}
          >
            {t('prereview:dismiss')}
            {current && <kbd aria-hidden>X</kbd>}
          </PlainButton>
          {!open && (
            <PlainButton kind="text" small onClick={() => setAct('none')}>
              {t('ui:cancel')}
            </PlainButton>
          )}
        </div>
      )}
      {editable && !open && act === 'none' && stillFound && (
        <span className="finding-again">
          <PlainButton kind="link" small onClick={() => setAct('again')}>
            {t('prereview:again')}
          </PlainButton>
        </span>
      )}
      {act === 'change' && <OwnWords caseId={caseId} finding={finding} busy={busy} onTake={run} onCancel={() => setAct('none')} />}
      {dialog && (
        <ConfirmReasonModal
          open={act === 'dismiss'}
          title={t('prereview:dismissTitle')}
          explanation={
            <>
              <p>{pick(finding.message)}</p>
              <p className="fs-soft">{t('prereview:dismissExplain')}</p>
            </>
          }
          confirmLabel={t('prereview:dismiss')}
          reasonLabel={t('prereview:dismissReason')}
          maximum={1000}
          destructive={false}
          onCancel={() => setAct('none')}
          onConfirm={(reason) => run({ outcome: 'dismissed', reason })}
        />
      )}
    </section>
  )
})

const OUTCOME_TONES: Record<FindingDecision['outcome'], MarkTone> = { accepted: 'green', changed: 'green', dismissed: 'plain' }

function Decision({ decision: { outcome, by, at } }: { readonly decision: FindingDecision }): ReactNode {
  const { language, t } = useLanguage()
  return (
    <>
      <Mark tone={OUTCOME_TONES[outcome]}>{t(`prereview:outcome.${outcome}`)}</Mark>
      <span className="fs-soft">{t('prereview:decidedBy', { name: by, time: formatMoment(at, language) })}</span>
    </>
  )
}
