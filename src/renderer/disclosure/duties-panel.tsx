/** What must be published (应当公开的事项): by when, where, on what basis. */
import type { ReactNode } from 'react'
import type { Disclosure } from '../../shared/disclosure/contract.ts'
import { ClockLight } from '../deadlines/clock-light.tsx'
import { dueWords } from '../deadlines/clock-words.ts'
import '../deadlines/deadlines.css'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { useBasisWords } from './use-basis-words.ts'

export function DutiesPanel({ disclosure }: { readonly disclosure: Disclosure }): ReactNode {
  const { t, pick } = useLanguage()
  const basisWords = useBasisWords()
  const { duties, places } = disclosure
  const placeName = (id: string): string => {
    const place = places.find((one) => one.id === id)
    return place === undefined ? id : pick(place.name)
  }
  return (
    <Panel title={t('disclosure:duties')} flush>
      <DataTable
        label={t('disclosure:duties')}
        rows={duties}
        rowKey={({ rule }) => rule.id}
        columns={[
          {
            key: 'duty',
            title: t('disclosure:duty'),
            render: ({ rule }) => (
              <>
                {pick(rule.name)} {rule.verified ? null : <UnverifiedMark />}
                <div className="fs-soft">{pick(rule.content)}</div>
              </>
            ),
          },
          { key: 'light', title: t('disclosure:light'), narrow: true, render: ({ clock }) => <ClockLight clock={clock} /> },
          { key: 'due', title: t('disclosure:due'), narrow: true, render: ({ clock }) => <span className="fs-figures">{dueWords(clock) ?? '—'}</span> },
          { key: 'where', title: t('disclosure:where'), render: ({ rule }) => rule.places.map(placeName).join(t('ui:listSeparator')) },
          {
            key: 'basis',
            title: t('disclosure:basis'),
            render: ({ rule }) => (
              <>
                {basisWords(rule.basis)}
                {rule.note === null ? null : <div className="fs-soft">{pick(rule.note)}</div>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
