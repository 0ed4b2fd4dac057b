/** The original and the text to publish side by side (原文与公开文本对照): every mark is a place that can be gone to. */
import { useRef, type ReactNode } from 'react'
import { segmentsOf, type MaskMark } from '../../shared/disclosure/masks.ts'
import { useLanguage } from '../language/language.ts'

interface MaskedTextViewProps {
  readonly original: string
  readonly marks: readonly MaskMark[]
  /** The group whose places are shown. */
  readonly shown: ReadonlySet<number>
  /** Told when words of the original are selected. */
  readonly onSelect: ((words: string) => void) | null
}

function toneOf({ masked }: MaskMark): string {
  return masked === null ? 'open' : masked ? 'masked' : 'left'
}

export function MaskedTextView({ original, marks, shown, onSelect }: MaskedTextViewProps): ReactNode {
  const { t } = useLanguage()
  const left = useRef<HTMLDivElement>(null)
  const segments = segmentsOf(original, marks)
  const select = (): void => {
    const selection = window.getSelection()
    const words = selection?.toString() ?? ''
    const at = selection?.anchorNode ?? null
    if (onSelect === null || words.trim() === '' || at === null || left.current?.contains(at) !== true) return
    onSelect(words.trim())
  }
  const column = (side: 'original' | 'published'): ReactNode => (
    <section className="masking-text" aria-label={t(`disclosure:desk.${side}`)}>
      <h3>{t(`disclosure:desk.${side}`)}</h3>
      {/* scrolls, so it can be reached by keyboard */}
      <div className="masking-words" lang="zh-CN" tabIndex={0} role="region" aria-label={t(`disclosure:desk.${side}`)} {...(side === 'original' ? { ref: left, onMouseUp: select, onKeyUp: select } : {})}>
        {segments.map(({ text, mark, published }, index) => {
          const words = side === 'original' ? text : published
          if (mark === null) return <span key={index}>{words}</span>
          return (
            <mark key={index} className={`masking-mark masking-${toneOf(mark)} ${shown.has(mark.start) ? 'masking-shown' : ''}`} {...(side === 'original' ? { id: `mask-${mark.start}` } : {})}>
              {words}
            </mark>
          )
        })}
      </div>
    </section>
  )
  return (
    <div className="masking-sides">
      {column('original')}
      {column('published')}
    </div>
  )
}
