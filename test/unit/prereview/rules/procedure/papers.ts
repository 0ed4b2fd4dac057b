/** Case files of invented cases without a defect, and ways to put one in: a rule must be quiet on the one and fire on the other. */
import { expect } from 'vitest'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import type { Finding } from '../../../../../src/shared/prereview/finding.ts'
import type { CaseFile } from '../../../../../src/shared/prereview/case-file.ts'
import { runRules } from '../../../../../src/shared/prereview/engine.ts'
import { caseFileOf, type TestCaseFile, type TestDocument } from '../../../../support/case-files.ts'
import { SEED_CASE } from './invented-cases.ts'

/** Papers by a short name. */
export type Papers = Readonly<Record<string, TestDocument>>
export type Change = (papers: Papers) => Papers

/** Puts other words in the place of some that must be there. */
export function swap(paper: string, words: string | RegExp, instead: string): Change {
  return (papers) => {
    const before = papers[paper]
    if (before === undefined) throw new Error(`no paper ${paper}`)
    const text = before.text.replace(words, instead)
    if (text === before.text) throw new Error(`${paper} does not say ${String(words)}`)
    return { ...papers, [paper]: { ...before, text } }
  }
}

export function without(...names: readonly string[]): Change {
  return (papers) => {
    for (const name of names) if (papers[name] === undefined) throw new Error(`no paper ${name}`)
    return Object.fromEntries(Object.entries(papers).filter(([name]) => !names.includes(name)))
  }
}

export function adding(name: string, kind: string, text: string): Change {
  return (papers) => ({ ...papers, [name]: { name: `${name}.docx`, kind, text } })
}

export const changes =
  (...all: readonly Change[]): Change =>
  (papers) =>
    all.reduce((before, change) => change(before), papers)

const built = new WeakMap<Papers, CaseFile>()

function caseFile(papers: Papers, more: TestCaseFile | undefined): CaseFile {
  const known = more === undefined ? built.get(papers) : undefined
  if (known !== undefined) return known
  const file = caseFileOf(Object.values(papers), more)
  if (more === undefined) built.set(papers, file)
  return file
}

/** What the rules find in the papers. A rule that throws fails the test. */
export function found(rules: readonly PrereviewRule[], papers: Papers, more?: TestCaseFile): Finding[] {
  return runRules(caseFile(papers, more), rules, ({ ruleId, reason }) => {
    throw new Error(`${ruleId}: ${reason}`)
  })
}

/** A rule, what makes it fire, words that its message must have, and the papers to start from. */
export interface RuleCase {
  readonly rule: PrereviewRule
  readonly change: Change
  readonly says: string
  readonly papers?: Papers
  readonly quiet?: Change
  readonly more?: TestCaseFile
}

/** Quiet on the file without the defect, one finding or more with it, in both languages and at a place. */
export function expectRule({ rule, change, says, papers = SEED_CASE, quiet, more }: RuleCase): void {
  const clean = quiet === undefined ? papers : quiet(papers)
  expect(found([rule], clean, more).map(({ message }) => message['zh-CN'])).toEqual([])
  const findings = found([rule], change(papers), more)
  expect(findings.length, rule.id).toBeGreaterThan(0)
  const [first] = findings
  expect(first?.ruleId).toBe(rule.id)
  expect(first?.message['zh-CN']).toContain(says)
  expect(first?.message.en).not.toBe('')
  expect(first?.evidence.length).toBeGreaterThan(0)
  expect(first?.evidence[0]?.quote).not.toBe('')
}
