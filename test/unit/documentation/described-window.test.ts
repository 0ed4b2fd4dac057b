/** What the documents say of the window and of the sample stands there: buttons by their names, people, passwords. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FEATURE_WORDS } from '../../../src/renderer/language/features.ts'
import { CASE_ACTION_LABELS } from '../../../src/shared/cases/state-machine-terms.ts'
import { TRANSFER_ACTION_LABELS } from '../../../src/shared/cases/state-machine-transfer.ts'
import { ACTION_KIND_LABELS, ROLE_LABELS } from '../../../src/shared/catalogue/vocabulary-labels.ts'
import { sampleCaseFileSchema } from '../../../src/main/samples/sample-case.ts'
import { SAMPLE_SECRETS } from '../../../src/main/samples/sample-line.ts'
import { VERDICT_LABELS } from '../../../src/shared/verification/labels.ts'
import { page, PAGES, prose, ROOT } from './pages.ts'

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const shown = new Set(textsIn([FEATURE_WORDS, CASE_ACTION_LABELS, TRANSFER_ACTION_LABELS, ACTION_KIND_LABELS, VERDICT_LABELS]))

it.each(PAGES.map((one) => [one.path, one] as const))('%s: every name in 「」 is a text of the window', (_path, of) => {
  const named = [...prose(of).matchAll(/「([^」\n]+)」/g)].map(([, name]) => name ?? '')
  expect(named.filter((name) => !shown.has(name))).toEqual([])
})

describe('the README on the sample', () => {
  const readme = page('README.md').text
  const folder = join(ROOT, 'resources/samples/penalty-no-permit')
  const sample = sampleCaseFileSchema.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')))

  it('gives the passwords of the demonstration station', () => {
    for (const secret of Object.values(SAMPLE_SECRETS)) expect(readme).toContain(`\`${secret}\``)
  })

  it('gives people their own login and role', () => {
    const rows = [...readme.matchAll(/^\| (\S+) \| `(\w+)` \| [^|]*（?\((.+)\) \|$/gm)].map(([, name, login, role]) => ({ name, login, role }))
    expect(rows).toHaveLength(4)
    const people = [...sample.people, { ...sample.administrator, roles: ['admin' as const] }]
    for (const { name, login, role } of rows) {
      const person = people.find((one) => one.login === login)
      expect(person?.name).toBe(name)
      expect(person?.roles.map((one) => ROLE_LABELS[one]['zh-CN'])).toContain(role)
    }
  })

  it('counts its people, papers and defects', () => {
    const { defects } = JSON.parse(readFileSync(join(folder, 'defects.json'), 'utf8')) as { defects: unknown[] }
    expect([sample.people.length, sample.materials.length, defects.length]).toEqual([9, 34, 8])
    expect(readme).toContain('nine people')
    expect(readme).toContain('34 papers with eight\nplanted defects')
  })
})
