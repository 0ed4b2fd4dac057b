/** What a benchmark says: the range of the law, its grades with their conditions and ranges, its factors. */
import type { ReactNode } from 'react'
import type { Benchmark, BenchmarkRange } from '../../shared/discretion/benchmark.ts'
import type { Language } from '../../shared/values/values.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatYuan } from '../ui/formats.ts'

/** 1–3 倍, 10–20 %, 20,000 元至 50,000 元. */
export function benchmarkRangeWords({ low, high, unit, of }: BenchmarkRange, t: Translate, language: Language): string {
  const one = (value: number): string => {
    if (unit === 'yuan') return formatYuan(value, language)
    const sign = unit === 'percent' ? '%' : language === 'zh-CN' ? '倍' : '×'
    return `${of}${of === '' ? '' : ' '}${value}${sign}`
  }
  if (low !== null && high !== null) return t('discretion:result.range', { low: one(low), high: one(high) })
  if (high !== null) return t('discretion:result.upTo', { high: one(high) })
  return low === null ? '—' : t('discretion:result.from', { low: one(low) })
}

export function BenchmarkRanges({ benchmark }: { readonly benchmark: Benchmark }): ReactNode {
  const { t, language } = useLanguage()
  const { statutory, grades, factors } = benchmark
  return (
    <div className="benchmark-detail">
      {statutory !== null && (
        <div>
          <span className="fs-soft">{t('discretion:page.statutory')}</span> {benchmarkRangeWords(statutory, t, language)}
        </div>
      )}
      {grades.length > 0 && (
        <DataTable
          label={t('discretion:page.column.grades')}
          rows={grades}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('discretion:mapping.column.grade'), narrow: true, render: ({ name }) => <strong>{name}</strong> },
            { key: 'conditions', title: t('discretion:result.conditions'), render: ({ conditions }) => conditions || '—' },
            { key: 'standard', title: t('discretion:result.standard'), render: ({ standard }) => standard },
            {
              key: 'range',
              title: t('discretion:result.statutory'),
              render: ({ range }) => (range === null ? <span className="fs-amber">{t('discretion:mapping.noRange')}</span> : benchmarkRangeWords(range, t, language)),
            },
          ]}
        />
      )}
      {grades.length === 0 && (
        <ul className="laws-uses">
          {factors.map(({ id, name, cells }) => (
            <li key={id}>
              <strong>{name}</strong> <span className="fs-soft">{cells.map((cell) => `${cell.name}${cell.weight === null ? '' : ` ${t('discretion:factors.weight', { weight: cell.weight })}`}`).join(t('ui:listSeparator'))}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
