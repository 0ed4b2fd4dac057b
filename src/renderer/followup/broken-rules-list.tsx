/** The rules that a decision broke, each with its basis. */
import type { ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import { BROKEN_RULE_LABELS, type BrokenRule } from '../../shared/followup/broken-rules.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { UnverifiedMark } from '../ui/state-tag.tsx'

export function BrokenRulesList({ broken }: { readonly broken: readonly BrokenRule[] }): ReactNode {
  const { t, pick, language } = useLanguage()
  const laws = useCatalogue()?.laws ?? []
  const titles = new Map(laws.map(({ title }) => [title['zh-CN'], title]))
  return (
    <ul className="followup-rules">
      {broken.map(({ id, basis }) => (
        <li key={id}>
          <b className="fs-red">{pick(BROKEN_RULE_LABELS[id])}</b>
          <div className="fs-soft">
            {t('followup:basis')}{' '}
            {basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator'))}{' '}
            {basis.some(({ law }) => laws.some((row) => row.title['zh-CN'] === law && !row.verified)) && <UnverifiedMark />}
          </div>
        </li>
      ))}
    </ul>
  )
}
