/** The help speaks of every screen, by the names that the window has, and is found by words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressIn, addressOf } from '../../../src/renderer/app/screen-address.ts'
import { placesFor } from '../../../src/renderer/app/navigation.ts'
import { HEADINGS_IN_PLAIN_WORDS } from '../../../src/renderer/help/headings-explained.tsx'
import { HELP_TOPICS } from '../../../src/renderer/help/help-topics.ts'
import { topicOf } from '../../../src/renderer/help/screen-topic.ts'
import { findTopics, snippetOf } from '../../../src/renderer/help/search-help.ts'
import { SHORTCUTS } from '../../../src/renderer/help/shortcuts.ts'
import { FIRST_STEPS } from '../../../src/renderer/help/steps-by-role.ts'
import { FEATURE_WORDS } from '../../../src/renderer/language/features.ts'
import { documentCommand } from '../../../src/renderer/materials/viewer/document-keys.ts'
import { CASE_TABS } from '../../../src/renderer/workspace/case-tab.ts'
import { CASE_ACTION_LABELS } from '../../../src/shared/cases/state-machine-terms.ts'
import { TRANSFER_ACTION_LABELS } from '../../../src/shared/cases/state-machine-transfer.ts'
import { ROLES } from '../../../src/shared/people/roles.ts'
import { LANGUAGES } from '../../../src/shared/values/languages.ts'
import * as LABELS from '../../../src/shared/catalogue/vocabulary-labels.ts'

const ROOT = join(import.meta.dirname, '../../..')
const ids = new Set(HELP_TOPICS.map(({ id }) => id))
const CASE = '/cases/0190a1b2-0000-7000-8000-000000000001'

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('every screen', () => {
  const source = readFileSync(join(ROOT, 'src/renderer/app/screens.tsx'), 'utf8')
  const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '')

  it('is among the routes that are looked at', () => {
    expect(routes.length).toBeGreaterThan(15)
    for (const place of placesFor(ROLES)) expect(routes).toContain(place.path)
  })

  it.each(routes.filter((path) => !path.startsWith('/help')).map((path) => [path]))('%s has a page of the help of its own', (path) => {
    const topic = topicOf(path.replace(':id', CASE.slice(7)).replace('/:tab/:question?', '/review/3.8').replaceAll(/:\w+/g, 'x'))
    expect(ids).toContain(topic)
    expect(topic).not.toBe('overview')
  })

  it.each(CASE_TABS.map((tab) => [tab]))('the tab %s of a case, too', (tab) => {
    expect(ids).toContain(topicOf(CASE, tab))
  })

  it('leads to different pages where the screens differ', () => {
    const topics = [...placesFor(ROLES).map(({ path }) => topicOf(path)), ...CASE_TABS.map((tab) => topicOf(CASE, tab))]
    expect(new Set(topics).size).toBe(topics.length)
  })
})

describe('what the help says', () => {
  it('is there for each role’s beginning', () => {
    expect(new Set(FIRST_STEPS.map(({ role }) => role))).toEqual(new Set(ROLES))
  })

  const texts = [...HELP_TOPICS.flatMap(({ id, paragraphs }) => paragraphs.map((text) => ({ id, text }))), ...FIRST_STEPS.map(({ role, text }) => ({ id: role, text }))]
  for (const text of Object.values(HEADINGS_IN_PLAIN_WORDS)) texts.push({ id: 'headings', text })

  it.each(LANGUAGES.map((language) => [language]))('names buttons and places as the window does, in %s', (language) => {
    const shown = new Set(textsIn([...Object.values(FEATURE_WORDS).map((words) => words[language]), TRANSFER_ACTION_LABELS, LABELS, CASE_ACTION_LABELS]))
    const mark = language === 'en' ? /“([^”]+)”/g : /「([^」]+)」/g
    const named = texts.flatMap(({ id, text }) => [...text[language].matchAll(mark)].map(([, name]) => ({ id, name: name ?? '' })))
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(({ name }) => !shown.has(name))).toEqual([])
  })

  it('explains the eight headings of the catalogue', () => {
    const headings = JSON.parse(readFileSync(join(ROOT, 'resources/catalogue/headings.json'), 'utf8')) as { id: string }[] | { rows: { id: string }[] }
    const rows = Array.isArray(headings) ? headings : headings.rows
    expect(Object.keys(HEADINGS_IN_PLAIN_WORDS).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  })

  it('lists keys that do something in the evidence pane', () => {
    const group = SHORTCUTS.find(({ title }) => title === 'help:inEvidence')
    const named: Readonly<Record<string, string>> = { '←': 'ArrowLeft', '→': 'ArrowRight', Esc: 'Escape' }
    for (const chord of group?.keys.flatMap(({ keys }) => keys) ?? []) {
      const parts = chord === '+' ? ['+'] : chord.split('+')
      const last = parts.at(-1) ?? ''
      const pressed = { key: named[last] ?? (last.length === 1 ? last.toLowerCase() : last), ctrlKey: parts.includes('Ctrl'), metaKey: false, altKey: false, shiftKey: parts.includes('Shift') }
      expect(documentCommand(pressed, false), chord).not.toBeNull()
    }
  })
})

describe('searching the help', () => {
  it('finds by every word in either language, titles first', () => {
    expect(findTopics(HELP_TOPICS, '时间轴')[0]?.id).toBe('timeline')
    expect(findTopics(HELP_TOPICS, 'TIMELINE')[0]?.id).toBe('timeline')
    expect(findTopics(HELP_TOPICS, '基准 导入').map(({ id }) => id)).toContain('benchmarks')
    expect(findTopics(HELP_TOPICS, '没有这样的词')).toEqual([])
    expect(findTopics(HELP_TOPICS, '  ')).toHaveLength(HELP_TOPICS.length)
  })

  it('shows the words around what it found', () => {
    const topic = HELP_TOPICS.find(({ id }) => id === 'laws')
    expect(topic && snippetOf(topic, '条款项', 'zh-CN')).toContain('条款项')
    expect(topic && snippetOf(topic, '', 'en')).toBeNull()
  })
})

describe('the address of a screen', () => {
  it('names tab and question of a case, and nothing where there is none', () => {
    expect(addressOf(CASE, { tab: 'review', question: '3.8' })).toBe(`#${CASE}/review/3.8`)
    expect(addressOf(CASE, { tab: 'timeline', question: '3.8' })).toBe(`#${CASE}/timeline`)
    expect(addressOf(CASE, {})).toBe(`#${CASE}`)
    expect(addressOf('/laws', { tab: 'review' })).toBe('#/laws')
  })

  it('is read from what was pasted, and words are not taken for one', () => {
    expect(addressIn(` #${CASE}/review/3.8 `)).toBe(`${CASE}/review/3.8`)
    expect(addressIn(`http://127.0.0.1:4000/#${CASE}`)).toBe(CASE)
    expect(addressIn('排污许可')).toBeUndefined()
    expect(addressIn('# 排污')).toBeUndefined()
    expect(addressIn('#/cases/../<script>')).toBeUndefined()
  })
})
