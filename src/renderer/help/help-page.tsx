/** The help: search and contents on the left, the page on the right; the eight headings come from the catalogue. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { HeadingsExplained } from './headings-explained.tsx'
import { HELP_TOPICS } from './help-topics.ts'
import './help.css'
import { findTopics, snippetOf } from './search-help.ts'
import { ShortcutGroups, ShortcutTables } from './shortcut-list.tsx'
import { cameFrom } from './open-help.ts'
import { startTour } from './tour-state.ts'
import type { HelpTopic } from './topic.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly snippet: string | null
}

function Contents({ entries, topic }: { entries: readonly Entry[]; topic: string }): ReactNode {
  const { t } = useLanguage()
  return (
    <nav aria-label={t('help:contents')}>
      {entries.map((entry) => (
        <Link key={entry.id} href={`/help/${entry.id}`} {...(entry.id === topic ? { 'aria-current': 'page' as const } : {})}>
          {entry.title}
          {entry.snippet === null ? null : <span className="fs-soft">{entry.snippet}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** Names of buttons stand out from the text around them. */
function WithNames({ text }: { text: string }): ReactNode {
  return text.split(/(「[^」]+」|“[^”]+”)/u).map((part, index) =>
    index % 2 === 0 ? part : (
      <b key={index} className="fs-help-name">
        {part}
      </b>
    ),
  )
}

function Topic({ topic }: { topic: HelpTopic }): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <>
      {topic.paragraphs.map((paragraph) => (
        <p key={paragraph.en}>
          <WithNames text={pick(paragraph)} />
        </p>
      ))}
      {topic.keys === undefined ? null : (
        <>
          <h3 className="fs-help-keys">{t('help:aboutScreen')}</h3>
          <ShortcutGroups titles={topic.keys} />
        </>
      )}
    </>
  )
}

export function HelpPage({ topic = 'overview' }: { topic?: string }): ReactNode {
  const { t, pick, language } = useLanguage()
  const [typed, setTyped] = useState('')
  const shown = HELP_TOPICS.find((one) => one.id === topic)
  const title = shown === undefined ? t(topic === 'keys' ? 'help:shortcuts' : 'help:headings') : pick(shown.title)
  const searching = typed.trim() !== ''
  const found = findTopics(HELP_TOPICS, typed).map((one) => ({ id: one.id, title: pick(one.title), snippet: snippetOf(one, typed, language) }))
  const fixed = [
    { id: 'headings', title: t('help:headings'), snippet: null },
    { id: 'keys', title: t('help:shortcuts'), snippet: null },
  ].filter((one) => !searching || one.title.toLowerCase().includes(typed.trim().toLowerCase()))
  const entries = [...found, ...fixed]
  const extra = (
    <>
      <Button onClick={startTour}>{t('help:firstRun.again')}</Button>
      <Button onClick={() => window.print()}>{t('help:print')}</Button>
    </>
  )
  return (
    <Page title={t('help:title')} extra={extra} backTo={cameFrom()}>
      <div className="fs-help">
        <div className="fs-help-side">
          <TextField type="search" label={t('help:search')} placeholder={t('help:search')} maxLength={60} allowClear value={typed} onChange={setTyped} />
          <div role="status" className="fs-soft">
            {searching && entries.length > 0 ? t('help:found', { count: entries.length }) : null}
          </div>
          {entries.length === 0 ? <Empty title={t('help:nothingFound', { words: typed.trim() })} hint={t('help:nothingFoundHint')} /> : <Contents entries={entries} topic={topic} />}
        </div>
        <Panel title={title}>
          {shown === undefined ? null : <Topic topic={shown} />}
          {topic === 'keys' ? <ShortcutTables /> : null}
          {shown === undefined && topic !== 'keys' ? <HeadingsExplained /> : null}
        </Panel>
      </div>
    </Page>
  )
}
