/** All that people do beside the track of a case, and how often. */
import type { Random } from '../generator/random.ts'
import type { Doing } from './acts.ts'
import { CLOCK_ACTS } from './clock-acts.ts'
import { DISCLOSURE_ACTS } from './disclosure-acts.ts'
import type { FurtherAct, Plan } from './further-act.ts'
import { RECORD_ACTS } from './record-acts.ts'
import { RETURN_ACTS } from './return-acts.ts'

const FURTHER_ACTS: Readonly<Record<string, FurtherAct>> = { ...RETURN_ACTS, ...CLOCK_ACTS, ...DISCLOSURE_ACTS, ...RECORD_ACTS }

/** A merger ends a history, and a form is printed twice: both would be most of a run. */
const RARE: Readonly<Record<string, number>> = {
  merge: 0.25, makeForm: 0.05, voidForm: 0.1, startEvaluation: 0.2, evaluateNothing: 0.05, answerNothing: 0.05, unknownClock: 0.05,
  addClue: 0.15, updateClue: 0.2, registerReturn: 0.35, remark: 0.15, addMasking: 0.25, recordDay: 0.4, extendClock: 0.6, takeBack: 0.5,
}

export function furtherName(random: Random): string {
  for (;;) {
    const name = random.pick([...Object.keys(FURTHER_ACTS), 'exclude', 'exclude', 'endExclusion'])
    if (random.chance(RARE[name] ?? 1)) return name
  }
}

/** What the record says of it now; null: there is nothing to do it to. */
export async function planOf(doing: Doing, name: string): Promise<Plan | null> {
  const act = FURTHER_ACTS[name]
  if (act === undefined) throw new Error(`no act ${name}`)
  return act({ ...doing, random: doing.random.fork(name) })
}
