import { describe, expect, it } from 'vitest'
import { DOCUMENTS_RULES } from '../../../../../src/shared/prereview/rules/documents/index.ts'
import { PROCEDURE_RULES } from '../../../../../src/shared/prereview/rules/procedure/index.ts'
import { EXECUTION_CASE, INSPECTION_CASE, LICENCE_CASE, SEED_CASE } from './invented-cases.ts'
import { found } from './papers.ts'

describe('a case file without a defect', () => {
  it.each([
    ['a penalty with seizure, hearing, review and discussion', SEED_CASE],
    ['a licence', LICENCE_CASE],
    ['an execution', EXECUTION_CASE],
    ['an inspection', INSPECTION_CASE],
  ])('%s: no rule of procedure or documents finds anything', (_, papers) => {
    const findings = found([...PROCEDURE_RULES, ...DOCUMENTS_RULES], papers)
    expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message['zh-CN']}`)).toEqual([])
  })
})
