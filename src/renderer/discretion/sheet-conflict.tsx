/** Two windows changed the same sheet: what differs, side by side, and the person decides. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { DiscretionView, StoredBenchmark } from '../../shared/discretion/contract.ts'
import type { DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatYuan } from '../ui/formats.ts'
import { answerTo, differences, rowOf, type SheetDifference } from './sheet-draft.ts'

interface SheetConflictProps {
  readonly mine: DiscretionSheet
  readonly view: DiscretionView
  readonly benchmark: StoredBenchmark | null
  readonly busy: boolean
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

export function SheetConflict({ mine, view, benchmark, busy, onKeepMine, onTakeTheirs }: SheetConflictProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const all = [...view.candidates, ...(view.benchmark === null ? [] : [view.benchmark])]
  const rows = differences(mine, view.sheet, benchmark ?? view.benchmark, view.adjustments)
  const nameOf = ({ entry }: SheetDifference): string => {
    switch (entry.kind) {
      case 'factor':
        return (benchmark ?? view.benchmark)?.factors.find(({ id }) => id === entry.id)?.name ?? t('discretion:factors.factor')
      case 'adjustment': {
        const row = view.adjustments.find(({ id }) => id === entry.id)
        return row === undefined ? t('discretion:adjustments.title') : pick(row.name)
      }
      case 'benchmark':
        return t('discretion:benchmark.title')
      case 'base':
        return t('discretion:benchmark.base')
      case 'departure':
        return t('discretion:departure.title')
      case 'submittedGrade':
      case 'reviewerGrade':
        return t(`discretion:result.${entry.kind}`)
    }
  }
  const saidIn = (sheet: DiscretionSheet, { entry }: SheetDifference): string => {
    const cell = (factorId: string, id: string | null): string => all.flatMap(({ factors }) => factors).find((factor) => factor.id === factorId)?.cells.find((one) => one.id === id)?.name ?? ''
    const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ') || '—'
    switch (entry.kind) {
      case 'factor': {
        const { fact, submittedCell, reviewerCell, reason } = rowOf(sheet, entry.id)
        return joined([fact, cell(entry.id, submittedCell), cell(entry.id, reviewerCell), reason])
      }
      case 'adjustment': {
        const { present, reason } = answerTo(sheet, entry.id)
        return joined([t(`discretion:adjustments.${present === null ? 'notAnswered' : present ? 'present' : 'absent'}`), reason])
      }
      case 'benchmark':
        return all.find(({ id }) => id === sheet.benchmarkId)?.act ?? t('discretion:benchmark.none')
      case 'base':
        return sheet.base === null ? '—' : formatYuan(sheet.base, language)
      case 'departure':
        return joined([sheet.departure])
      case 'submittedGrade':
      case 'reviewerGrade':
        return joined([all.flatMap(({ grades }) => grades).find(({ id }) => id === sheet[entry.kind])?.name ?? ''])
    }
  }
  const description = (
    <>
      <p>{t('discretion:conflict.explain')}</p>
      <DataTable
        label={t('discretion:conflict.title')}
        rows={rows}
        rowKey={({ entry }) => ('id' in entry ? `${entry.kind}/${entry.id}` : entry.kind)}
        columns={[
          { key: 'field', title: t('discretion:conflict.field'), render: nameOf },
          { key: 'mine', title: t('discretion:conflict.mine'), render: (row) => saidIn(mine, row) },
          { key: 'theirs', title: t('discretion:conflict.theirs'), render: (row) => saidIn(view.sheet, row) },
        ]}
      />
      <div className="fs-row discretion-conflict-acts">
        <Button size="small" onClick={onTakeTheirs}>
          {t('discretion:conflict.takeTheirs')}
        </Button>
        <Button size="small" loading={busy} onClick={onKeepMine}>
          {t('discretion:conflict.keepMine')}
        </Button>
      </div>
    </>
  )
  return <Alert type="warning" showIcon role="alert" title={t('discretion:conflict.title')} description={description} />
}
