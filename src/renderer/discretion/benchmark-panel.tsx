/** Which benchmark the review goes by, and the base that multiples and percentages count on. */
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { StoredBenchmark } from '../../shared/discretion/contract.ts'
import type { DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import type { Yuan } from '../../shared/values/values.ts'
import { parseAmount } from '../cases/parse-amount.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { ConfirmModal } from '../ui/confirm-modal.tsx'
import { AmountText } from '../ui/amount-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { citationWords, isExpired, validityWords } from './benchmark-words.ts'
import { hasFactors, withBenchmark } from './sheet-draft.ts'

interface BenchmarkPanelProps {
  readonly candidates: readonly StoredBenchmark[]
  /** The one that the sheet names, among the candidates or as it was saved. */
  readonly benchmark: StoredBenchmark | null
  readonly sheet: DiscretionSheet
  readonly editable: boolean
  /** False: the case names no provision as its basis. */
  readonly hasBasis: boolean
  readonly onChange: (sheet: DiscretionSheet) => void
}

export function BenchmarkMarks({ benchmark }: { readonly benchmark: StoredBenchmark }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      {benchmark.origin === 'catalogue' ? <Mark tone="amber">{t('discretion:benchmark.sample')}</Mark> : <Mark tone="navy">{t('discretion:benchmark.own')}</Mark>}
      {!benchmark.verified && (
        <>
          {' '}
          <UnverifiedMark />
        </>
      )}
      {isExpired(benchmark, today()) && <Mark tone="red">{t('discretion:benchmark.expired')}</Mark>}
    </>
  )
}

export function BenchmarkPanel({ candidates, benchmark, sheet, editable, hasBasis, onChange }: BenchmarkPanelProps): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<string | null | undefined>(undefined)
  const kept = benchmark !== null && !candidates.some(({ id }) => id === benchmark.id)
  const all = kept ? [benchmark, ...candidates] : candidates
  const choose = (id: string | null): void => {
    if (id === sheet.benchmarkId) return
    if (hasFactors(sheet)) setAsked(id)
    else onChange(withBenchmark(sheet, id))
  }
  return (
    <Panel title={t('discretion:benchmark.title')}>
      {all.length === 0 ? (
        <Empty title={t(hasBasis ? 'discretion:benchmark.noneFound' : 'discretion:benchmark.noBasis')} hint={hasBasis ? t('discretion:benchmark.noneFoundHint') : undefined} />
      ) : (
        <>
          {editable && (
            <Field label={t('discretion:benchmark.choose')}>
              {({ id }) => (
                <Select<string>
                  id={id}
                  value={sheet.benchmarkId ?? ''}
                  options={[
                    { value: '', label: t('discretion:benchmark.none') },
                    ...all.map((one) => ({ value: one.id, label: `${one.act} — ${one.origin === 'catalogue' ? t('discretion:benchmark.sample') : one.source}` })),
                  ]}
                  onChange={(value: string) => choose(value === '' ? null : value)}
                />
              )}
            </Field>
          )}
          {benchmark === null ? !editable && <p className="fs-soft">{t('discretion:benchmark.none')}</p> : <ChosenBenchmark benchmark={benchmark} />}
          {kept && <p className="fs-amber">{t('discretion:benchmark.keptAsSaved')}</p>}
        </>
      )}
      {benchmark !== null && <Base benchmark={benchmark} sheet={sheet} editable={editable} onChange={onChange} />}
      {asked === undefined ? null : (
        <ConfirmModal
          title={t('discretion:benchmark.changeTitle')}
          explanation={t('discretion:benchmark.changeExplain')}
          confirmLabel={t('discretion:benchmark.change')}
          onConfirm={() => onChange(withBenchmark(sheet, asked))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  )
}

function ChosenBenchmark({ benchmark }: { readonly benchmark: StoredBenchmark }): ReactNode {
  const { t, language } = useLanguage()
  const titles = useLawTitles()
  const validity = validityWords(benchmark, t)
  return (
    <div className="chosen-benchmark">
      <div className="fs-row">
        <strong>{benchmark.act}</strong>
        <BenchmarkMarks benchmark={benchmark} />
      </div>
      <div className="fs-soft">
        {citationWords(benchmark.basis, language, titles)} · {t('discretion:benchmark.source')}: {benchmark.source}
        {validity === '' ? '' : ` · ${validity}`}
      </div>
    </div>
  )
}

function Base({ benchmark, sheet, editable, onChange }: Pick<BenchmarkPanelProps, 'sheet' | 'editable' | 'onChange'> & { readonly benchmark: StoredBenchmark }): ReactNode {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const ranges = [benchmark.statutory, ...benchmark.grades.map(({ range }) => range)].filter((range) => range !== null && range.unit !== 'yuan')
  if (ranges.length === 0) return null
  const of = ranges.find((range) => range !== null && range.of !== '')?.of ?? ''
  const label = of === '' ? t('discretion:benchmark.base') : t('discretion:benchmark.baseOf', { of })
  if (!editable) {
    return (
      <p>
        {label} <AmountText value={sheet.base} />
      </p>
    )
  }
  const text = typed ?? (sheet.base === null ? '' : String(sheet.base))
  return (
    <Field label={label} hint={t('discretion:benchmark.baseHint')} error={parseAmount(text) === undefined ? t('discretion:benchmark.baseWrong') : undefined} className="discretion-base">
      {(control) => (
        <TextField
          {...control}
          inputMode="decimal"
          maxLength={30}
          value={text}
          onChange={(next) => {
            setTyped(next)
            const amount = parseAmount(next)
            if (amount !== undefined) onChange({ ...sheet, base: amount as Yuan | null })
          }}
        />
      )}
    </Field>
  )
}
