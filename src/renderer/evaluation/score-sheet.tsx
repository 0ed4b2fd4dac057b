/** The sheet itself: vetoes, groups of lines, comment, the running score, and the signature. */
import { Button, Radio } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { itemsOf, type EvaluationStandard } from '../../shared/catalogue/evaluation-standards.ts'
import type { LawTitles } from '../../shared/catalogue/citation.ts'
import type { FileEvaluation, SheetVersion } from '../../shared/evaluation/contract.ts'
import { scoreOf, sheetProblems } from '../../shared/evaluation/scoring.ts'
import { SHORTEST_REASON, type Sheet } from '../../shared/evaluation/sheet.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useWrite } from '../transport/calls.ts'
import { ConfirmModal } from '../ui/confirm-modal.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { LineHead } from './line-head.tsx'
import { ScoredLine } from './scored-line.tsx'
import { draftOf, NO_ITEM, NO_VETO, sheetFrom, type SheetDraft, type VetoDraft } from './sheet-draft.ts'

/** Milliseconds after the last change before it is saved. */
const SAVED_AFTER = 400

interface ScoreSheetProps {
  readonly got: FileEvaluation
  readonly version: SheetVersion
  readonly locked: boolean
}

interface Saving {
  readonly draft: SheetDraft
  readonly sheet: Sheet
  readonly state: 'saved' | 'saving'
  readonly error: unknown
  readonly change: (next: SheetDraft) => void
  /** Saves what waits; answers with the version that is stored. */
  readonly flush: () => Promise<number>
}

/** One saving after the other, each with the version of the one before. */
function useSaving({ got, version }: ScoreSheetProps): Saving {
  const call = useCallOnce()
  const { standard, evaluationId } = got
  const { caseId } = got.file
  const [draft, setDraft] = useState<SheetDraft>(() => draftOf(version.sheet))
  const [state, setState] = useState<Saving['state']>('saved')
  const [error, setError] = useState<unknown>(null)
  const stored = useRef({ version: version.version, sheet: JSON.stringify(version.sheet) })
  const latest = useRef(draft)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const chain = useRef<Promise<unknown>>(Promise.resolve())
  const save = async (): Promise<void> => {
    const sheet = sheetFrom(standard, latest.current)
    const text = JSON.stringify(sheet)
    if (text === stored.current.sheet) return
    const answer = await call('evaluation.save', { evaluationId, caseId, expectedVersion: stored.current.version, sheet })
    stored.current = { version: answer.version, sheet: text }
  }
  const flush = async (): Promise<number> => {
    clearTimeout(timer.current)
    const next = chain.current.catch(() => undefined).then(save)
    chain.current = next
    try {
      await next
      setError(null)
    } catch (failed) {
      setError(failed)
      throw failed
    } finally {
      setState('saved')
    }
    return stored.current.version
  }
  const change = (next: SheetDraft): void => {
    latest.current = next
    setDraft(next)
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush().catch(() => undefined), SAVED_AFTER)
  }
  return { draft, sheet: sheetFrom(standard, draft), state, error, change, flush }
}

export function ScoreSheet(props: ScoreSheetProps): ReactNode {
  const { got, locked } = props
  const { standard } = got
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const titles: LawTitles = new Map((catalogue?.laws ?? []).map(({ title }) => [title['zh-CN'], title]))
  const { draft, sheet, state, error, change, flush } = useSaving(props)
  const worst = standard.grades.at(-1)
  return (
    <>
      <Panel title={t('evaluation:vetoes')}>
        <p className="fs-soft">{t('evaluation:vetoesHint', { grade: worst === undefined ? '' : pick(worst.name) })}</p>
        {standard.vetoes.map((veto) => (
          <VetoLine
            key={veto.id}
            veto={veto}
            titles={titles}
            locked={locked}
            draft={draft.vetoes[veto.id] ?? NO_VETO}
            onChange={(next) => change({ ...draft, vetoes: { ...draft.vetoes, [veto.id]: next } })}
          />
        ))}
      </Panel>
      {standard.groups.map((group) => (
        <Panel key={group.id} title={pick(group.name)}>
          {group.items.map((item) => (
            <ScoredLine
              key={item.id}
              item={item}
              titles={titles}
              locked={locked}
              draft={draft.items[item.id] ?? NO_ITEM}
              onChange={(next) => change({ ...draft, items: { ...draft.items, [item.id]: next } })}
            />
          ))}
        </Panel>
      ))}
      <Panel>
        <Field label={t('evaluation:comment')}>
          {(control) => <TextArea {...control} value={draft.comment} maxLength={2000} disabled={locked} onChange={(comment) => change({ ...draft, comment })} />}
        </Field>
        <ErrorNotice error={error} />
      </Panel>
      {locked ? null : <Foot got={got} sheet={sheet} state={state} flush={flush} />}
    </>
  )
}

