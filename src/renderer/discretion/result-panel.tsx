/** What the sheet comes to: the weighed amount or the grades, the fine held against each range, a departure and its reason. */
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Benchmark } from '../../shared/discretion/benchmark.ts'
import type { DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import type { RangeCheck } from '../../shared/discretion/range-check.ts'
import type { SheetChecks } from '../../shared/discretion/sheet-checks.ts'
import type { WeighedAmount } from '../../shared/discretion/weighed-amount.ts'
import { useLanguage } from '../language/language.ts'
import { AmountText } from '../ui/amount-text.tsx'
import { Field } from '../ui/field.tsx'
import { formatYuan } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { RangeBar } from './range-bar.tsx'

interface ResultPanelProps {
  readonly benchmark: Benchmark
  readonly sheet: DiscretionSheet
  readonly checks: SheetChecks
  readonly fine: number | null
  readonly editable: boolean
  /** Saving was tried without the reason. */
  readonly reasonMissing: boolean
  readonly onChange: (change: (sheet: DiscretionSheet) => DiscretionSheet) => void
}

export function ResultPanel({ benchmark, sheet, checks, fine, editable, reasonMissing, onChange }: ResultPanelProps): ReactNode {
  const { t } = useLanguage()
  const weighs = benchmark.factors.some(({ cells }) => cells.some(({ weight }) => weight !== null))
  const without = (range: Benchmark['statutory']): string => t(range === null ? 'discretion:result.noRange' : 'discretion:result.needsBase')
  const gradeOf = (id: string | null): Benchmark['grades'][number] | undefined => benchmark.grades.find((one) => one.id === id)
  return (
    <Panel title={t('discretion:result.title')}>
      <p className="discretion-fine">
        {t('discretion:result.fine')} <strong><AmountText value={fine} /></strong>
        {fine === null && <span className="fs-soft"> {t('discretion:noFine')}</span>}
      </p>
      {weighs && (
        <>
          <Weighed name={t('discretion:result.weighedSubmitted')} weighed={checks.submittedAmount} statutory={checks.statutory} fine={fine} />
          <Weighed name={t('discretion:result.weighedReviewer')} weighed={checks.reviewerAmount} statutory={checks.statutory} fine={fine} />
        </>
      )}
      {benchmark.grades.length > 0 && (
        <div className="discretion-grades">
          {(['submittedGrade', 'reviewerGrade'] as const).map((whose) => (
            <GradeChoice
              key={whose}
              benchmark={benchmark}
              label={t(`discretion:result.${whose}`)}
              value={sheet[whose]}
              editable={editable}
              onChoose={(chosen) => onChange((old) => ({ ...old, [whose]: chosen }))}
            />
          ))}
        </div>
      )}
      <div className="range-bars">
        <RangeBar name={t('discretion:result.statutory')} check={checks.statutory} fine={fine} without={without(benchmark.statutory)} />
        {(['submittedGrade', 'reviewerGrade'] as const).map((whose) => {
          const grade = gradeOf(sheet[whose])
          if (grade === undefined) return null
          return <RangeBar key={whose} name={`${t(`discretion:result.${whose}`)} · ${grade.name}`} check={checks[whose]} fine={fine} without={without(grade.range)} />
        })}
      </div>
      <div role="status">
        {checks.statutory.verdict === 'below' && <p className="fs-red">{t('discretion:result.belowStatutory')}</p>}
        {checks.statutory.verdict === 'above' && <p className="fs-red">{t('discretion:result.aboveStatutory')}</p>}
      </div>
      {(checks.departs || sheet.departure !== '') && (
        <Departure departs={checks.departs} value={sheet.departure} editable={editable} missing={reasonMissing} onChange={(departure) => onChange((old) => ({ ...old, departure }))} />
      )}
    </Panel>
  )
}

interface WeighedProps {
  readonly name: string
  readonly weighed: WeighedAmount | null
  readonly statutory: RangeCheck
  readonly fine: number | null
}

function Weighed({ name, weighed, statutory, fine }: WeighedProps): ReactNode {
  const { t, language } = useLanguage()
  const { low = null, high = null } = statutory.range ?? {}
  if (weighed === null || low === null || high === null) {
    return (
      <p className="weighed">
        <span className="weighed-name">{name}</span> <span className="fs-soft">{t('discretion:result.weighedOpen')}</span>
      </p>
    )
  }
  const off = fine === null ? 0 : Math.abs(fine - weighed.amount)
  return (
    <p className="weighed">
      <span className="weighed-name">{name}</span>{' '}
      <span className="fs-figures">
        {t('discretion:result.weighed', {
          low: formatYuan(low, language),
          span: formatYuan(high - low, language),
          weight: weighed.weight,
          amount: formatYuan(weighed.amount, language),
        })}
      </span>{' '}
      {fine !== null && <span className={off >= 1 ? 'fs-red' : 'fs-green'}>{off >= 1 ? t('discretion:result.weighedDiffers', { amount: formatYuan(off, language) }) : t('discretion:result.weighedSame')}</span>}
    </p>
  )
}

interface GradeChoiceProps {
  readonly benchmark: Benchmark
  readonly label: string
  readonly value: string | null
  readonly editable: boolean
  readonly onChoose: (grade: string | null) => void
}

function GradeChoice({ benchmark, label, value, editable, onChoose }: GradeChoiceProps): ReactNode {
  const { t } = useLanguage()
  const chosen = benchmark.grades.find(({ id }) => id === value)
  return (
    <div>
      {editable ? (
        <Field label={label}>
          {({ id }) => (
            <Select<string>
              id={id}
              value={value ?? ''}
              options={[{ value: '', label: t('discretion:factors.notChosen') }, ...benchmark.grades.map((grade) => ({ value: grade.id, label: `${grade.name} — ${grade.standard}` }))]}
              onChange={(grade: string) => onChoose(grade === '' ? null : grade)}
            />
          )}
        </Field>
      ) : (
        <p>
          <span className="fs-soft">{label}</span> {chosen?.name ?? t('discretion:factors.notChosen')}
        </p>
      )}
      {chosen !== undefined && (
        <div className="fs-soft">
          {chosen.conditions !== '' && (
            <div>
              {t('discretion:result.conditions')}: {chosen.conditions}
            </div>
          )}
          <div>
            {t('discretion:result.standard')}: {chosen.standard}
          </div>
        </div>
      )}
    </div>
  )
}

interface DepartureProps {
  readonly departs: boolean
  readonly value: string
  readonly editable: boolean
  readonly missing: boolean
  readonly onChange: (departure: string) => void
}

function Departure({ departs, value, editable, missing, onChange }: DepartureProps): ReactNode {
  const { t } = useLanguage()
  if (!editable) {
    return (
      <>
        <h3 className="discretion-subtitle">{t('discretion:departure.title')}</h3>
        <p className="discretion-words">{value === '' ? '—' : value}</p>
      </>
    )
  }
  return (
    <Field
      label={t('discretion:departure.title')}
      required={departs}
      hint={t('discretion:departure.hint')}
      error={missing && departs && value.trim() === '' ? t('discretion:departure.needed') : undefined}
      warning={departs && value.trim() === '' && !missing ? t('discretion:departure.needed') : undefined}
      className="discretion-departure"
    >
      {(control) => <TextArea {...control} rows={3} maxLength={2000} value={value} onChange={onChange} />}
    </Field>
  )
}
