/** Invented case files, clean and with one planted defect each: what the rules find of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { prereviewFolder } from '../../../src/main/cli/prereview-folder.ts'
import { RULES } from '../../../src/shared/prereview/rules.ts'
import { filesOf } from '../../generator/files.ts'
import { measureRules, type Measure } from '../../generator/measure.ts'
import { cleanCase, planted } from '../../generator/planting.ts'
import type { FileKind } from '../../generator/world.ts'
import { WORLDS } from '../../generator/worlds.ts'
import { PLANTS, UNPLANTED } from '../../generator/plants/all.ts'
import { bytesOf } from '../../generator/render.ts'

describe('generated case files', () => {
  let measure: Measure

  beforeAll(() => {
    measure = measureRules({ seed: 5, cases: 2 * WORLDS.length, each: 1, ruleId: null })
  })

  it('are complete: some forty papers of a penalty, twenty of a licence, fifteen of an inspection', () => {
    const clean = WORLDS.map((_, index) => cleanCase(5, index))
    const papersOf = (kind: FileKind) => {
      const of = clean.filter(({ story }) => (story.world.file ?? 'penalty') === kind)
      return of.reduce((sum, { papers }) => sum + papers.length, 0) / of.length
    }
    expect(papersOf('penalty')).toBeGreaterThan(38)
    expect(papersOf('execution')).toBeGreaterThan(38)
    expect(papersOf('measure')).toBeGreaterThan(25)
    expect(papersOf('licence')).toBeGreaterThan(20)
    expect(papersOf('inspection')).toBeGreaterThan(14)
  })

  it('have their planted defects found', () => {
    const count = measure.rules.reduce((sum, { planted: of }) => sum + of, 0)
    const missed = measure.rules.flatMap(({ ruleId, missed: all }) =>
      all.map(({ about, world, seed }) => `${ruleId} ${about} ${world} ${seed}`),
    )
    expect(count).toBeGreaterThan(280)
    expect(1 - missed.length / count, missed.join('\n')).toBeGreaterThanOrEqual(0.98)
  })

  it('raise at most one false finding each where nothing is wrong', () => {
    const said = measure.falseFindings.map(
      ({ ruleId, world, seed, message }) => `${ruleId} ${world} ${seed}: ${message}`,
    )
    expect(said.length / measure.cases, said.join('\n')).toBeLessThanOrEqual(1)
  })

  it('are the same again for the same seed', () => {
    expect(cleanCase(7, 3)).toEqual(cleanCase(7, 3))
    expect(cleanCase(7, 3).papers).not.toEqual(cleanCase(8, 3).papers)
  })

  it('plant defects of every rule, or say why not', () => {
    const planted = new Set(PLANTS.map(({ ruleId }) => ruleId))
    expect(RULES.map(({ id }) => id).filter((id) => !planted.has(id) && !(id in UNPLANTED))).toEqual([])
    expect(measure.unfit).toEqual([])
    const ids = new Set(RULES.map(({ id }) => id))
    expect(PLANTS.map(({ ruleId }) => ruleId).filter((id) => !ids.has(id))).toEqual([])
    expect(Object.keys(UNPLANTED).filter((id) => !ids.has(id) || PLANTS.some(({ ruleId }) => ruleId === id))).toEqual(
      [],
    )
  })

  it('are found just so in the real files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fashen-generated-'))
    try {
      const clean = cleanCase(3, 8)
      const plants = ['2.2-certificate-expired', '7.6-words-and-figures', '3.14-too-few-heads'].flatMap((id) =>
        PLANTS.filter(({ ruleId }) => ruleId === id).slice(0, 1),
      )
      const made = planted(plants, clean.story)
      if (made === null) throw new Error('the defects do not fit')
      for (const file of filesOf(made)) writeFileSync(join(folder, file.name), await bytesOf(made.story, file))
      expect(readFileSync(join(folder, filesOf(made)[0]?.name ?? '')).length).toBeGreaterThan(100)
      const { findings } = await prereviewFolder(folder, { onProgress: () => undefined })
      expect(findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(plants.map(({ ruleId }) => ruleId)))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
