/** A screen: a heading line with its actions, and the content below, which scrolls. */
import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useLanguage } from '../language/language.ts'

export interface PageProps {
  readonly title: string
  /** One line under the title. */
  readonly subtitle?: ReactNode
  /** Marks right of the title. */
  readonly marks?: ReactNode
  /** Buttons at the end of the heading line. */
  readonly extra?: ReactNode
  /** Where the back arrow leads; no arrow without it. */
  readonly backTo?: string | undefined
  /** `wide` uses the whole width; `reading` keeps lines short. */
  readonly width?: 'wide' | 'reading' | undefined
  readonly children: ReactNode
}

export function Page({ title, subtitle, marks, extra, backTo, width = 'wide', children }: PageProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className={`fs-page fs-page-${width}`}>
      <div className="fs-page-head">
        {backTo === undefined ? null : (
          <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('ui:back')} onClick={() => navigate(backTo)} />
        )}
        <div className="fs-page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {marks === undefined ? null : <span className="fs-page-marks">{marks}</span>}
          {subtitle === undefined ? null : <div className="fs-soft">{subtitle}</div>}
        </div>
        {extra === undefined ? null : <div className="fs-page-extra">{extra}</div>}
      </div>
      <div className="fs-page-body">{children}</div>
    </div>
  )
}
