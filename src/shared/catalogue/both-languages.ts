/** What a schema finds wrong, in both languages in one line, as the checks of `broken.ts` say it. */
import { z } from 'zod'
import { CATALOGUE_PROBLEMS } from './broken.ts'

const chinese = z.locales.zhCN().localeError
const english = z.locales.en().localeError

function messageOf(message: ReturnType<typeof english>): string {
  return typeof message === 'string' ? message : (message?.message ?? '')
}

function isEmptyText(issue: Parameters<z.core.$ZodErrorMap>[0]): boolean {
  return issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) === 1
}

/** To be given to `safeParse` as `error`. */
export const bothLanguages: z.core.$ZodErrorMap = (issue) =>
  isEmptyText(issue) ? '须填写 (to be filled in)' : `${messageOf(chinese(issue))} (${messageOf(english(issue))})`

/** The schemas' own checks give a code as their message. */
export function problemSaid(message: string): string {
  const known = Object.entries(CATALOGUE_PROBLEMS).find(([code]) => code === message)
  return known?.[1] ?? message
}
