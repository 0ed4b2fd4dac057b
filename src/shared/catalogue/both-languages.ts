/** What a schema finds wrong, in both languages in one line, as the checks of `broken.ts` say it. */
import { z } from 'zod'
import { CATALOGUE_PROBLEMS } from './broken.ts'

const chinese = z.locales.zhCN().localeError
const english = z.locales.en().localeError

function messageOf(message: ReturnType<typeof english>): string {
  return typeof message === 'string' ? message : (message?.message ?? '')
}

type Issue = Parameters<z.core.$ZodErrorMap>[0]

function isEmptyText(issue: Issue): boolean {
  return issue.input === '' || (issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) === 1)
}

/** To be given to `safeParse` as `error`. What zod would say with a pattern or a name of a type in it is said in words. */
export const bothLanguages: z.core.$ZodErrorMap = (issue) => {
  if (isEmptyText(issue)) return '须填写 (to be filled in)'
  if (issue.code === 'too_small' && issue.origin === 'array' && Number(issue.minimum) === 1) return '至少要有一项 (at least one is needed)'
  if (issue.code === 'invalid_format' && issue.format === 'regex') return '写法不对，请检查字符和格式 (not written as it has to be: check characters and form)'
  return `${messageOf(chinese(issue))} (${messageOf(english(issue))})`
}

/** The schemas' own checks give a code as their message. */
export function problemSaid(message: string): string {
  const known = Object.entries(CATALOGUE_PROBLEMS).find(([code]) => code === message)
  return known?.[1] ?? message
}
