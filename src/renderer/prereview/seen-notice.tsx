/** What the rules have not seen: papers that are not read, rules that broke off. A list of findings says nothing of those. */
import type { ReactNode } from 'react'
import type { Prereview } from '../../shared/prereview/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'

/** Names told before the rest is only counted. */
const NAMED = 8

export function SeenNotice({ prereview }: { readonly prereview: Pick<Prereview, 'unread' | 'failed'> }): ReactNode {
  const { t, pick } = useLanguage()
  const { unread, failed } = prereview
  const rules = useRead('prereview.rules', {}, { enabled: failed.length > 0, staleTime: Infinity })
  if (unread.length + failed.length === 0) return null
  const separator = t('ui:listSeparator')
  const joined = (names: readonly string[]): string =>
    names.length > NAMED ? `${names.slice(0, NAMED).join(separator)} ${t('prereview:list.more')}` : names.join(separator)
  const ruleName = (id: string): string => {
    const rule = rules.data?.find((one) => one.id === id)
    return rule === undefined ? (id.split('-')[0] ?? '') : `${rule.questionId} ${pick(rule.name)}`
  }
  return (
    <div className="finding-unseen" role="status">
      {unread.length > 0 && (
        <div>
          {t('prereview:list.unread', { count: unread.length })} {joined(unread.map(({ name, state }) => t(`prereview:list.${state}`, { name })))}
        </div>
      )}
      {failed.length > 0 && (
        <div>
          {t('prereview:list.brokeOff', { count: failed.length })} {joined(failed.map(({ ruleId }) => ruleName(ruleId)))}
        </div>
      )}
    </div>
  )
}
