import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bothLanguages } from '../../../src/shared/catalogue/both-languages.ts'

const said = (schema: z.ZodType, value: unknown): string | undefined => schema.safeParse(value, { error: bothLanguages }).error?.issues[0]?.message

describe('what a form is told of a row', () => {
  it('says in words what is missing, whatever the field has to look like', () => {
    expect(said(z.string().min(1), '')).toBe('须填写 (to be filled in)')
    expect(said(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/), '')).toBe('须填写 (to be filled in)')
    expect(said(z.array(z.string()).min(1), [])).toBe('至少要有一项 (at least one is needed)')
  })

  it('shows no pattern to who wrote something else', () => {
    expect(said(z.string().regex(/^\d+\.\d+$/), '五')).toBe('写法不对，请检查字符和格式 (not written as it has to be: check characters and form)')
  })

  it('still says both languages of what it has no words of its own for', () => {
    expect(said(z.number(), '五')).toMatch(/^\p{Script=Han}.*\(.*expected number.*\)$/su)
  })
})