interface VetoLineProps {
  readonly veto: EvaluationStandard['vetoes'][number]
  readonly titles: LawTitles
  readonly locked: boolean
  readonly draft: VetoDraft
  readonly onChange: (draft: VetoDraft) => void
}

function VetoLine({ veto, titles, locked, draft, onChange }: VetoLineProps): ReactNode {
  const { t, pick } = useLanguage()
  const { id } = veto
  return (
    <fieldset className="evaluation-line" id={`line-${id}`} data-marked={draft.present !== null}>
      <legend>
        <LineHead line={veto} titles={titles} />
      </legend>
      {locked ? (
        <span className="evaluation-chosen">
          {t(`evaluation:${draft.present === null ? 'notMarked' : draft.present ? 'present' : 'absent'}`)} {draft.reason}
        </span>
      ) : (
        <Radio.Group
          aria-label={pick(veto.text)}
          name={`veto-${id}`}
          value={draft.present}
          onChange={({ target }) => onChange({ ...draft, present: target.value as boolean })}
          options={[
            { value: false, label: t('evaluation:absent') },
            { value: true, label: t('evaluation:present') },
          ]}
        />
      )}
      {!locked && draft.present === true && (
        <TextField
          label={t('evaluation:whyVeto')}
          placeholder={t('evaluation:whyVeto')}
          value={draft.reason}
          maxLength={500}
          status={draft.reason.trim().length < SHORTEST_REASON ? 'error' : ''}
          onChange={(reason) => onChange({ ...draft, reason })}
        />
      )}
    </fieldset>
  )
}

interface FootProps {
  readonly got: FileEvaluation
  readonly sheet: Sheet
  readonly state: Saving['state']
  readonly flush: Saving['flush']
}

/** The score as it stands, what is left, and the signature. */
function Foot({ got, sheet, state, flush }: FootProps): ReactNode {
  const { t, pick } = useLanguage()
  const { standard, evaluationId } = got
  const sign = useWrite('evaluation.sign')
  const [asking, setAsking] = useState(false)
  const open = sheetProblems(standard, sheet).filter(({ problem }) => problem === 'notMarked')
  const score = scoreOf(standard, sheet)
  const whole = itemsOf(standard).reduce((sum, { points }) => sum + points, 0)
  const next = (): void => {
    const line = document.querySelector<HTMLElement>(`#line-${CSS.escape(open[0]?.id ?? '')}`)
    line?.scrollIntoView({ block: 'center' })
    line?.querySelector<HTMLElement>('input')?.focus()
  }
  return (
    <div className="evaluation-foot">
      <span role="status">
        {score === null ? null : (
          <>
            <strong className="fs-figures">{t('evaluation:total', { score: score.score })}</strong> {pick(score.grade.name)}{' '}
            {score.vetoed.length > 0 && <Mark tone="red">{t('evaluation:vetoed')}</Mark>}{' '}
            {score.applicable < whole && <span className="fs-soft">{t('evaluation:rebased', { applicable: score.applicable, given: score.given })}</span>}
          </>
        )}
      </span>
      <span className="fs-soft">{t(state === 'saving' ? 'evaluation:saving' : 'evaluation:saved')}</span>
      {open.length === 0 ? null : (
        <Button onClick={next}>
          {t('evaluation:left', { count: open.length })} · {t('evaluation:next')}
        </Button>
      )}
      <Button type="primary" disabled={open.length > 0 || score === null} onClick={() => setAsking(true)}>
        {t('evaluation:sign')}
      </Button>
      {asking && (
        <ConfirmModal
          title={t('evaluation:signTitle')}
          explanation={t('evaluation:signExplain')}
          confirmLabel={t('evaluation:sign')}
          onConfirm={async () => {
            const expectedVersion = await flush()
            await sign.mutateAsync({ evaluationId, caseId: got.file.caseId, expectedVersion })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
