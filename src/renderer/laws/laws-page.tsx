/** The law library (法规库): its laws, search over their articles, the built-in register, and importing. */
import { Button, Tabs } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { ImportedFiles } from './imported-files.tsx'
import { ImportPanel, ImportProgress } from './import-panel.tsx'
import { LawFilterBar, NO_LAW_FILTER, type LawFilter } from './law-filter.tsx'
import { LawList } from './law-list.tsx'
import { LawRegister } from './law-register.tsx'
import { LawSearch } from './law-search.tsx'
import './laws.css'

const PARTS = ['list', 'search', 'register', 'files'] as const
type Part = (typeof PARTS)[number]

interface View {
  readonly part: Part
  /** Each part is narrowed by itself: words for the text are no title. */
  readonly filters: Readonly<Record<Part, LawFilter>>
}

/** What was looked for last, so that the way back from a law leads there; kept for as long as the window is open. */
let lastView: View = { part: 'list', filters: { list: NO_LAW_FILTER, search: NO_LAW_FILTER, register: NO_LAW_FILTER, files: NO_LAW_FILTER } }

const LABELS = { list: 'laws:find', search: 'laws:searchText', register: 'laws:inRegister' } as const

export function LawsPage(): ReactNode {
  const { t } = useLanguage()
  const [view, setView] = useState(lastView)
  const [importing, setImporting] = useState(false)
  const mayImport = useMayCall('laws.import')
  const all = useRead('laws.list', { text: '', kind: null, standing: null, odd: false, after: null, size: 1 })
  const imported = useRead('laws.importState', {}, { staleTime: 0 })
  const running = imported.data !== undefined && imported.data !== null && imported.data.finishedAt === null
  const change = (next: Partial<View>): void => {
    lastView = { ...view, ...next }
    setView(lastView)
  }
  const { part, filters } = view
  const filter = filters[part]
  const nothingYet = all.data?.total === 0
  const extra = mayImport ? (
    <Button type={nothingYet ? 'default' : 'primary'} onClick={() => setImporting(true)}>
      {t('laws:import.open')}
    </Button>
  ) : undefined
  return (
    <Page title={t('laws:title')} subtitle={all.data === undefined ? undefined : t('laws:subtitle', { count: all.data.total })} extra={importing ? undefined : extra}>
      {importing && <ImportPanel onClose={() => setImporting(false)} onReport={() => change({ part: 'files' })} />}
      {!importing && running && imported.data !== null && <ImportProgress state={imported.data} mayStop={mayImport} onReport={() => change({ part: 'files' })} />}
      <Tabs
        className="fs-catalogue-tabs"
        activeKey={part}
        onChange={(key) => change({ part: PARTS.find((one) => one === key) ?? 'list' })}
        items={PARTS.map((one) => ({ key: one, label: t(`laws:part.${one}`) }))}
      />
      {part !== 'files' && (part === 'register' || !nothingYet) && (
        <LawFilterBar
          filter={filter}
          label={LABELS[part]}
          standings={part === 'search' ? ['inForce', 'ended'] : undefined}
          withOdd={part === 'list'}
          onChange={(next) => change({ filters: { ...filters, [part]: next } })}
        />
      )}
      {(part === 'list' || part === 'search') && nothingYet ? (
        <NothingYet mayImport={mayImport} onImport={() => setImporting(true)} onRegister={() => change({ part: 'register' })} />
      ) : (
        <>
          {part === 'list' && <LawList filter={filter} />}
          {part === 'search' && <LawSearch filter={filter} />}
        </>
      )}
      {part === 'register' && <LawRegister filter={filter} />}
      {part === 'files' && <ImportedFiles />}
    </Page>
  )
}

interface NothingYetProps {
  readonly mayImport: boolean
  readonly onImport: () => void
  readonly onRegister: () => void
}

function NothingYet({ mayImport, onImport, onRegister }: NothingYetProps): ReactNode {
  const { t } = useLanguage()
  const action = (
    <span className="fs-row laws-empty-acts">
      {mayImport && (
        <Button type="primary" onClick={onImport}>
          {t('laws:import.open')}
        </Button>
      )}
      <Button onClick={onRegister}>{t('laws:empty.register')}</Button>
    </span>
  )
  return <Empty title={t('laws:empty.title')} hint={<span className="laws-empty-hint">{t(mayImport ? 'laws:empty.hint' : 'laws:empty.hintOthers')}</span>} action={action} />
}
