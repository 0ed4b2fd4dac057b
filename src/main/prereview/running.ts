/** Running the rules on a stored case, at once or so that the core answers others in between. */
import { ruleSteps, runRules, type RuleFailure } from '../../shared/prereview/engine.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import { RULES } from '../../shared/prereview/rules.ts'
import type { StoredCaseFile } from './stored-case-file.ts'

export interface RulesRun {
  readonly stored: StoredCaseFile
  readonly found: readonly Finding[]
  readonly failed: readonly RuleFailure[]
}

/** Milliseconds before others have their turn. A first run over 300 pages takes some ten times as long. */
const SLICE = 10

export function runAtOnce(stored: StoredCaseFile): RulesRun {
  const failed: RuleFailure[] = []
  return { stored, found: runRules(stored.file, RULES, (failure) => failed.push(failure)), failed }
}

export async function runInTurns(stored: StoredCaseFile): Promise<RulesRun> {
  const failed: RuleFailure[] = []
  const steps = ruleSteps(stored.file, RULES, (failure) => failed.push(failure))
  let began = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return { stored, found: step.value, failed }
    if (performance.now() - began < SLICE) continue
    await new Promise((resolve) => setImmediate(resolve))
    began = performance.now()
  }
}
