/** The desk of a masked text (遮盖核定): original and text to publish side by side, every proposal judged, another person approves. */
import { ArrowLeftOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Masking } from '../../shared/disclosure/contract.ts'
import { decidedByRule } from '../../shared/disclosure/mask-proposals.ts'
import { survivors, type MaskMark } from '../../shared/disclosure/masks.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { FollowupModal } from '../followup/followup-modal.tsx'
import { AddMask } from './add-mask.tsx'
import { MaskedTextView } from './masked-text-view.tsx'
import { MaskedFiles, MASKING_TONES } from './maskings-panel.tsx'
import { MaskGroups } from './mask-groups.tsx'
import './disclosure.css'

export function MaskingDesk({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const masking = useRead('disclosure.masking', { id })
  const { data } = masking
  return (
    <div className="disclosure">
      <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} className="masking-back" autoFocus onClick={onClose}>
        {t('disclosure:desk.back')}
      </Button>
      <ErrorNotice error={masking.error} onRetry={() => void masking.refetch()} />
      {data === undefined && masking.error === null && <Skeleton active />}
      {data !== undefined && <Desk key={data.version} masking={data} onChanged={() => void masking.refetch()} />}
    </div>
  )
}

interface DeskProps {
  readonly masking: Masking
  readonly onChanged: () => void
}

function Desk({ masking, onChanged }: DeskProps): ReactNode {
  const { original, proposals, treatments, may } = masking
  // what was judged and not saved is still there after the window was closed
  const draft = useDraft<readonly MaskMark[]>(`masking/${masking.id}/${masking.version}`, masking.marks)
  const [shown, setShown] = useState<ReadonlySet<number>>(new Set())
  const [selected, setSelected] = useState('')
  if (!draft.ready) return <Skeleton active />
  const marks = may.edit ? draft.value : masking.marks
  const show = (starts: readonly number[]): void => {
    setShown(new Set(starts))
    document.getElementById(`mask-${starts[0]}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <DeskHead masking={masking} marks={marks} draft={draft} onChanged={onChanged} />
      <div className="masking-desk">
        <MaskedTextView original={original} marks={marks} shown={shown} onSelect={may.edit ? setSelected : null} />
        <div className="masking-side">
          {may.edit && <AddMask key={selected} original={original} marks={marks} treatments={treatments} words={selected} onAdd={(more) => draft.set((now) => [...now, ...more])} />}
          <MaskGroups original={original} marks={marks} proposals={proposals} treatments={treatments} onShow={show} onChange={may.edit ? draft.set : null} />
          <Steps masking={masking} />
        </div>
      </div>
    </>
  )
}

interface HeadProps extends DeskProps {
  readonly marks: readonly MaskMark[]
  readonly draft: ReturnType<typeof useDraft<readonly MaskMark[]>>
}

function DeskHead({ masking, marks, draft, onChanged }: HeadProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const save = useWrite('disclosure.saveMasking')
  const submit = useWrite('disclosure.submitMasking')
  const open = marks.filter(({ masked }) => masked === null).length
  const left = survivors(masking.original, marks)
  const { may } = masking
  const write = (what: 'save' | 'submit'): void =>
    (what === 'save' ? save : submit).mutate(
      { id: masking.id, expectedVersion: masking.version, marks: [...marks] },
      {
        onSuccess: () => {
          void draft.discard()
          void message.success(t(what === 'save' ? 'disclosure:desk.saved' : 'disclosure:desk.submitted'))
          onChanged()
        },
      },
    )
  return (
    <>
      <div className="fs-row masking-head">
        <b>{masking.title}</b>
        <Mark tone={MASKING_TONES[masking.state]}>{t(`disclosure:state.${masking.state}`)}</Mark>
        <MaskedFiles one={masking} />
        {may.edit && (
          <>
            <Button size="small" title={t('disclosure:desk.byRuleHint')} onClick={() => draft.set((now) => decidedByRule(now, masking.proposals))}>
              {t('disclosure:desk.byRule')}
            </Button>
            <Button size="small" loading={save.isPending} onClick={() => write('save')}>
              {t('disclosure:desk.save')}
            </Button>
            <Button size="small" type={may.approve ? 'default' : 'primary'} loading={submit.isPending} disabled={open > 0 || left.length > 0} onClick={() => write('submit')}>
              {t('disclosure:desk.submit')}
            </Button>
            <DraftMark status={draft.status} />
          </>
        )}
        {may.approve && <Approval masking={masking} onChanged={onChanged} />}
      </div>
      <p role="status" className={open > 0 || left.length > 0 ? 'fs-amber' : 'fs-soft'}>
        <StandingWords masking={masking} open={open} left={left} />
      </p>
      <ErrorNotice error={save.error ?? submit.error} />
    </>
  )
}

interface StandingProps {
  readonly masking: Masking
  /** How many places are undecided. */
  readonly open: number
  /** What is masked and stands elsewhere. */
  readonly left: readonly string[]
}

function StandingWords({ masking, open, left }: StandingProps): ReactNode {
  const { t } = useLanguage()
  const { may, state } = masking
  if (state === 'approved') return null
  const words = left.join(t('ui:listSeparator'))
  const now = open > 0 ? t('disclosure:desk.openCount', { count: open }) : left.length > 0 ? t('disclosure:desk.survivors', { words }) : state === 'submitted' || !may.edit ? '' : t('disclosure:desk.ready')
  return (
    <>
      {now} {t('disclosure:desk.fourEyes')} {may.edit || may.approve ? '' : t('disclosure:desk.noRight')}
    </>
  )
}

function Approval({ masking, onChanged }: DeskProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const settle = useWrite('disclosure.settleMasking')
  const [asked, setAsked] = useState<'approved' | 'returned' | null>(null)
  const at = { id: masking.id, expectedVersion: masking.version }
  const done = (words: string): void => {
    setAsked(null)
    void message.success(words)
    onChanged()
  }
  return (
    <>
      <Button size="small" type="primary" onClick={() => setAsked('approved')}>
        {t('disclosure:desk.approve')}
      </Button>
      <Button size="small" onClick={() => setAsked('returned')}>
        {t('disclosure:desk.returnIt')}
      </Button>
      {asked === 'approved' && (
        <FollowupModal
          title={t('disclosure:desk.approve')}
          explanation={t('disclosure:desk.approveExplain')}
          busy={settle.isPending}
          error={settle.error}
          onConfirm={() => settle.mutate({ ...at, outcome: 'approved', remark: '' }, { onSuccess: () => done(t('disclosure:desk.done')) })}
          onClose={() => setAsked(null)}
        />
      )}
      <ConfirmReasonModal
        open={asked === 'returned'}
        title={t('disclosure:desk.returnIt')}
        confirmLabel={t('disclosure:desk.returnIt')}
        reasonLabel={t('disclosure:remark')}
        destructive={false}
        maximum={2000}
        onConfirm={async (remark) => {
          await settle.mutateAsync({ ...at, outcome: 'returned', remark })
          done(t('disclosure:desk.returnedDone'))
        }}
        onCancel={() => setAsked(null)}
      />
    </>
  )
}

function Steps({ masking }: { readonly masking: Masking }): ReactNode {
  const { t, language } = useLanguage()
  return (
    <Panel title={t('disclosure:desk.steps')}>
      <ul className="disclosure-proofs">
        {masking.steps.toReversed().map(({ step, by, at, remark }, index) => (
          <li key={index}>
            {t(`disclosure:desk.step.${step}`)} <span className="fs-soft">{`${by} ${formatMoment(at, language)}`}</span> {remark}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
