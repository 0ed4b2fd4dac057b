/** Writing an overlay of the agency's own: what it is, what it changes, what it would touch; then a reason, then it holds. */
import { App, Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { OverlayCheck, OverlayProblem } from '../../shared/catalogue/station-overlay.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { AddedQuestion, AddedTrigger } from './added-row-form.tsx'
import { HiddenRowForm, TightenedRowForm } from './changed-row-form.tsx'
import { BilingualLine, Choice, Line } from './operation-fields.tsx'
import { NEW_OPERATIONS, newOperation, overlayText, problemAt, type DraftOperation, type NewOperation, type OverlayDraft, type Row } from './overlay-draft.ts'
import { OverlayEffectView } from './overlay-effect.tsx'
import { OverlayProblems, problemIn } from './overlay-problems.tsx'

const LEVELS = ['agency', 'county', 'city', 'province', 'ministry'] as const

export interface OverlayEditorProps {
  readonly catalogue: Catalogue
  readonly start: OverlayDraft
  /** Number of the version that is continued; 0 for a new overlay. */
  readonly seq: number
  readonly onDone: () => void
}

export function OverlayEditor({ catalogue, start, seq, onDone }: OverlayEditorProps): ReactNode {
  const { t, language } = useLanguage()
  const { message } = App.useApp()
  const call = useCallOnce()
  const save = useWrite('catalogue.saveOverlay')
  const [draft, setDraft] = useState(start)
  const [checked, setChecked] = useState<{ readonly text: string; readonly check: OverlayCheck }>()
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const text = overlayText(draft)
  const problems: readonly OverlayProblem[] = checked?.check.problems ?? []
  const current = checked?.text === text ? checked.check : undefined
  const change = (part: Partial<OverlayDraft>): void => setDraft((now) => ({ ...now, ...part }))
  const at = (operation: number | null, field: string): string | undefined => {
    const found = problemAt(problems, operation, field)
    return found === undefined ? undefined : problemIn(found, language)
  }
  const look = (): void => {
    setBusy(true)
    setFailure(null)
    call('catalogue.checkOverlay', { text })
      .then((check) => setChecked({ text, check }), setFailure)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Panel title={seq === 0 ? t('catalogue:own.new') : t('catalogue:own.editing', { id: draft.id })}>
        <OverlayHead draft={draft} seq={seq} change={change} at={(field) => at(null, field)} />
      </Panel>
      {draft.operations.map((operation, index) => (
        <OperationPanel
          // operations have no name of their own until they are finished
          key={index}
          operation={operation}
          number={index + 1}
          catalogue={catalogue}
          problem={(field) => at(index, field)}
          onChange={(next) => change({ operations: draft.operations.map((one, place) => (place === index ? next : one)) })}
          onRemove={() => change({ operations: draft.operations.filter((_, place) => place !== index) })}
        />
      ))}
      <Panel>
        <div className="fs-stack">
          <div className="fs-row">
            <Select<NewOperation | null>
              className="fs-filter-kind"
              aria-label={t('catalogue:own.add')}
              value={null}
              placeholder={t('catalogue:own.add')}
              options={NEW_OPERATIONS.map((value) => ({ value, label: t(`catalogue:own.${value}`) }))}
              onChange={(kind) => (kind === null ? undefined : change({ operations: [...draft.operations, newOperation(kind, draft, catalogue)] }))}
            />
            <span className="fs-grow" />
            <Button onClick={onDone}>{t('ui:cancel')}</Button>
            <Button onClick={look} loading={busy} disabled={draft.operations.length === 0}>
              {t('catalogue:own.check')}
            </Button>
            <Button type="primary" disabled={current?.effect === undefined || current.effect === null} onClick={() => setAsking(true)}>
              {t('catalogue:own.save')}
            </Button>
          </div>
          <ErrorNotice error={failure} />
          {problems.length === 0 ? null : <OverlayProblems problems={problems} operations={draft.operations} />}
          {current?.effect === undefined || current.effect === null ? (
            <div className="fs-soft">{t('catalogue:own.checkFirst')}</div>
          ) : (
            <OverlayEffectView effect={current.effect} />
          )}
        </div>
      </Panel>
      <ConfirmReasonModal
        open={asking}
        title={t('catalogue:own.save')}
        explanation={t('catalogue:own.saveExplain')}
        confirmLabel={t('catalogue:own.save')}
        reasonLabel={t('catalogue:own.note')}
        destructive={false}
        onCancel={() => setAsking(false)}
        onConfirm={(note) =>
          save.mutateAsync({ text, expectedSeq: seq, note }).then(() => {
            void message.success(t('catalogue:own.saved'))
            onDone()
          })
        }
      />
    </>
  )
}

interface HeadProps {
  readonly draft: OverlayDraft
  readonly seq: number
  readonly change: (part: Partial<OverlayDraft>) => void
  readonly at: (field: string) => string | undefined
}

function OverlayHead({ draft, seq, change, at }: HeadProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-form">
      <BilingualLine label={t('catalogue:own.title')} value={draft.title} error={at('title')} onChange={(title) => change({ title: title as OverlayDraft['title'] })} />
      <Line
        label={t('catalogue:own.source')}
        hint={t('catalogue:own.sourceHint')}
        value={draft.source}
        error={at('source')}
        onChange={(source) => change({ source })}
      />
      {seq === 0 ? (
        <Line className="fs-span-3" label={t('catalogue:own.id')} hint={t('catalogue:own.idHint')} value={draft.id} error={at('id')} onChange={(id) => change({ id })} />
      ) : null}
      <Line className="fs-span-3" label={t('catalogue:own.version')} value={draft.version} error={at('version')} onChange={(version) => change({ version })} />
      <Choice
        className="fs-span-3"
        label={t('catalogue:own.level')}
        value={draft.level}
        options={LEVELS.map((value) => ({ value, label: t(`catalogue:own.levels.${value}`) }))}
        onChange={(level) => change({ level: level as OverlayDraft['level'] })}
      />
      <Field className="fs-span-3" label={t('catalogue:own.from')} error={at('validFrom')}>
        {(control) => <DateField {...control} value={draft.validFrom} onChange={(day) => change({ validFrom: day ?? '' })} />}
      </Field>
      <Field className="fs-span-3" label={t('catalogue:own.to')} hint={t('catalogue:own.toHint')} error={at('validTo')}>
        {(control) => <DateField {...control} value={draft.validTo} onChange={(validTo) => change({ validTo })} />}
      </Field>
    </div>
  )
}

