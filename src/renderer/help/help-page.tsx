/** The help: a list of pages on the left, the page on the right; the eight headings come from the catalogue. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import { useCatalogue, useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import './help.css'
import { HELP_TOPICS } from './help-topics.ts'
import { ShortcutTables } from './shortcut-list.tsx'

function Headings(): ReactNode {
  const { t, pick, language } = useLanguage()
  const catalogue = useCatalogue()
  const titles = useLawTitles()
  return (
    <>
      <p className="fs-soft">{t('help:headingsIntro')}</p>
      <ol className="fs-help-headings">
        {(catalogue?.headings ?? []).map((heading) => (
          <li key={heading.id}>
            <strong>{pick(heading.title)}</strong> {heading.verified ? null : <UnverifiedMark />}
            <div>{pick(heading.statutory)}</div>
            <div className="fs-soft">
              {heading.basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator'))}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

export function HelpPage({ topic = 'overview' }: { topic?: string }): ReactNode {
  const { t, pick } = useLanguage()
  const shown = HELP_TOPICS.find((one) => one.id === topic)
  const title = shown === undefined ? t(topic === 'keys' ? 'help:shortcuts' : 'help:headings') : pick(shown.title)
  const entries = [
    ...HELP_TOPICS.map((one) => ({ id: one.id, title: pick(one.title) })),
    { id: 'headings', title: t('help:headings') },
    { id: 'keys', title: t('help:shortcuts') },
  ]
  return (
    <Page title={t('help:title')}>
      <div className="fs-help">
        <nav aria-label={t('help:contents')}>
          {entries.map((entry) => (
            <Link
              key={entry.id}
              href={`/help/${entry.id}`}
              {...(entry.id === topic ? { 'aria-current': 'page' as const } : {})}
            >
              {entry.title}
            </Link>
          ))}
        </nav>
        <Panel title={title}>
          {shown?.paragraphs.map((paragraph) => (
            <p key={paragraph.en}>{pick(paragraph)}</p>
          ))}
          {topic === 'headings' ? <Headings /> : null}
          {topic === 'keys' ? <ShortcutTables /> : null}
        </Panel>
      </div>
    </Page>
  )
}
