/** What narrows the ledger. */
import { FilterOutlined } from '@ant-design/icons'
import { Badge, Button, Select } from 'antd'
import { useId, useRef, useState, type ReactNode } from 'react'
import { ACTION_KINDS, OPINION_TYPE_CODES } from '../../shared/catalogue/vocabulary.ts'
import { type LedgerOverview } from '../../shared/ledger/contract.ts'
import { ORIGINS, STANDINGS } from '../../shared/ledger/ledger-filter.ts'
import { isoDate, type PersonId } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useClearing } from '../cases/condition-fields.tsx'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { isNarrowed, ledgerView, type LedgerView } from './ledger-view.ts'
import { foldedColumns, MoreColumns, ToldColumns } from './more-columns.tsx'

interface OneOf<Value> {
  readonly label: string
  readonly any: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value | null) => void
}

function Choice<Value extends string | number>({ label, any, value, options, onChange }: OneOf<Value>): ReactNode {
  return (
    <Select<Value | null>
      aria-label={label}
      placeholder={any}
      allowClear={useClearing()}
      popupMatchSelectWidth={false}
      showSearch={options.length > 12 ? { optionFilterProp: 'label' } : false}
      value={value}
      options={[...options]}
      onChange={(chosen) => onChange(chosen ?? null)}
    />
  )
}

export interface LedgerFilterProps {
  readonly view: LedgerView
  readonly overview: LedgerOverview | undefined
}

export function LedgerFilter({ view, overview }: LedgerFilterProps): ReactNode {
  const { t } = useLanguage()
  const people = useRead('people.list', {}).data ?? []
  const [unfolded, setUnfolded] = useState(false)
  const panel = useId()
  const more = useRef<HTMLButtonElement>(null)
  const { filter } = view
  const having = (role: 'reviewer' | 'handler') => people.filter(({ roles }) => roles.includes(role))
  return (
    <div role="search">
      <div className="ledger-filter">
        <Line view={view} overview={overview} reviewers={having('reviewer')} />
        <Badge count={foldedColumns(filter)} size="small" color="var(--fs-navy)">
          <Button ref={more} icon={<FilterOutlined aria-hidden />} aria-expanded={unfolded} aria-controls={panel} onClick={() => setUnfolded(!unfolded)}>
            {t('cases:list.more')}
          </Button>
        </Badge>
        {isNarrowed(filter) ? (
          <Button
            type="link"
            onClick={() => {
              more.current?.focus()
              ledgerView.clear()
            }}
          >
            {t('ledger:clear')}
          </Button>
        ) : null}
        <ToldColumns filter={filter} handlers={having('handler')} more={more} />
      </div>
      <div id={panel} hidden={!unfolded}>
        <MoreColumns filter={filter} handlers={having('handler')} />
      </div>
    </div>
  )
}

interface LineProps extends LedgerFilterProps {
  readonly reviewers: readonly { readonly id: PersonId; readonly name: string }[]
}

function Line({ view, overview, reviewers }: LineProps): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const { filter } = view
  const year = filter.from === null ? null : Number(filter.from.slice(0, 4))
  const years = (overview?.years ?? []).map(({ year: value, live, imported }) => ({ value, label: t('ledger:filter.yearCount', { year: String(value), count: live + imported }) }))
  const types = OPINION_TYPE_CODES.map((value) => {
    const row = catalogue?.opinionTypes.find(({ id }) => id === value)
    return { value, label: row === undefined ? value : pick(row.name) }
  })
  return (
    <>
      <Choice
        label={t('ledger:filter.year')}
        any={t('ledger:filter.anyYear')}
        value={year}
        options={years}
        onChange={(chosen) => ledgerView.change(chosen === null ? { from: null, to: null } : { from: isoDate(`${chosen}-01-01`), to: isoDate(`${chosen}-12-31`) })}
      />
      <Choice
        label={t('ledger:filter.unit')}
        any={t('ledger:filter.anyUnit')}
        value={filter.unit}
        options={(overview?.units ?? []).map((value) => ({ value, label: value }))}
        onChange={(unit) => ledgerView.change({ unit })}
      />
      <Choice
        label={t('ledger:filter.kind')}
        any={t('ledger:filter.anyKind')}
        value={filter.actionKind}
        options={ACTION_KINDS.map((value) => ({ value, label: pick(ACTION_KIND_LABELS[value]) }))}
        onChange={(actionKind) => ledgerView.change({ actionKind })}
      />
      <Choice
        label={t('ledger:filter.reviewer')}
        any={t('ledger:filter.anyReviewer')}
        value={filter.reviewerId}
        options={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(reviewerId) => ledgerView.change({ reviewerId })}
      />
      <Choice label={t('ledger:filter.type')} any={t('ledger:filter.anyType')} value={filter.opinionType} options={types} onChange={(opinionType) => ledgerView.change({ opinionType })} />
      <Choice
        label={t('ledger:filter.standing')}
        any={t('ledger:filter.anyStanding')}
        value={filter.standing}
        options={STANDINGS.map((value) => ({ value, label: t(`ledger:filter.standings.${value}`) }))}
        onChange={(standing) => ledgerView.change({ standing })}
      />
      <Choice
        label={t('ledger:filter.origin')}
        any={t('ledger:filter.anyOrigin')}
        value={filter.origin}
        options={ORIGINS.map((value) => ({ value, label: t(`ledger:filter.origins.${value}`) }))}
        onChange={(origin) => ledgerView.change({ origin })}
      />
      <TextField
        type="search"
        allowClear
        className="ledger-search"
        label={t('ledger:filter.text')}
        placeholder={t('ledger:filter.text')}
        maxLength={100}
        value={filter.text}
        onChange={(text) => ledgerView.change({ text: text.trimStart() })}
      />
      <Select
        aria-label={t('ledger:order.label')}
        value={view.descending}
        options={[
          { value: true, label: t('ledger:order.newest') },
          { value: false, label: t('ledger:order.oldest') },
        ]}
        onChange={(descending) => ledgerView.order(descending)}
      />
    </>
  )
}
