/** The cases of the demonstration station beside the sample case: invented, short, each in another state. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { actionKindSchema, effectKindSchema } from '../../shared/catalogue/vocabulary.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { citationSchema } from '../../shared/cases/case.ts'
import type { SampleCase } from '../samples/sample-case.ts'
import { isoDate, yuan } from '../../shared/values/values.ts'

export const DEMO_GOALS = [
  'received',
  'returned',
  'accepted',
  'assigned',
  'underReview',
  'drafted',
  'approved',
  'issued',
  'secondRound',
  'withdrawn',
] as const

const demoCaseSchema = z.strictObject({
  goal: z.enum(DEMO_GOALS),
  daysAgo: z.int().min(0).max(60),
  title: z.string(),
  cause: z.string(),
  /** Name, social credit code, address, legal representative. */
  party: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  facts: z.string(),
  action: actionKindSchema,
  effects: z.array(z.tuple([effectKindSchema, z.number().nullable(), z.string()])),
  /** Law, article, paragraph, item, role. */
  citations: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), citationSchema.shape.role])),
  /** Questions answered “no”; all others that apply are answered “yes”. */
  no: z.array(z.string()),
  /** How many questions are answered; absent: all. */
  answered: z.int().optional(),
})
export type DemoCase = z.infer<typeof demoCaseSchema>

export async function loadDemoCases(file: string): Promise<DemoCase[]> {
  return z.strictObject({ cases: z.array(demoCaseSchema) }).parse(JSON.parse(await readFile(file, 'utf8'))).cases
}

const DAY = 24 * 60 * 60 * 1000

/** The day so many days before `now`, in UTC; near enough for an invented case. */
function daysBefore(now: Date, days: number) {
  return isoDate(new Date(now.getTime() - days * DAY).toISOString().slice(0, 10))
}

/** What makes the sample's fields into this case's. */
export function demoFields(demo: DemoCase, now: Date): Partial<SampleCase['case']> & Pick<CaseFields, 'title'> {
  const [name, code, address, legalRepresentative] = demo.party
  const act = daysBefore(now, demo.daysAgo + 40)
  return {
    title: demo.title,
    cause: demo.cause,
    fileNumber: '',
    actionKinds: [demo.action],
    party: { kind: 'entity', name, codeKind: 'uscc', code, address, legalRepresentative },
    facts: demo.facts,
    actFrom: act,
    actTo: act,
    filedOn: daysBefore(now, demo.daysAgo + 35),
    receivedOn: daysBefore(now, demo.daysAgo),
    effects: demo.effects.map(([kind, amount, detail]) => ({ kind, amount: amount === null ? null : yuan(amount), detail })),
    citations: demo.citations.map(([law, article, paragraph, item, role]) => ({ law, article, paragraph, item, role })),
    flags: { publicInterest: false, socialRisk: false, majorRights: false, hearingHeld: false, complex: false, byLaw: false },
  }
}
