/** What the head of review remarked when sending the draft back. */
import type { ReactNode } from 'react'
import type { OpinionRemark } from '../../shared/opinion/contract.ts'
import { useLanguage } from '../language/language.ts'
import { DateText } from '../ui/date-text.tsx'

export function Remarks({ remarks }: { readonly remarks: readonly OpinionRemark[] }): ReactNode {
  const { t } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <ul className="remarks" aria-label={t('opinion:remarks')}>
      {remarks.map((remark) => (
        <li key={`${remark.at}/${remark.text}`}>
          <span className="remark-head">
            {t('opinion:remarkBy', { name: remark.by })} <DateText value={remark.at} />
          </span>
          {remark.text}
        </li>
      ))}
    </ul>
  )
}
