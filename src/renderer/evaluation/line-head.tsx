/** A line of a standard as it is read while scoring: number, words, where it comes from. */
import type { ReactNode } from 'react'
import { formatCitation, type LawTitles } from '../../shared/catalogue/citation.ts'
import type { Veto } from '../../shared/catalogue/evaluation-standards.ts'
import { useLanguage } from '../language/language.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'

export function LineHead({ line, titles, extra }: { readonly line: Veto; readonly titles: LawTitles; readonly extra?: ReactNode }): ReactNode {
  const { t, pick, language } = useLanguage()
  return (
    <>
      <span className="fs-figures">{line.id}</span> {pick(line.text)} {extra}{' '}
      <span className="fs-soft evaluation-basis">
        {line.origin === 'practice' ? <Mark title={line.source}>{t('evaluation:practice')}</Mark> : line.basis.map((one) => formatCitation(one, language, titles)).join(language === 'zh-CN' ? '；' : '; ')}{' '}
        {line.origin === 'law' && !line.verified && <UnverifiedMark />}
      </span>
    </>
  )
}
