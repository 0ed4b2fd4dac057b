import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ACTION_KINDS,
  OPINION_TYPE_CODES,
  type ActionKind,
  type OpinionTypeCode,
} from '../../../src/shared/catalogue/vocabulary.ts'
import { ANSWER_VALUES, type AnswerGiven, type AnswerValue } from '../../../src/shared/checklist/answers.ts'
import { applicableQuestions, questionsToAnswer } from '../../../src/shared/checklist/applicable-questions.ts'
import { acceptsAnswer, deriveOpinion, type DerivedOpinion } from '../../../src/shared/opinion/derivation.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from '../catalogue/shipped.ts'

const ON = isoDate('2026-06-01')
const PENALTY = applicableQuestions(shipped, { actionKinds: ['penalty'], on: ON })
const questions = questionsToAnswer(PENALTY)

/** Every question of a penalty case answered “yes”, but for those given. */
function answers(given: Record<string, AnswerValue> = {}): AnswerGiven[] {
  return questions.map((question) => ({ questionId: question.id, answer: given[question.id] ?? 'yes' }))
}
const derive = (given: Record<string, AnswerValue> = {}): DerivedOpinion =>
  deriveOpinion(shipped, answers(given), PENALTY)

const strictness = (type: OpinionTypeCode | null): number =>
  type === null ? OPINION_TYPE_CODES.length : OPINION_TYPE_CODES.indexOf(type)

describe('the opinion type', () => {
  it('is T-OK when everything is in order, with nothing open', () => {
    expect(derive()).toEqual({
      type: 'T-OK', because: [], attached: [], openFatal: [], openCorrectable: [], openAdvisory: [],
      unanswered: [], cannotTell: [],
    })
  })

  it.each<[string, OpinionTypeCode]>([
    ['8.1', 'T-CRIME'], ['8.5', 'T-CRIME'], ['8.4', 'T-CRIME'],
    ['6.1', 'T-OUT'], ['6.2', 'T-OUT'], ['6.3', 'T-OUT'], ['6.5', 'T-OUT'], ['1.1', 'T-OUT'], ['1.6', 'T-OUT'],
    ['4.1', 'T-REJ'], ['4.13', 'T-REJ'], ['5.1', 'T-REJ'],
    ['2.1', 'T-PROC'], ['3.7', 'T-PROC'], ['3.8', 'T-PROC'], ['3.11', 'T-PROC'], ['3.14', 'T-PROC'], ['3.15', 'T-PROC'],
    ['8.9', 'T-PROC'], ['1.3', 'T-PROC'],
    ['4.2', 'T-SUP'], ['4.4', 'T-SUP'], ['4.11', 'T-SUP'], ['1.8', 'T-SUP'], ['1.9', 'T-SUP'], ['8.3', 'T-SUP'],
    ['5.2', 'T-CHG'], ['5.4', 'T-CHG'], ['5.5', 'T-CHG'], ['5.8', 'T-CHG'], ['5.11', 'T-CHG'],
    ['7.2', 'T-COND'], ['7.3', 'T-COND'], ['7.11', 'T-COND'], ['6.10', 'T-COND'], ['1.2', 'T-COND'],
  ])('with “no” to %s alone is %s', (id, type) => {
    const derived = derive({ [id]: 'no' })
    expect(derived.type).toBe(type)
    expect(derived.because.map((one) => one.questionId)).toEqual([id])
    expect(derived.attached).toEqual([])
  })

  it('takes the first match as headline and keeps the others as attached advice, strictest first', () => {
    const derived = derive({ '8.1': 'no', '3.7': 'no', '5.4': 'no', '7.2': 'no', '4.5': 'cannotTell' })
    expect(derived.type).toBe('T-CRIME')
    expect(derived.attached.map((one) => one.type)).toEqual(['T-PROC', 'T-SUP', 'T-CHG', 'T-COND'])
    expect(derived.attached[1]?.because).toEqual([{ questionId: '4.5', answer: 'cannotTell', severity: 'C' }])
  })

  it('lists what is open by severity', () => {
    const derived = derive({ '3.7': 'no', '7.2': 'no', '6.10': 'no', '4.5': 'cannotTell' })
    expect(derived).toMatchObject({
      openFatal: ['3.7'], openCorrectable: ['7.2'], openAdvisory: ['6.10'], cannotTell: ['4.5'],
    })
  })

  it('is open while questions are unanswered, unless something found already decides it', () => {
    const missing = answers().filter((one) => one.questionId !== '3.7')
    expect(deriveOpinion(shipped, missing, PENALTY)).toMatchObject({ type: null, unanswered: ['3.7'] })
    const found = missing.map((one) => (one.questionId === '4.1' ? { ...one, answer: 'no' as const } : one))
    expect(deriveOpinion(shipped, found, PENALTY)).toMatchObject({ type: 'T-REJ', unanswered: ['3.7'] })
    const onlyText = missing.map((one) => (one.questionId === '7.2' ? { ...one, answer: 'no' as const } : one))
    expect(deriveOpinion(shipped, onlyText, PENALTY).type).toBeNull()
  })

  it('does not take “not applicable” for an answer where the question always applies', () => {
    const all = derive(Object.fromEntries(questions.map((question) => [question.id, 'notApplicable'])))
    expect(all.type).toBeNull()
    expect(all.unanswered).toContain('1.1')
    expect(all.unanswered).not.toContain('3.12')
  })

  it('leaves answers to questions that do not apply aside', () => {
    const refused = ['3.16', '9.9'].map((questionId): AnswerGiven => ({ questionId, answer: 'no' }))
    const stray = [...answers(), ...refused]
    expect(deriveOpinion(shipped, stray, PENALTY).type).toBe('T-OK')
  })

  it('counts the worse of two answers to one question', () => {
    const twice: AnswerGiven[] = [{ questionId: '3.7', answer: 'no' }, ...answers()]
    expect(deriveOpinion(shipped, twice, PENALTY).type).toBe('T-PROC')
  })
})

