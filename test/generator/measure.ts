/** Measures the rules on generated cases: how many planted defects are found, how many findings clean cases have. */
import { runRules } from '../../src/shared/prereview/engine.ts'
import type { Finding } from '../../src/shared/prereview/finding.ts'
import type { PrereviewRule } from '../../src/shared/prereview/rule.ts'
import { RULES } from '../../src/shared/prereview/rules.ts'
import type { GeneratedCase } from './case.ts'
import { cleanCase, planted } from './planting.ts'
import { PLANTS } from './plants/all.ts'
import type { Plant } from './plants/plant.ts'
import { Reader } from './read.ts'

export interface MeasureOptions {
  readonly seed: number
  /** Clean cases, the worlds in turn. */
  readonly cases: number
  /** Cases into which each defect is put. */
  readonly each: number
  /** One rule alone; all where null. */
  readonly ruleId: string | null
}

export interface Missed {
  readonly about: string
  readonly world: string
  readonly seed: number
}

export interface RuleMeasure {
  readonly ruleId: string
  readonly planted: number
  readonly found: number
  readonly missed: readonly Missed[]
}

export interface FalseFinding {
  readonly world: string
  readonly seed: number
  readonly ruleId: string
  readonly message: string
  readonly quote: string
}

export interface Measure {
  readonly rules: readonly RuleMeasure[]
  readonly cases: number
  readonly papers: number
  readonly falseFindings: readonly FalseFinding[]
  /** Plants of the option's rules that fit into none of the cases. */
  readonly unfit: readonly string[]
  /** Of running all rules over the clean cases. */
  readonly rulesASecond: number
}

function requireNoFailure({ ruleId, reason }: { readonly ruleId: string; readonly reason: string }): never {
  throw new Error(`${ruleId}: ${reason}`)
}

/** What a rule finds in the case that it does not find in the clean one. */
function newFindings(
  rule: PrereviewRule,
  reader: Reader,
  clean: GeneratedCase,
  defective: GeneratedCase,
): readonly Finding[] {
  const before = new Set(runRules(reader.read(clean), [rule], requireNoFailure).map(({ key }) => key))
  return runRules(reader.read(defective), [rule], requireNoFailure).filter(({ key }) => !before.has(key))
}

function measurePlant(
  plant: Plant,
  cases: readonly GeneratedCase[],
  readers: readonly Reader[],
  each: number,
  from: number,
): RuleMeasure {
  const rule = RULES.find(({ id }) => id === plant.ruleId)
  if (rule === undefined) throw new Error(`no rule ${plant.ruleId}`)
  const missed: Missed[] = []
  let count = 0
  for (let step = 0; step < cases.length && count < each; step += 1) {
    const place = (from + step) % cases.length
    const clean = cases[place]
    const reader = readers[place]
    const defective = clean === undefined ? null : planted([plant], clean.story)
    if (clean === undefined || reader === undefined || defective === null) continue
    count += 1
    if (newFindings(rule, reader, clean, defective).length === 0)
      missed.push({ about: plant.about ?? '', world: clean.story.world.id, seed: clean.story.seed })
  }
  return { ruleId: plant.ruleId, planted: count, found: count - missed.length, missed }
}

export function measureRules({ seed, cases: count, each, ruleId }: MeasureOptions): Measure {
  const cases = Array.from({ length: count }, (_, index) => cleanCase(seed, index))
  const readers = cases.map(() => new Reader())
  const falseFindings: FalseFinding[] = []
  let spent = 0
  cases.forEach((one, place) => {
    const file = readers[place]?.read(one)
    if (file === undefined) return
    const began = performance.now()
    const findings = runRules(file, undefined, requireNoFailure)
    spent += performance.now() - began
    for (const { ruleId: found, message, evidence } of findings)
      falseFindings.push({
        world: one.story.world.id,
        seed: one.story.seed,
        ruleId: found,
        message: message['zh-CN'],
        quote: evidence[0]?.quote ?? '',
      })
  })
  const plants = PLANTS.filter((plant) => ruleId === null || plant.ruleId === ruleId)
  const measured = plants.map((plant, place) => measurePlant(plant, cases, readers, each, place))
  const unfit = plants.flatMap((plant, place) =>
    measured[place]?.planted === 0 ? [`${plant.ruleId} ${plant.about ?? ''}`.trim()] : [],
  )
  const ids = [...new Set(plants.map((plant) => plant.ruleId))]
  return {
    rules: ids.map((id) => {
      const all = measured.filter((one) => one.ruleId === id)
      return {
        ruleId: id,
        planted: all.reduce((sum, one) => sum + one.planted, 0),
        found: all.reduce((sum, one) => sum + one.found, 0),
        missed: all.flatMap((one) => one.missed),
      }
    }),
    cases: count,
    papers: cases.reduce((sum, { papers }) => sum + papers.length, 0),
    falseFindings,
    unfit,
    rulesASecond: Math.round((RULES.length * count * 1000) / spent),
  }
}
