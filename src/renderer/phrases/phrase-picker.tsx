/** Type-ahead over the phrases, beside the field that they go into. Everything by keyboard; Escape leads back to the field. */
import { Button } from 'antd'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Phrase } from '../../shared/phrases/contract.ts'
import { findPhrases, type PhrasePlace } from '../../shared/phrases/find-phrases.ts'
import { fillPhrase, withPlaceholders, type FilledPhrase, type PlaceholderValues } from '../../shared/phrases/placeholders.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { isComposingKey } from '../ui/text-field.tsx'
import { scrollWithin } from '../workspace/scroll-within.ts'
import { PhraseDialog, type PhraseDraft } from './phrase-dialog.tsx'
import { PhrasesDialog } from './phrases-dialog.tsx'
import './phrases.css'

interface PhrasePickerProps {
  readonly place: PhrasePlace
  readonly values: PlaceholderValues
  /** Name of the field that the phrase goes into. */
  readonly fieldName: string
  /** What a new phrase would be made of: the words selected in the field, else all of it. */
  readonly written: string
  readonly onInsert: (filled: FilledPhrase) => void
  readonly onClose: () => void
}

const NONE: readonly Phrase[] = []

export function PhrasePicker({ place, values, fieldName, written, onInsert, onClose }: PhrasePickerProps): ReactNode {
  const { t } = useLanguage()
  const read = useRead('phrases.list', {})
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [making, setMaking] = useState<PhraseDraft | null>(null)
  const [managing, setManaging] = useState(false)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const all = read.data?.phrases ?? NONE
  const found = useMemo(() => findPhrases(all, typed, place), [all, typed, place])
  const at = Math.min(active, Math.max(0, found.length - 1))
  const insert = (phrase: Phrase | undefined): void => {
    if (phrase !== undefined) onInsert(fillPhrase(phrase.text, values))
  }
  const option = (index: number): string => `${id}-${index}`
  const press = (event: KeyboardEvent): void => {
    // a key that ends the composing of a word is the input method's
    if (isComposingKey(event)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') insert(found[at])
    else if (step !== 0 && found.length > 0) {
      const next = (at + step + found.length) % found.length
      setActive(next)
      scrollWithin(list.current, list.current?.children[next] ?? null, 'nearest')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const back = (): void => {
    setMaking(null)
    setManaging(false)
  }
  const away = making !== null || managing
  const wasAway = useRef(false)
  useEffect(() => {
    const returned = wasAway.current && !away
    wasAway.current = away
    if (!returned) return undefined
    // after the dialog has let go of the focus
    const timer = setTimeout(() => search.current?.focus(), 50)
    return () => clearTimeout(timer)
  }, [away])
  // wherever the focus is: a dialog that closes may leave it nowhere
  useShortcut('escape', onClose, { enabled: !away })
  return (
    <div className="phrase-picker" role="group" aria-label={t('phrases:insertInto', { field: fieldName })}>
      <input
        className="fs-input phrase-search"
        role="combobox"
        aria-label={t('phrases:search')}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        {...(found.length > 0 ? { 'aria-activedescendant': option(at) } : {})}
        placeholder={t('phrases:search')}
        autoComplete="off"
        autoFocus
        ref={search}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      <ul id={`${id}-list`} className="phrase-list" role="listbox" aria-label={t('phrases:list')} ref={list}>
        {found.map((phrase, index) => (
          <li
            key={phrase.id}
            id={option(index)}
            role="option"
            aria-selected={index === at}
            className="phrase-option"
            // the field keeps its cursor: the press is not a change of focus
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => insert(phrase)}
          >
            <span className="phrase-name">{phrase.name}</span>
            <span className="phrase-text">{fillPhrase(phrase.text, values).text}</span>
            <Mark>{t(phrase.shelf === 'own' ? 'phrases:own' : 'phrases:station')}</Mark>
          </li>
        ))}
      </ul>
      {read.data !== undefined && found.length === 0 && (
        <p className="fs-soft phrase-none">
          {typed.trim() !== '' ? t('phrases:noMatch', { typed: typed.trim() }) : `${t('phrases:none')}　${t('phrases:noneHint')}`}
        </p>
      )}
      <div className="phrase-foot">
        <Button
          size="small"
          type="link"
          disabled={written.trim() === ''}
          title={written.trim() === '' ? t('phrases:keepHint') : undefined}
          onClick={() => setMaking({ name: '', text: withPlaceholders(written.trim(), values), place: { ...place }, phrase: null })}
        >
          {t('phrases:keep')}
        </Button>
        <Button size="small" type="link" onClick={() => setManaging(true)}>
          {t('phrases:manage')}
        </Button>
        <span className="fs-soft phrase-keys">{t('phrases:keys')}</span>
        <Button size="small" type="text" onClick={onClose}>
          {t('phrases:close')}
        </Button>
      </div>
      {making !== null && (
        <PhraseDialog draft={making} place={place} mayEditStation={read.data?.mayEditStation ?? false} onClose={back} />
      )}
      {managing && <PhrasesDialog place={place} onClose={back} />}
    </div>
  )
}
