/** A line across the head of a case that holds something back: what it is, what it means, and where more of it is told. */
import type { ReactNode } from 'react'
import './workspace.css'

interface CaseBannerProps {
  readonly tone: 'red' | 'amber'
  readonly icon: ReactNode
  readonly title: ReactNode
  /** What it means. */
  readonly meaning: ReactNode
  /** That is told elsewhere, too: where there is hardly room, it is left to that. */
  readonly toldElsewhere: boolean
  readonly action?: ReactNode
}

export function CaseBanner({ tone, icon, title, meaning, toldElsewhere, action }: CaseBannerProps): ReactNode {
  return (
    <div className={`case-banner case-banner-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      {icon}
      <div>
        {title}
        <div className={toldElsewhere ? 'case-banner-spare' : ''}>{meaning}</div>
      </div>
      {action}
    </div>
  )
}
