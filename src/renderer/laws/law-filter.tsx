/** What narrows the lists of the library: words, kind, standing. */
import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { LAW_STANDINGS, type LawStanding } from '../../shared/laws/contract.ts'
import { LAW_KINDS, type LawKind } from '../../shared/laws/law-lookup.ts'
import { useLanguage } from '../language/language.ts'
import type { WordKey } from '../language/features.ts'
import { TextField } from '../ui/text-field.tsx'

export interface LawFilter {
  readonly text: string
  readonly kind: LawKind | null
  readonly standing: LawStanding | null
  readonly odd: boolean
}

export const NO_LAW_FILTER: LawFilter = { text: '', kind: null, standing: null, odd: false }

interface LawFilterBarProps {
  readonly filter: LawFilter
  readonly label: WordKey
  /** A search knows only these two. */
  readonly standings?: readonly LawStanding[] | undefined
  readonly withOdd?: boolean | undefined
  readonly onChange: (filter: LawFilter) => void
}

export function LawFilterBar({ filter, label, standings = LAW_STANDINGS, withOdd = false, onChange }: LawFilterBarProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-filter">
      <div className="laws-filter-text">
        <TextField
          label={t(label)}
          placeholder={t(label)}
          allowClear
          maxLength={200}
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
        />
      </div>
      <Select<LawKind | ''>
        className="fs-filter-kind"
        aria-label={t('laws:kindFilter')}
        value={filter.kind ?? ''}
        options={[{ value: '', label: t('laws:allKinds') }, ...LAW_KINDS.map((kind) => ({ value: kind, label: t(`laws:kind.${kind}`) }))]}
        onChange={(kind: LawKind | '') => onChange({ ...filter, kind: kind === '' ? null : kind })}
      />
      <Select<LawStanding | ''>
        className="fs-filter-kind"
        aria-label={t('laws:standingFilter')}
        value={filter.standing !== null && standings.includes(filter.standing) ? filter.standing : ''}
        options={[{ value: '', label: t('laws:allStandings') }, ...standings.map((standing) => ({ value: standing, label: t(`laws:standing.${standing}`) }))]}
        onChange={(standing: LawStanding | '') => onChange({ ...filter, standing: standing === '' ? null : standing })}
      />
      {withOdd && (
        <Checkbox checked={filter.odd} onChange={(event) => onChange({ ...filter, odd: event.target.checked })}>
          {t('laws:onlyOdd')}
        </Checkbox>
      )}
    </div>
  )
}
