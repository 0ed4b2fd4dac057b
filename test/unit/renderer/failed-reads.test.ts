/**
 * Whatever a screen asks for can fail. Then it says so and offers to ask again, unless what was asked for only adorns the
 * screen: those are named here, with where the failure is told.
 */
import { expect, test } from 'vitest'
import { lineOf, nodesOf, windowSources, type SyntaxNode } from './tsx-sources.ts'

const ADORNMENTS: Readonly<Record<string, string>> = {
  'annual-report/annual-reminder.tsx annualReport.reminder': 'a reminder; the page of the annual report tells it',
  'assignment/review-strength-reminder.tsx people.list': 'a reminder; the people page tells it',
  'assignment/review-strength-reminder.tsx assignment.settings': 'a reminder; the people page tells it',
  'app/foot.tsx audit.head': 'the line in the foot; the audit page tells it',
  'app/gate.tsx station.status': 'the gate itself tells it, without the component library',
  'app/gate.tsx session.current': 'the gate itself tells it, without the component library',
  'backup/backup-due.tsx backup.status': 'a reminder; the backup panel tells it',
  'cases/case-pages.ts cases.total': 'the exact count of a long list; the list itself tells it',
  'cases/edit-case.tsx people.list': 'suggestions of names, which can be typed',
  'cases/form/handlers-section.tsx people.list': 'suggestions of names, which can be typed',
  'cases/more-conditions.tsx cases.choices': 'suggestions; the list below tells what fails',
  'cases/told-filter.tsx cases.choices': 'names of what is chosen there; the list below tells what fails',
  'cases/register-case.tsx people.list': 'suggestions of names, which can be typed',
  'catalogue/use-catalogue.ts catalogue.get': 'names of rows beside their ids; the catalogue page tells it',
  'laws/law-search.tsx laws.search (total)': 'a count beside the hits, which tell it',
  'laws/laws-page.tsx laws.list': 'a count beside the title; the list below tells it',
  'laws/laws-page.tsx laws.importState': 'whether an import runs; its panel tells it',
  'materials/viewer/scan-words.ts intake.scanPages': 'marks on a scan; that words cannot be marked is told where somebody is led to them',
  'materials/viewer/scan-words.ts intake.wordPlaces': 'marks on a scan; that words cannot be marked is told where somebody is led to them',
  'open-cases/open-cases-strip.tsx cases.rows': 'titles of tabs; the case itself tells it',
  'people/expiring-credentials.tsx people.list': 'a warning; the people page and the care of the station tell it',
  'phrases/phrase-picker.tsx phrases.list': 'offers while typing; the shelves tell it',
  'preferences/preferences.ts preferences.get': 'what a person arranged; without it everything stands as usual',
  'prereview/seen-notice.tsx prereview.rules': 'names of rules; the page of rules tells it',
  'reminders/reminders.tsx home.summary': 'notices; the home page tells it',
  'session/sign-in.tsx session.people': 'a list to choose from; the name can be typed',
  'timeline/timeline-strip.tsx timeline.get': 'the strip; the tab of the timeline tells it',
  'deadlines/board-link.tsx deadlines.board': 'counts beside a link; the board tells it',
  'reminders/reminders.tsx deadlines.mine': 'notices; the tab of the clocks and the board tell it',
  'station/calendar-panel.tsx deadlines.notices': 'which notices were entered; the calendar itself tells it',
  'ledger/ledger-filter.tsx people.list': 'a list to narrow by; the people page tells it',
  'statistics/statistics-page.tsx statistics.units': 'a list to narrow by; the figures below tell it',
  'statistics/statistics-page.tsx people.list': 'a list to narrow by; the figures below tell it',
  'statistics/statistics-page.tsx prereview.rules': 'names of rules beside their ids; the page of rules tells it',
  'transfer/crime-leads.ts checklist.get': 'what is offered beside a form; the review tells it',
  'transfer/crime-leads.ts prereview.findings': 'what is offered beside a form; the findings tell it',
  'transfer/transfer-banner.tsx transfer.state': 'the banner; the tab of the transfer tells it',
  'transfer/transfers-page.tsx session.current': 'who is signed in; the frame tells it',
  'workspace/case-workspace.tsx opinion.get': 'a mark on a tab; the tab itself tells it',
}

interface Read {
  readonly place: string
  readonly method: string
  /** The variable that holds the whole answer; null where only a part of it is taken. */
  readonly variable: string | null
}

function readsOf(name: string, text: string): Read[] {
  const calls = new Map<number, string>()
  const variables = new Map<number, string>()
  for (const node of nodesOf(name, text)) {
    const callee = node['callee'] as { name?: string } | undefined
    if (node.type === 'CallExpression' && callee?.name === 'useRead') {
      const [first] = node['arguments'] as { value?: unknown }[]
      calls.set(node.start, String(first?.value ?? ''))
    }
    if (node.type !== 'VariableDeclarator') continue
    const init = node['init'] as SyntaxNode | null
    const id = node['id'] as { type: string; name?: string }
    if (init?.type === 'CallExpression' && id.type === 'Identifier') variables.set(init.start, id.name ?? '')
  }
  return [...calls].map(([start, method]) => ({ place: `${name}:${lineOf(text, { type: '', start })}`, method, variable: variables.get(start) ?? null }))
}

/** Reads whose failure nobody is told of, or cannot ask again after. */
function untold(name: string, text: string): { place: string; method: string }[] {
  return readsOf(name, text).filter(({ variable }) => {
    if (variable === null) return true
    const told = new RegExp(`\\b${variable}\\.error\\b`).test(text)
    const again = new RegExp(`\\b${variable}\\.refetch\\b|\\brefetch\\b[^}]*\\} = ${variable}\\b`).test(text)
    // handed on whole to who tells it
    const handed = new RegExp(`=\\{${variable}\\}|\\breturn ${variable}\\b|[(,{] ?${variable}[,)} ]`).test(text) && !told
    return !(told && again) && !handed
  })
}

test('every failed read is told with a way to ask again, or only adorns the screen', () => {
  const found = windowSources()
    .filter(({ name, text }) => name !== 'transport/calls.ts' && text.includes('useRead('))
    .flatMap(({ name, text }) => untold(name, text).map(({ method }) => `${name} ${method}`))
  const named = new Set(Object.keys(ADORNMENTS).map((one) => one.replace(/ \(.*\)$/, '')))
  expect(found.filter((one) => !named.has(one))).toEqual([])
})

test('a read that is not told is seen', () => {
  const seen = (text: string): number => untold('cases/example.tsx', text).length
  expect(seen(`const a = useRead('x.y', {}); const b = a.data`)).toBe(1)
  expect(seen(`const a = useRead('x.y', {}).data`)).toBe(1)
  expect(seen(`const a = useRead('x.y', {}); const b = <ErrorNotice error={a.error} />`)).toBe(1)
  expect(seen(`const a = useRead('x.y', {}); const b = <ErrorNotice error={a.error} onRetry={() => void a.refetch()} />`)).toBe(0)
})
