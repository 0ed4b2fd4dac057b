/** The factors of the benchmark, one row each: fact, page, the cell that was submitted and the reviewer's, why. */
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { Benchmark, BenchmarkFactor } from '../../shared/discretion/benchmark.ts'
import type { DiscretionSheet, SheetRow } from '../../shared/discretion/discretion-sheet.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { EvidencePointer } from './evidence-pointer.tsx'
import { rowOf, withRow } from './sheet-draft.ts'

export interface PinActs {
  readonly materials: readonly Material[]
  readonly open: (evidence: Evidence) => void
  /** What the viewer shows; null where it shows nothing, and that is said. */
  readonly take: () => Evidence | null
}

interface FactorTableProps {
  readonly benchmark: Benchmark
  readonly sheet: DiscretionSheet
  /** Factors whose reviewer's cell differs without a reason. */
  readonly unexplained: readonly string[]
  readonly editable: boolean
  readonly pins: PinActs
  readonly onChange: (change: (sheet: DiscretionSheet) => DiscretionSheet) => void
}

export function FactorTable({ benchmark, sheet, unexplained, editable, pins, onChange }: FactorTableProps): ReactNode {
  const { t } = useLanguage()
  if (benchmark.factors.length === 0) {
    return (
      <Panel title={t('discretion:factors.title')}>
        <p className="fs-soft">{t('discretion:factors.none')}</p>
      </Panel>
    )
  }
  const edit = (factorId: string, change: Partial<SheetRow>): void => onChange((old) => withRow(old, factorId, change))
  const words = ({ id, name }: BenchmarkFactor, field: 'fact' | 'reason', rows: number): ReactNode => {
    const value = rowOf(sheet, id)[field]
    if (!editable) return value === '' ? <span className="fs-soft">—</span> : value
    return <TextArea label={t(`discretion:factors.${field}Of`, { factor: name })} rows={rows} maxLength={1000} value={value} onChange={(text) => edit(id, { [field]: text })} />
  }
  const cell = (factor: BenchmarkFactor, whose: 'submittedCell' | 'reviewerCell'): ReactNode => (
    <CellChoice
      benchmark={benchmark}
      factor={factor}
      value={rowOf(sheet, factor.id)[whose]}
      label={t(whose === 'submittedCell' ? 'discretion:factors.submittedOf' : 'discretion:factors.reviewerOf', { factor: factor.name })}
      editable={editable}
      onChoose={(chosen) => edit(factor.id, { [whose]: chosen })}
    />
  )
  return (
    <Panel title={t('discretion:factors.title')} flush className="factor-table">
      <DataTable<BenchmarkFactor>
        label={t('discretion:factors.title')}
        rows={benchmark.factors}
        rowKey={({ id }) => id}
        columns={[
          { key: 'factor', title: t('discretion:factors.factor'), render: ({ name }) => <strong>{name}</strong> },
          { key: 'fact', title: t('discretion:factors.fact'), render: (factor) => words(factor, 'fact', 2) },
          {
            key: 'page',
            title: t('discretion:factors.page'),
            render: ({ id, name }) => (
              <EvidencePointer
                evidence={rowOf(sheet, id).evidence}
                materials={pins.materials}
                editable={editable}
                of={name}
                onOpen={pins.open}
                onTake={() => {
                  const evidence = pins.take()
                  if (evidence !== null) edit(id, { evidence })
                }}
                onRemove={() => edit(id, { evidence: null })}
              />
            ),
          },
          { key: 'submitted', title: t('discretion:factors.submitted'), render: (factor) => cell(factor, 'submittedCell') },
          { key: 'reviewer', title: t('discretion:factors.reviewer'), render: (factor) => cell(factor, 'reviewerCell') },
          {
            key: 'reason',
            title: t('discretion:factors.reason'),
            render: (factor) => (
              <>
                {words(factor, 'reason', 1)}
                {unexplained.includes(factor.id) && <div className="fs-amber factor-differs">{t('discretion:factors.differs')}</div>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

interface CellChoiceProps {
  readonly benchmark: Benchmark
  readonly factor: BenchmarkFactor
  readonly value: string | null
  readonly label: string
  readonly editable: boolean
  readonly onChoose: (cell: string | null) => void
}

/** The cells of a factor, each with its weight or the grade that it speaks for. */
function CellChoice({ benchmark, factor, value, label, editable, onChoose }: CellChoiceProps): ReactNode {
  const { t } = useLanguage()
  const nameOf = ({ name, weight, gradeId }: BenchmarkFactor['cells'][number]): string => {
    const grade = benchmark.grades.find(({ id }) => id === gradeId)?.name
    if (weight !== null) return t('discretion:factors.weighed', { name, weight })
    // the grade first: it is what is seen where the conditions are long
    return grade === undefined || grade === name ? name : t('discretion:factors.graded', { grade, name })
  }
  if (!editable) {
    const chosen = factor.cells.find(({ id }) => id === value)
    return chosen === undefined ? <span className="fs-soft">{t('discretion:factors.notChosen')}</span> : nameOf(chosen)
  }
  return (
    <Select<string>
      className="factor-cell"
      aria-label={label}
      popupMatchSelectWidth={false}
      value={value ?? ''}
      options={[{ value: '', label: t('discretion:factors.notChosen') }, ...factor.cells.map((one) => ({ value: one.id, label: nameOf(one) }))]}
      onChange={(chosen: string) => onChoose(chosen === '' ? null : chosen)}
    />
  )
}
