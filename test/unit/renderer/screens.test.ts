import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { isIn, placesFor } from '../../../src/renderer/app/navigation.ts'
import { actLabel, subjectLabel } from '../../../src/renderer/audit/act-labels.ts'
import { hasWords } from '../../../src/renderer/catalogue/catalogue-search.ts'
import { credentialState } from '../../../src/renderer/people/credential-state.ts'
import { wrongPersonFields, EMPTY_PERSON } from '../../../src/renderer/people/person-draft.ts'
import { strengthOf, suggestPassphrase } from '../../../src/renderer/station/passphrase.ts'
import {
  EMPTY_STATION,
  fieldsOf,
  sampleNumber,
  wrongStationFields,
} from '../../../src/renderer/station/station-draft.ts'
import { isTouchedBy } from '../../../src/renderer/transport/changed-queries.ts'
import { GATHERED_FOR, gatherEvents } from '../../../src/renderer/transport/gathered-events.ts'
import { daysShown, shiftMonth } from '../../../src/renderer/ui/month-grid.tsx'
import { formatDay, formatSize, formatYuan, shortHash } from '../../../src/renderer/ui/formats.ts'
import { matchesChord, parseChord } from '../../../src/renderer/ui/shortcut.ts'
import { CASE_TRANSITIONS } from '../../../src/shared/cases/state-machine-transitions.ts'
import { PASSPHRASE_MINIMUM, stationFieldsSchema } from '../../../src/shared/station/contract.ts'

describe('the navigation', () => {
  test('leads only where the person’s roles have business', () => {
    const ids = (...roles: Parameters<typeof placesFor>[0]) => placesFor(roles).map((place) => place.id)
    expect(ids('handler')).not.toContain('audit')
    expect(ids('handler')).not.toContain('certificates')
    expect(ids('reviewer')).toEqual(expect.arrayContaining(['audit', 'certificates']))
    expect(ids('supervisor')).toContain('audit')
  })

  test('marks the place of a page within it', () => {
    const [home, cases] = placesFor(['head'])
    expect(home !== undefined && isIn(home, '/')).toBe(true)
    expect(home !== undefined && isIn(home, '/cases')).toBe(false)
    expect(cases !== undefined && isIn(cases, '/cases/0190')).toBe(true)
  })
})

describe('an event of the core', () => {
  test('makes stale what it touches and leaves the rest', () => {
    const event = { kind: 'changed', subject: 'answers', id: 'x' } as const
    expect(isTouchedBy(['checklist.get', { caseId: 'x', round: null }], event)).toBe(true)
    expect(isTouchedBy(['opinion.get', { caseId: 'x' }], event)).toBe(true)
    expect(isTouchedBy(['people.list', {}], event)).toBe(false)
    expect(isTouchedBy(['cases.list', {}], { kind: 'changed', subject: 'cases' })).toBe(true)
    expect(isTouchedBy(['drafts.load', { key: 'register' }], event)).toBe(false)
  })

  test('of one case leaves what is shown of another', () => {
    const read = { kind: 'changed', subject: 'reading', id: 'x' } as const
    expect(isTouchedBy(['prereview.findings', { caseId: 'x', round: null }], read)).toBe(true)
    expect(isTouchedBy(['prereview.findings', { caseId: 'y', round: null }], read)).toBe(false)
    expect(isTouchedBy(['intake.stagedReading', { files: [] }], read)).toBe(true)
    expect(isTouchedBy(['prereview.findings', { caseId: 'y', round: null }], { kind: 'changed', subject: 'reading' })).toBe(true)
  })

  test('that comes by the dozen waits for the others like it, and is never lost', () => {
    vi.useFakeTimers()
    const passed: number[] = []
    const gathered = gatherEvents((events) => void passed.push(events.length))
    for (let paper = 0; paper < 40; paper += 1) gathered.take({ kind: 'changed', subject: 'reading', id: 'x' })
    gathered.take({ kind: 'changed', subject: 'reading', id: 'y' })
    for (let answer = 0; answer < 5; answer += 1) {
      gathered.take({ kind: 'changed', subject: 'answers', id: 'x' })
      gathered.take({ kind: 'changed', subject: 'audit' })
    }
    gathered.take({ kind: 'changed', subject: 'opinion', id: 'x' })
    expect(passed).toEqual([1])
    vi.advanceTimersByTime(GATHERED_FOR)
    // the readings of two cases, the answers of one, and the chain
    expect(passed).toEqual([1, 4])
    vi.useRealTimers()
  })
})

describe('the audit chain', () => {
  test('calls every act that the core writes by a name', () => {
    const folder = join(import.meta.dirname, '../../../src/main')
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const literal = sources.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/act: '([a-z]+\.[A-Za-z]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    )
    const acts = [...new Set([...literal, ...CASE_TRANSITIONS.map((transition) => transition.audit)])]
    expect(literal.length).toBeGreaterThan(10)
    const bare = new Set(['案件', '人员', '工作站', '意见书', '材料', '其他操作'])
    expect(acts.filter((act) => bare.has(actLabel(act)['zh-CN']))).toEqual([])
  })

  test('links an entry to its case', () => {
    expect(subjectLabel('case/0190')).toMatchObject({ path: '/cases/0190', id: '0190' })
    expect(subjectLabel('station').path).toBeNull()
  })
})

