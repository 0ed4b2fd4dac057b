/** Pages, size, turning and everything else that can be done with a document, each with its key. */
import {
  AppstoreOutlined, BorderOutlined, DownloadOutlined, EllipsisOutlined, FileSearchOutlined, LeftOutlined, MinusOutlined, PlusOutlined, PushpinOutlined,
  RightOutlined, RotateRightOutlined, SearchOutlined,
} from '@ant-design/icons'
import { Button, Dropdown, InputNumber, type MenuProps } from 'antd'
import type { ComponentRef, ReactNode, RefObject } from 'react'
import { useLanguage } from '../../language/language.ts'
import { FIT_WIDTH, type Zoom } from './zoom.ts'

interface ToolButtonProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly icon: ReactNode
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly onClick: () => void
}

/** Not the library's button: a dozen of these are drawn anew with every page that is scrolled past. */
function ToolButton({ label, hint, icon, pressed, disabled, onClick }: ToolButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={pressed === true ? 'fs-button evidence-tool evidence-tool-on' : 'fs-button evidence-tool'}
      data-kind="text"
      data-small="true"
      title={hint === undefined ? label : `${label} (${hint})`}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={hint}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      {icon}
    </button>
  )
}

export type InputNumberRef = ComponentRef<typeof InputNumber>

interface PagesProps {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  readonly field: RefObject<InputNumberRef | null>
}

function Pages({ page, pages, onPage, field }: PagesProps): ReactNode {
  const { t } = useLanguage()
  return (
    <span className="evidence-pages">
      <ToolButton label={t('materials:viewer.previousPage')} hint="←" icon={<LeftOutlined aria-hidden />} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <InputNumber
        size="small"
        ref={field}
        controls={false}
        min={1}
        max={pages}
        precision={0}
        value={page}
        aria-label={t('materials:viewer.pageNumber')}
        className="evidence-number"
        changeOnBlur
        onPressEnter={({ currentTarget }) => {
          const value = Number(currentTarget.value)
          if (Number.isInteger(value) && value >= 1 && value <= pages) onPage(value)
        }}
        onChange={(value) => {
          if (value !== null && value !== page && value >= 1 && value <= pages) onPage(value)
        }}
      />
      <span className="fs-figures">{`/ ${pages}`}</span>
      <ToolButton label={t('materials:viewer.nextPage')} hint="→" icon={<RightOutlined aria-hidden />} disabled={page >= pages} onClick={() => onPage(page + 1)} />
    </span>
  )
}

export interface EvidenceToolbarProps {
  readonly pages: PagesProps | null
  readonly thumbnails: { readonly shown: boolean; readonly toggle: () => void } | null
  readonly zoom: { readonly percent: number; readonly onZoom: (zoom: Zoom) => void; readonly onStep: (step: 1 | -1) => void; readonly fitsPage: boolean } | null
  readonly onTurn: (() => void) | null
  readonly find: { readonly shown: boolean; readonly toggle: () => void } | null
  readonly marking: { readonly active: boolean; readonly toggle: () => void } | null
  readonly onPin: (() => void) | undefined
  readonly asRead: { readonly shown: boolean; readonly toggle: () => void } | null
  readonly onSave: () => void
  readonly menu: MenuProps
}

export function EvidenceToolbar({ pages, thumbnails, zoom, onTurn, find, marking, onPin, asRead, onSave, menu }: EvidenceToolbarProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="evidence-bar" role="toolbar" aria-label={t('materials:viewer.tools')}>
      {thumbnails !== null && <ToolButton label={t('materials:viewer.thumbnails')} hint="T" icon={<AppstoreOutlined aria-hidden />} pressed={thumbnails.shown} onClick={thumbnails.toggle} />}
      {pages !== null && <Pages {...pages} />}
      {zoom !== null && <ZoomButtons {...zoom} />}
      {onTurn !== null && <ToolButton label={t('materials:viewer.turn')} hint="R" icon={<RotateRightOutlined aria-hidden />} onClick={onTurn} />}
      <span className="evidence-space" />
      {find !== null && <ToolButton label={t('materials:find.open')} hint="Ctrl+F" icon={<SearchOutlined aria-hidden />} pressed={find.shown} onClick={find.toggle} />}
      {marking !== null && <ToolButton label={t('materials:viewer.region.mark')} hint="M" icon={<BorderOutlined aria-hidden />} pressed={marking.active} onClick={marking.toggle} />}
      {onPin !== undefined && <ToolButton label={t('materials:viewer.pin')} hint="P" icon={<PushpinOutlined aria-hidden />} onClick={onPin} />}
      {asRead !== null && <ToolButton label={t('materials:viewer.asRead')} hint="V" icon={<FileSearchOutlined aria-hidden />} pressed={asRead.shown} onClick={asRead.toggle} />}
      <ToolButton label={t('materials:saveCopy')} icon={<DownloadOutlined aria-hidden />} onClick={onSave} />
      <Dropdown trigger={['click']} menu={menu}>
        <Button type="text" size="small" icon={<EllipsisOutlined aria-hidden />} aria-label={t('materials:viewer.more')} />
      </Dropdown>
    </div>
  )
}

function ZoomButtons({ percent, onZoom, onStep, fitsPage }: NonNullable<EvidenceToolbarProps['zoom']>): ReactNode {
  const { t } = useLanguage()
  const choices: readonly { readonly key: string; readonly label: string; readonly zoom: Zoom }[] = [
    { key: 'width', label: t('materials:viewer.fit'), zoom: FIT_WIDTH },
    ...(fitsPage ? [{ key: 'page', label: t('materials:viewer.fitPage'), zoom: { kind: 'page' } as const }] : []),
    ...[50, 75, 100, 150, 200, 300].map((one) => ({ key: String(one), label: `${one}%`, zoom: { kind: 'percent', percent: one } as const })),
  ]
  return (
    <span className="evidence-pages">
      <ToolButton label={t('materials:viewer.smaller')} hint="-" icon={<MinusOutlined aria-hidden />} onClick={() => onStep(-1)} />
      <Dropdown
        trigger={['click']}
        menu={{ items: choices.map(({ key, label }) => ({ key, label })), onClick: ({ key }) => onZoom(choices.find((one) => one.key === key)?.zoom ?? FIT_WIDTH) }}
      >
        <Button type="text" size="small" className="evidence-percent fs-figures" aria-label={t('materials:viewer.size', { percent })}>
          {`${percent}%`}
        </Button>
      </Dropdown>
      <ToolButton label={t('materials:viewer.larger')} hint="+" icon={<PlusOutlined aria-hidden />} onClick={() => onStep(1)} />
    </span>
  )
}