interface OperationPanelProps {
  readonly operation: DraftOperation
  readonly number: number
  readonly catalogue: Catalogue
  readonly problem: (field: string) => string | undefined
  readonly onChange: (operation: DraftOperation) => void
  readonly onRemove: () => void
}

function OperationPanel({ operation, number, catalogue, problem, onChange, onRemove }: OperationPanelProps): ReactNode {
  const { t } = useLanguage()
  const title = `${number} · ${t(`catalogue:operation.${operation.operation}`)}`
  const added = Object(operation['row']) as Row
  const common = { catalogue, problem }
  const row = { ...common, row: added, problem: (field: string) => problem(field) ?? problem(`row.${field}`), onChange: (next: Row) => onChange({ ...operation, row: next }) }
  const whole = { ...common, row: operation as Row, onChange: (next: Row) => onChange(next as DraftOperation) }
  return (
    <Panel
      title={title}
      extra={
        <Button size="small" aria-label={t('catalogue:own.removeNumber', { number })} onClick={onRemove}>
          {t('ui:remove')}
        </Button>
      }
    >
      <div className="fs-form">
        {operation.operation === 'hide' ? <HiddenRowForm {...whole} /> : null}
        {operation.operation === 'tighten' ? <TightenedRowForm {...whole} /> : null}
        {operation.operation === 'add' && operation.subject === 'questions' ? <AddedQuestion {...row} /> : null}
        {operation.operation === 'add' && operation.subject === 'majorTriggers' ? <AddedTrigger {...row} /> : null}
        {operation.operation === 'add' && !['questions', 'majorTriggers'].includes(operation.subject) ? (
          <div className="fs-soft">{t('catalogue:own.fromFile', { id: String(added['id'] ?? '') })}</div>
        ) : null}
      </div>
    </Panel>
  )
}
