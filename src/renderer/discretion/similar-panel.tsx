/** Where the fine stands among similar cases (类案) of this station: a box over a strip of fines, and the table beside it. */
import { Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { AMOUNT_BANDS, bandOf, compareFines, type Quartiles, type SimilarCases } from '../../shared/discretion/similar-cases.ts'
import { useLanguage } from '../language/language.ts'
import { AmountText } from '../ui/amount-text.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { formatYuan } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

/** Rows of the table; the picture shows every case. */
const ROWS = 50

const QUARTILES = ['lowest', 'lower', 'median', 'upper', 'highest'] as const satisfies readonly (keyof Quartiles)[]

export function SimilarPanel({ similar: all, settled }: { readonly similar: SimilarCases; readonly settled: boolean }): ReactNode {
  const { t } = useLanguage()
  const [band, setBand] = useState(ALL_BANDS)
  const similar = useMemo(
    () => (band === ALL_BANDS ? all : compareFines(all.cases.filter(({ fine }) => bandOf(fine) === band), all.fine)),
    [all, band],
  )
  const { cases, quartiles } = similar
  const extra = all.cases.length > 0 ? <BandChoice similar={all} value={band} onChange={setBand} /> : undefined
  return (
    <Panel title={t('discretion:similar.title')} extra={extra}>
      {quartiles === null ? (
        <p role="status">{cases.length === 0 ? t('discretion:similar.none') : t('discretion:similar.tooFew', { count: cases.length })}</p>
      ) : (
        <Comparison similar={similar} quartiles={quartiles} />
      )}
      {settled && <p className="fs-soft">{t('discretion:similar.asSaved')}</p>}
      {cases.length > 0 && (
        <DataTable
          label={t('discretion:similar.title')}
          rows={cases.slice(0, ROWS)}
          rowKey={({ caseId }) => caseId}
          columns={[
            { key: 'case', title: t('discretion:similar.column.case'), render: ({ caseId, title }) => <Link href={`/cases/${caseId}`}>{title}</Link> },
            { key: 'received', title: t('discretion:similar.column.received'), narrow: true, render: ({ receivedOn }) => <DateText value={receivedOn} /> },
            { key: 'fine', title: t('discretion:similar.column.fine'), narrow: true, render: ({ fine }) => <AmountText value={fine} /> },
          ]}
        />
      )}
    </Panel>
  )
}

const ALL_BANDS = -1

interface BandChoiceProps {
  readonly similar: SimilarCases
  readonly value: number
  readonly onChange: (band: number) => void
}

/** Bands with cases in them, and the one that this case's fine lies in. */
function BandChoice({ similar: { cases, fine }, value, onChange }: BandChoiceProps): ReactNode {
  const { t, language } = useLanguage()
  const own = fine === null ? null : bandOf(fine)
  const options = AMOUNT_BANDS.map((end, band) => {
    const count = cases.filter((one) => bandOf(one.fine) === band).length
    const from = formatYuan(AMOUNT_BANDS[band - 1] ?? 0, language)
    const words = end === Infinity ? t('discretion:similar.bandAbove', { from }) : t('discretion:similar.band', { from, to: formatYuan(end, language) })
    const label = t(band === own ? 'discretion:similar.bandOwn' : 'discretion:similar.bandCount', { words, count })
    return { value: band, label, shown: count > 0 || band === own }
  }).filter(({ shown }) => shown)
  return (
    <Select<number>
      size="small"
      aria-label={t('discretion:similar.bandChoice')}
      popupMatchSelectWidth={false}
      value={value}
      options={[{ value: ALL_BANDS, label: t('discretion:similar.bandAll', { count: cases.length }) }, ...options]}
      onChange={onChange}
    />
  )
}

function Comparison({ similar, quartiles }: { readonly similar: SimilarCases; readonly quartiles: Quartiles }): ReactNode {
  const { t, language } = useLanguage()
  const { cases, fine, rank, unusual } = similar
  return (
    <>
      <p className="similar-words">
        {t('discretion:similar.explain', { count: cases.length })}{' '}
        {fine !== null && rank !== null && (
          <>
            <Mark tone={unusual ? 'red' : 'green'}>{t('discretion:similar.rank', { percent: Math.round(rank * 100) })}</Mark>{' '}
            {t(unusual ? 'discretion:similar.unusual' : 'discretion:similar.usual')}
          </>
        )}
      </p>
      <BoxPlot similar={similar} quartiles={quartiles} />
      <dl className="similar-figures">
        {QUARTILES.map((name) => (
          <div key={name}>
            <dt>{t(`discretion:similar.${name}`)}</dt>
            <dd className="fs-figures">{formatYuan(quartiles[name], language)}</dd>
          </div>
        ))}
        {fine !== null && (
          <div className="similar-this" data-unusual={unusual}>
            <dt>{t('discretion:similar.thisCase')}</dt>
            <dd className="fs-figures">{formatYuan(fine, language)}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

const WIDTH = 600
const EDGE = 14

function BoxPlot({ similar, quartiles }: { readonly similar: SimilarCases; readonly quartiles: Quartiles }): ReactNode {
  const { t, language } = useLanguage()
  const { cases, fine, unusual } = similar
  const least = Math.min(quartiles.lowest, fine ?? quartiles.lowest)
  const most = Math.max(quartiles.highest, fine ?? quartiles.highest)
  const x = (value: number): number => EDGE + (most === least ? 0.5 : (value - least) / (most - least)) * (WIDTH - 2 * EDGE)
  const money = Object.fromEntries(QUARTILES.map((name) => [name, formatYuan(quartiles[name], language)]))
  const said = fine === null ? t('discretion:similar.picture', money) : t('discretion:similar.pictureWithFine', { ...money, fine: formatYuan(fine, language) })
  const { lowest, lower, median, upper, highest } = quartiles
  return (
    <svg className="box-plot" viewBox={`0 0 ${WIDTH} 78`} role="img" aria-label={said}>
      <line className="box-plot-axis" x1={0} x2={WIDTH} y1={70} y2={70} />
      {[lowest, highest].map((end, index) => (
        <line key={index} className="box-plot-line" x1={x(end)} x2={x(end)} y1={18} y2={34} />
      ))}
      <line className="box-plot-line" x1={x(lowest)} x2={x(lower)} y1={26} y2={26} />
      <line className="box-plot-line" x1={x(upper)} x2={x(highest)} y1={26} y2={26} />
      <rect className="box-plot-box" x={x(lower)} y={12} width={Math.max(2, x(upper) - x(lower))} height={28} />
      <line className="box-plot-median" x1={x(median)} x2={x(median)} y1={12} y2={40} />
      {cases.map(({ caseId, fine: value }) => (
        <circle key={caseId} className="box-plot-case" cx={x(value)} cy={58} r={4.5} />
      ))}
      {fine !== null && (
        <g className="box-plot-fine" data-unusual={unusual}>
          <line x1={x(fine)} x2={x(fine)} y1={4} y2={70} />
          <path d={`M ${x(fine) - 6} 2 h 12 l -6 9 z`} />
        </g>
      )}
    </svg>
  )
}
