/**
 * `npm run measure:rules -- [--seed N] [--count K] [--each M] [--rule ID] [--json]`: K clean invented case files, then every
 * defect that the generator knows in M of them. Tells, by rule, how many defects were found and what clean files raised.
 */
import { measureRules, type Measure } from '../test/generator/measure.ts'
import { UNPLANTED } from '../test/generator/plants/all.ts'
import { RULES } from '../src/shared/prereview/rules.ts'

const words = process.argv.slice(2)

function option(name: string, otherwise: string): string {
  const at = words.indexOf(name)
  return at < 0 ? otherwise : (words[at + 1] ?? otherwise)
}

const share = (found: number, of: number): string => (of === 0 ? '–' : `${((found / of) * 100).toFixed(1)} %`)

function grouped(measure: Measure): ReadonlyMap<string, Measure['falseFindings']> {
  return Map.groupBy(measure.falseFindings, ({ ruleId }) => ruleId)
}

function print(measure: Measure): void {
  const falseByRule = grouped(measure)
  console.log('rule                                        planted   found   false in clean cases')
  for (const { ruleId, planted, found, missed } of measure.rules) {
    const wrong = falseByRule.get(ruleId)?.length ?? 0
    console.log(
      `${ruleId.padEnd(42)}${String(planted).padStart(9)}${String(found).padStart(8)}${wrong === 0 ? '' : String(wrong).padStart(9)}`,
    )
    for (const { about, world, seed } of missed) console.log(`    missed  ${about} ${world} (case ${seed})`)
  }
  for (const [ruleId, all] of falseByRule) {
    console.log(`false  ${ruleId}  ${all.length}`)
    for (const { world, seed, message, quote } of all.slice(0, 3))
      console.log(`    ${world} (case ${seed})  ${message}  [${quote.slice(0, 60)}]`)
  }
  console.log('\nheading      rules   planted   found   recall')
  for (const [heading, rules] of Map.groupBy(measure.rules, ({ ruleId }) => ruleId.slice(0, 1))) {
    const [planted, found] = [
      rules.reduce((sum, one) => sum + one.planted, 0),
      rules.reduce((sum, one) => sum + one.found, 0),
    ]
    console.log(
      `${heading.padEnd(13)}${String(rules.length).padStart(5)}${String(planted).padStart(10)}${String(found).padStart(8)}   ${share(found, planted)}`,
    )
  }
  if (measure.unfit.length > 0) console.log(`\nfits into none of these cases: ${measure.unfit.join(', ')}`)
}

function summary(measure: Measure): Record<string, unknown> {
  const planted = measure.rules.reduce((sum, one) => sum + one.planted, 0)
  const found = measure.rules.reduce((sum, one) => sum + one.found, 0)
  const covered = new Set(measure.rules.filter((one) => one.planted > 0).map(({ ruleId }) => ruleId))
  return {
    recall: planted === 0 ? null : found / planted,
    planted,
    found,
    cleanCases: measure.cases,
    papersACase: measure.papers / measure.cases,
    falseFindingsACase: measure.falseFindings.length / measure.cases,
    rules: RULES.length,
    rulesPlanted: covered.size,
    rulesASecond: measure.rulesASecond,
    notPlanted: Object.fromEntries(
      RULES.filter(({ id }) => !covered.has(id)).map(({ id }) => [id, UNPLANTED[id] ?? 'no defect written']),
    ),
  }
}

const ruleId = option('--rule', '')
const measure = measureRules({
  seed: Number(option('--seed', '1')),
  cases: Number(option('--count', '40')),
  each: Number(option('--each', '4')),
  ruleId: ruleId === '' ? null : ruleId,
})
if (words.includes('--json'))
  console.log(
    JSON.stringify({ ...summary(measure), byRule: measure.rules, falseFindings: measure.falseFindings }, undefined, 1),
  )
else {
  print(measure)
  const { recall, planted, found, papersACase, falseFindingsACase, rules, rulesPlanted, rulesASecond, notPlanted } =
    summary(measure)
  console.log(
    `\nrecall ${share(Number(found), Number(planted))} (${String(found)} of ${String(planted)} planted defects)${recall === null ? '' : ''}`,
  )
  console.log(
    `${Number(falseFindingsACase).toFixed(2)} false findings a clean case of ${Number(papersACase).toFixed(0)} papers; ${String(rulesASecond)} rules a second`,
  )
  if (ruleId === '') {
    console.log(`${String(rulesPlanted)} of ${String(rules)} rules have a planted defect; without:`)
    for (const [id, reason] of Object.entries(notPlanted as Record<string, string>)) console.log(`    ${id}  ${reason}`)
  }
}
