/**
 * `npm run make:cases -- DIR [--seed N] [--count K] [--defects RULE,RULE | --clean]`: writes K complete invented case files as
 * real files (`DIR/case-1/files/…`, `truth.json`), in the layout that `npm run measure:cases` reads. Without either option
 * each case gets three defects by chance.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { GeneratedCase } from '../test/generator/case.ts'
import { filesOf } from '../test/generator/files.ts'
import { cleanCase, planted } from '../test/generator/planting.ts'
import { PLANTS } from '../test/generator/plants/all.ts'
import type { Plant } from '../test/generator/plants/plant.ts'
import { randomOf } from '../test/generator/random.ts'
import { bytesOf } from '../test/generator/render.ts'
import { truthOf } from '../test/generator/truth.ts'

const BY_CHANCE = 3
/** Cases tried until one fits the defects that are asked for. */
const MOST_TRIED = 400

const words = process.argv.slice(2)
function option(name: string, otherwise: string): string {
  const at = words.indexOf(name)
  return at < 0 ? otherwise : (words[at + 1] ?? otherwise)
}

const folder = words[0]
if (folder === undefined || folder.startsWith('--')) {
  console.error('usage: npm run make:cases -- DIR [--seed N] [--count K] [--defects RULE,RULE | --clean]')
  process.exit(2)
}
const seed = Number(option('--seed', '1'))
const count = Number(option('--count', '1'))
const asked = option('--defects', '')
const wanted = asked === '' ? [] : asked.split(',')
const unknown = wanted.filter((id) => !PLANTS.some(({ ruleId }) => ruleId === id))
if (unknown.length > 0) {
  console.error(`no defect is known for: ${unknown.join(', ')}`)
  process.exit(2)
}

interface Made {
  readonly made: GeneratedCase
  readonly clean: GeneratedCase
  readonly plants: readonly Plant[]
}

/** The defects asked for; else some that fit, one after the other. */
function make(index: number): Made | null {
  const clean = cleanCase(seed, index)
  const random = randomOf(clean.story.seed).fork('defects')
  if (words.includes('--clean')) return { made: clean, clean, plants: [] }
  if (wanted.length > 0) {
    const plants = wanted.map((id) => random.pick(PLANTS.filter(({ ruleId }) => ruleId === id)))
    const made = planted(plants, clean.story)
    return made === null ? null : { made, clean, plants }
  }
  let found: Made = { made: clean, clean, plants: [] }
  for (let tries = 0; tries < MOST_TRIED && found.plants.length < BY_CHANCE; tries += 1) {
    const plants = [...found.plants, random.pick(PLANTS)]
    const made = new Set(plants.map(({ ruleId }) => ruleId)).size < plants.length ? null : planted(plants, clean.story)
    if (made !== null) found = { made, clean, plants }
  }
  return found
}

let written = 0
for (let index = 0; written < count && index < count + MOST_TRIED; index += 1) {
  const one = make(index)
  if (one === null) continue
  written += 1
  const target = join(resolve(folder), `case-${written}`)
  mkdirSync(join(target, 'files'), { recursive: true })
  for (const file of filesOf(one.made)) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other: a renderer takes the processor
    writeFileSync(join(target, 'files', file.name), await bytesOf(one.made.story, file))
  }
  writeFileSync(
    join(target, 'truth.json'),
    `${JSON.stringify(truthOf(one.made, one.clean, one.plants), undefined, 1)}\n`,
  )
  console.log(`${target}  ${one.made.story.world.id}  ${one.plants.map(({ ruleId }) => ruleId).join(', ') || 'clean'}`)
}
if (written < count) {
  console.error(`only ${written} cases fit these defects`)
  process.exit(1)
}