/** Any kinds of act, any answers, any questions left out. */
const caseOfAnyKind = fc.subarray<ActionKind>([...ACTION_KINDS], { minLength: 1 }).chain((actionKinds) => {
  const applicable = applicableQuestions(shipped, { actionKinds, on: ON })
  const asked = questionsToAnswer(applicable)
  return fc
    .array(fc.option(fc.constantFrom(...ANSWER_VALUES), { nil: undefined, freq: 20 }), {
      minLength: asked.length, maxLength: asked.length,
    })
    .map((values) => ({
      applicable,
      asked,
      given: asked.flatMap((question, index): AnswerGiven[] => {
        const answer = values[index]
        return answer === undefined ? [] : [{ questionId: question.id, answer }]
      }),
    }))
})
const someFaults = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ANSWER_VALUES)), { maxLength: 4 })
/** Cases near the border of passing: mostly “yes”, a few others. */
const mostlyGood = fc
  .tuple(fc.constantFrom(...ACTION_KINDS), someFaults)
  .map(([kind, faults]) => {
    const applicable = applicableQuestions(shipped, { actionKinds: [kind], on: ON })
    const asked = questionsToAnswer(applicable)
    const given: AnswerGiven[] = asked.map((question) => ({ questionId: question.id, answer: 'yes' }))
    for (const [at, answer] of faults) {
      const index = at % given.length
      const old = given[index]
      if (old !== undefined) given[index] = { ...old, answer }
    }
    return { applicable, asked, given }
  })
const anyCase = fc.oneof(caseOfAnyKind, mostlyGood)

describe('for any answers', () => {
  it('the derivation always ends, and passes only with nothing fatal, untold or unanswered', () => {
    fc.assert(
      fc.property(anyCase, ({ applicable, given }) => {
        const derived = deriveOpinion(shipped, given, applicable)
        if (derived.type === 'T-OK' || derived.type === 'T-COND') {
          expect([derived.openFatal, derived.cannotTell, derived.unanswered]).toEqual([[], [], []])
        }
        if (derived.type === 'T-OK') {
          expect([derived.openCorrectable, derived.openAdvisory]).toEqual([[], []])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('one more defect never makes the headline milder', () => {
    const defect = fc.constantFrom('no' as const, 'cannotTell' as const)
    fc.assert(
      fc.property(anyCase, fc.nat(), defect, ({ applicable, asked, given }, at, worse) => {
        const question = asked[at % asked.length]
        if (question === undefined) return
        const before = given.find((one) => one.questionId === question.id)?.answer
        // “Cannot tell” after “no” is no further defect.
        fc.pre(worse === 'no' ? before !== 'cannotTell' : before !== 'no')
        const others = given.filter((one) => one.questionId !== question.id)
        const after = [...others, { questionId: question.id, answer: worse }]
        const older = strictness(deriveOpinion(shipped, given, applicable).type)
        expect(strictness(deriveOpinion(shipped, after, applicable).type)).toBeLessThanOrEqual(older)
      }),
      { numRuns: 500 },
    )
  })

  it('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), ({ applicable, given }, stream) => {
        const keys = new Map(given.map((one) => [one, stream.next().value as number]))
        const shuffled = [...given].sort((left, right) => (keys.get(left) ?? 0) - (keys.get(right) ?? 0))
        expect(deriveOpinion(shipped, shuffled, applicable)).toEqual(deriveOpinion(shipped, given, applicable))
      }),
    )
  })

  it('every finding appears exactly once, under the headline or in the attached advice', () => {
    fc.assert(
      fc.property(anyCase, ({ applicable, given }) => {
        const derived = deriveOpinion(shipped, given, applicable)
        const reasons = [...derived.because, ...derived.attached.flatMap((one) => one.because)]
        const told = reasons.map((one) => one.questionId)
        const open = [...derived.openFatal, ...derived.openCorrectable, ...derived.openAdvisory, ...derived.cannotTell]
        expect([...told].sort()).toEqual([...open].sort())
      }),
    )
  })

  it('exhaustively: a “no” alone to a fatal question, or “cannot tell” alone, never passes in any kind of case', () => {
    for (const kind of ACTION_KINDS) {
      const applicable = applicableQuestions(shipped, { actionKinds: [kind], on: ON })
      const asked = questionsToAnswer(applicable)
      for (const question of asked) {
        for (const answer of ['no', 'cannotTell'] as const) {
          const given = asked.map(({ id }): AnswerGiven => ({ questionId: id, answer: id === question.id ? answer : 'yes' }))
          const { type } = deriveOpinion(shipped, given, applicable)
          const passes = type === 'T-OK' || type === 'T-COND'
          expect(type, question.id).not.toBe('T-OK')
          if (answer === 'cannotTell' || question.severity === 'F') expect(passes, question.id).toBe(false)
        }
      }
    }
  })
})

describe('an answer', () => {
  it('“not applicable” is accepted only where a question may not apply', () => {
    const find = (id: string) => {
      const question = questions.find((one) => one.id === id)
      if (question === undefined) throw new Error(id)
      return question
    }
    expect(acceptsAnswer(find('1.1'), 'notApplicable')).toBe(false)
    expect(acceptsAnswer(find('1.1'), 'no')).toBe(true)
    expect(acceptsAnswer(find('3.12'), 'notApplicable')).toBe(true)
  })
})
