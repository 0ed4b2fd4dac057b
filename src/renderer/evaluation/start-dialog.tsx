/** Begins an evaluation: what to draw from, how many, by which standard. */
import { Button, InputNumber, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { ACTION_KINDS, type ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { CLOSED_BY, LARGEST_SAMPLE, populationSchema, type ClosedBy, type Population } from '../../shared/evaluation/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'

interface Draft {
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  readonly closedBy: ClosedBy
  readonly unit: string | null
  readonly kind: ActionKind | null
  readonly standardKey: string | null
  readonly size: number | null
}

const USUAL_SIZE = 10

export function StartDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const [, navigate] = useLocation()
  const start = useWrite('evaluation.start')
  const standards = useRead('evaluation.standards', {})
  const units = useRead('statistics.units', {})
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<Draft>(() => ({
    name: '',
    from: `${today().slice(0, 4)}-01-01`,
    to: today(),
    closedBy: 'archived',
    unit: null,
    kind: null,
    standardKey: null,
    size: USUAL_SIZE,
  }))
  const change = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }))
  const { name, standardKey, size, ...asked } = draft
  const population = populationSchema.safeParse({ from: asked.from, to: asked.to, closedBy: asked.closedBy, unit: asked.unit, kind: asked.kind })
  const counted = useRead('evaluation.population', { population: population.data ?? ({} as Population) }, { enabled: population.success, keepPrevious: true })
  const there = population.success ? counted.data?.size : undefined
  const usable = (standards.data ?? []).filter(({ superseded }) => !superseded)
  const key = standardKey ?? usable[0]?.key ?? null
  const wrong = { name: name.trim().length < 2, size: size === null || size < 1 || size > Math.min(there ?? LARGEST_SAMPLE, LARGEST_SAMPLE) }
  const begin = (): void => {
    setTried(true)
    if (wrong.name || wrong.size || size === null || key === null || !population.success) return
    start.mutate(
      { name: name.trim(), standardKey: key, population: population.data, size },
      {
        onSuccess: ({ evaluationId }) => {
          onClose()
          navigate(`/evaluation/${evaluationId}`)
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={start.isPending} onClick={begin}>
        {t('evaluation:draw')}
      </Button>
    </>
  )
  return (
    <Modal open title={t('evaluation:begin')} onCancel={onClose} mask={{ closable: false }} footer={footer}>
      <Field label={t('evaluation:name')} required error={tried && wrong.name ? t('evaluation:nameWrong') : undefined}>
        {(control) => <TextField {...control} value={name} maxLength={100} autoFocus onChange={(value) => change({ name: value })} />}
      </Field>
      <div className="fs-field-row">
        <Field label={t('evaluation:from')} required>
          {(control) => <DateField {...control} value={draft.from} onChange={(from) => change({ from })} />}
        </Field>
        <Field label={t('evaluation:to')} required>
          {(control) => <DateField {...control} value={draft.to} onChange={(to) => change({ to })} />}
        </Field>
      </div>
      <Field label={t('evaluation:closedBy')}>
        {({ id }) => (
          <Select id={id} value={draft.closedBy} options={CLOSED_BY.map((value) => ({ value, label: t(`evaluation:closed.${value}`) }))} onChange={(closedBy) => change({ closedBy })} />
        )}
      </Field>
      <div className="fs-field-row">
        <Field label={t('evaluation:unit')}>
          {({ id }) => (
            <Select
              id={id}
              allowClear
              placeholder={t('evaluation:anyUnit')}
              value={draft.unit}
              options={(units.data ?? []).map((value) => ({ value, label: value }))}
              onChange={(unit) => change({ unit: unit ?? null })}
            />
          )}
        </Field>
        <Field label={t('evaluation:kind')}>
          {({ id }) => (
            <Select
              id={id}
              allowClear
              placeholder={t('evaluation:anyKind')}
              value={draft.kind}
              options={ACTION_KINDS.map((value) => ({ value, label: pick(ACTION_KIND_LABELS[value]) }))}
              onChange={(kind) => change({ kind: kind ?? null })}
            />
          )}
        </Field>
      </div>
      <Field label={t('evaluation:standard')} required>
        {({ id }) => (
          <Select
            id={id}
            value={key}
            options={usable.map(({ key: value, standard }) => ({ value, label: `${pick(standard.name)} ${standard.version}` }))}
            onChange={(value) => change({ standardKey: value })}
          />
        )}
      </Field>
      <Field
        label={t('evaluation:size')}
        required
        hint={there === undefined ? undefined : there === 0 ? t('evaluation:populationNone') : t('evaluation:populationIs', { count: there })}
        error={tried && wrong.size ? t('evaluation:sizeWrong') : undefined}
      >
        {({ id, describedBy, status }) => (
          <InputNumber id={id} aria-describedby={describedBy} status={status} min={1} max={LARGEST_SAMPLE} precision={0} value={size} onChange={(value) => change({ size: value })} />
        )}
      </Field>
      <ErrorNotice error={standards.error} onRetry={() => void standards.refetch()} />
      <ErrorNotice error={units.error} onRetry={() => void units.refetch()} />
      <ErrorNotice error={counted.error} onRetry={() => void counted.refetch()} />
      <ErrorNotice error={start.error} />
    </Modal>
  )
}