describe('a credential', () => {
  test.each([
    [{ validFrom: null, validUntil: null }, { kind: 'valid' }],
    [
      { validFrom: null, validUntil: '2026-05-14' },
      { kind: 'ending', days: 0 },
    ],
    [{ validFrom: null, validUntil: '2026-05-13' }, { kind: 'expired' }],
    [
      { validFrom: null, validUntil: '2026-07-13' },
      { kind: 'ending', days: 60 },
    ],
    [{ validFrom: null, validUntil: '2026-07-14' }, { kind: 'valid' }],
    [{ validFrom: '2026-05-15', validUntil: null }, { kind: 'notYetValid' }],
  ])('%j on 2026-05-14 is %j', (credential, state) => expect(credentialState(credential, '2026-05-14')).toEqual(state))

  test('that ends before it begins is told', () => {
    const credentials = [
      { kind: 'enforcementCertificate', number: '1', validFrom: '2026-05-02', validUntil: '2026-05-01' },
    ] as const
    expect(wrongPersonFields({ ...EMPTY_PERSON, name: '甲', login: 'jia', roles: ['reviewer'], credentials })).toEqual(
      new Set(['credentials.0.validUntil']),
    )
  })
})

describe('setting up a station', () => {
  test('asks for what is missing and lets a whole form through', () => {
    expect(wrongStationFields(EMPTY_STATION)).toEqual(new Set(['agency', 'reviewBody', 'region', 'numberPrefix']))
    const whole = {
      ...EMPTY_STATION,
      agency: '沅环市生态环境局',
      reviewBody: '法制股',
      region: '某省沅环市',
      numberPrefix: '沅环',
    }
    expect(wrongStationFields(whole).size).toBe(0)
    expect(stationFieldsSchema.parse(fieldsOf(whole)).divisionCode).toBeNull()
    expect(wrongStationFields({ ...whole, divisionCode: '4301' })).toEqual(new Set(['divisionCode']))
  })

  test('shows how a number will look while the prefix is typed', () => {
    expect(sampleNumber({ numberPrefix: '沅环' }, 2026)).toBe('沅环法审〔2026〕1号')
    expect(sampleNumber({ numberPrefix: '沅 环！' }, 2026)).toBe('…法审〔2026〕1号')
  })

  test('suggests passphrases that are long enough, strong, and never the same', () => {
    let byte = 0
    const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => (byte += 37) % 256)
    const one = suggestPassphrase(bytes)
    expect(one).toMatch(/^[a-z]+(-[a-z]+){4}$/)
    expect([...one].length).toBeGreaterThanOrEqual(PASSPHRASE_MINIMUM)
    expect(strengthOf(one)).toBe('strong')
    expect(suggestPassphrase(bytes)).not.toBe(one)
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe('weak')
    expect(strengthOf('沅环市法制审核股')).toBe('fair')
  })
})

describe('what is written', () => {
  test('in the manner of each language', () => {
    expect(formatDay('2026-05-08', 'zh-CN')).toBe('2026年5月8日')
    expect(formatDay('2026-05-08', 'en')).toBe('8 May 2026')
    expect(formatYuan(320_000, 'zh-CN')).toBe('320,000 元')
    expect(formatYuan(0.5, 'en')).toBe('CNY 0.50')
    expect(formatSize(0)).toBe('0 B')
    expect(formatSize(1536)).toBe('1.5 KB')
    expect(shortHash('8f3a'.repeat(16))).toBe('8f3a…8f3a')
  })

  test('a month begins on a Monday and holds all of its days', () => {
    const days = daysShown('2026-02')
    expect(days).toHaveLength(42)
    expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1)
    expect(days).toEqual(expect.arrayContaining(['2026-02-01', '2026-02-28']))
    expect(shiftMonth('2026-12', 1)).toBe('2027-01')
    expect(shiftMonth('2026-01', -12)).toBe('2025-01')
  })

  test('the catalogue is found by every word typed, in either language', () => {
    const texts = ['3.8', { 'zh-CN': '告知是否送达', en: 'Was the notice served?' }]
    expect(hasWords('告知', texts)).toBe(true)
    expect(hasWords('NOTICE 3.8', texts)).toBe(true)
    expect(hasWords('告知 听证', texts)).toBe(false)
    expect(hasWords('  ', texts)).toBe(true)
  })
})

describe('a key', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  })

  test('is the command only with exactly the keys held that belong to it', () => {
    expect(matchesChord(key('k', { ctrlKey: true }), parseChord('mod+k'))).toBe(true)
    expect(matchesChord(key('k', { metaKey: true }), parseChord('mod+k'))).toBe(true)
    expect(matchesChord(key('k'), parseChord('mod+k'))).toBe(false)
    expect(matchesChord(key('j', { ctrlKey: true }), parseChord('j'))).toBe(false)
    expect(matchesChord(key('J', { shiftKey: true }), parseChord('j'))).toBe(false)
    expect(matchesChord(key('J', { shiftKey: true }), parseChord('shift+j'))).toBe(true)
  })

  test('that is a sign counts however the keyboard makes it', () => {
    expect(matchesChord(key('?', { shiftKey: true }), parseChord('?'))).toBe(true)
    expect(matchesChord(key('?'), parseChord('?'))).toBe(true)
    expect(matchesChord(key('1', { altKey: true }), parseChord('alt+1'))).toBe(true)
  })
})
