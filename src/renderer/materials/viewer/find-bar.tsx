/** Looking for words in the document that is shown: how often they stand there, the next, the one before. */
import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { isComposingKey, TextField } from '../../ui/text-field.tsx'
import { MOST_PLACES } from './found-words.ts'

interface FindBarProps {
  readonly words: string
  /** The current place, from 0. */
  readonly at: number
  /** Null while it is not known. */
  readonly count: number | null
  /** The page that is looked at now, where it takes a while. */
  readonly looking: number | null
  readonly pages: number
  /** The line around the current place, for a page on which nothing can be marked. */
  readonly snippet: string | null
  readonly onWords: (words: string) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onClose: () => void
  /** Looks for the same words in all papers of the case. */
  readonly onAll?: (() => void) | undefined
  /** Rises when the field is to be entered. */
  readonly turn: number
}

export function FindBar({ words, at, count, looking, pages, snippet, onWords, onStep, onClose, onAll, turn }: FindBarProps): ReactNode {
  const { t } = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = frame.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [turn])
  const key = (event: KeyboardEvent): void => {
    if (isComposingKey(event)) return
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="evidence-find" role="search" ref={frame} onKeyDown={key}>
      <TextField label={t('materials:find.label')} placeholder={t('materials:find.label')} maxLength={100} value={words} onChange={onWords} />
      <span className="evidence-find-count fs-figures" role="status">
        {words !== '' && count !== null && (count === 0 ? t('materials:find.none') : t(count >= MOST_PLACES ? 'materials:find.most' : 'materials:find.count', { at: at + 1, count }))}
        {looking !== null && <span className="fs-soft"> {t('materials:find.looking', { page: looking, pages })}</span>}
      </span>
      <Button type="text" size="small" icon={<UpOutlined aria-hidden />} aria-label={t('materials:find.previous')} title={t('materials:find.previous')} disabled={count === null || count === 0} onClick={() => onStep(-1)} />
      <Button type="text" size="small" icon={<DownOutlined aria-hidden />} aria-label={t('materials:find.next')} title={t('materials:find.next')} disabled={count === null || count === 0} onClick={() => onStep(1)} />
      {onAll !== undefined && (
        <Button size="small" onClick={onAll}>
          {t('materials:find.all')}
        </Button>
      )}
      <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('materials:find.close')} title={t('materials:find.close')} onClick={onClose} />
      {snippet !== null && <span className="evidence-find-snippet">{t('materials:find.snippet', { words: snippet })}</span>}
    </div>
  )
}
