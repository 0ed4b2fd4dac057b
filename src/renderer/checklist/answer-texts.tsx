/** What is written about a question: finding, suggestion, note; ready words for a “no”, and reusable phrases. */
import { use, useState, type ReactNode } from 'react'
import type { Question } from '../../shared/catalogue/schema.ts'
import type { AnswerFields } from '../../shared/checklist/contract.ts'
import type { FilledPhrase } from '../../shared/phrases/placeholders.ts'
import { useLanguage } from '../language/language.ts'
import { insertText } from '../phrases/insert-text.ts'
import { PhraseCaseContext } from '../phrases/phrase-case.ts'
import { PhrasePicker } from '../phrases/phrase-picker.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { TEXTS, textId, type TextName } from './answer-text-ids.ts'
import { withReadyWording } from './ready-wording.ts'

/** Longest text of a field, as in the contract. */
const LONGEST = 4000

interface AnswerTextsProps {
  readonly questionId: string
  readonly question: Question | undefined
  readonly fields: AnswerFields
  readonly current: boolean
  readonly editable: boolean
  readonly onEdit: (change: (fields: AnswerFields) => AnswerFields) => void
  /** A word is begun, or done, with an input method. */
  readonly onComposing: (composing: boolean) => void
  /** Stands below what is written. */
  readonly pins: ReactNode
  /** Stands in the line with the buttons that add a text. */
  readonly more?: ReactNode
}

/** The picker at a field, with where the words go. */
interface Picking {
  readonly name: TextName
  readonly from: number
  readonly to: number
  /** What a phrase would be made of. */
  readonly written: string
}

function pickingAt(name: TextName, questionId: string): Picking {
  const field = document.getElementById(textId(name, questionId))
  if (!(field instanceof HTMLTextAreaElement)) return { name, from: 0, to: 0, written: '' }
  const { value } = field
  // a field that was not entered yet has its cursor at the beginning; words go to the end of it
  const entered = document.activeElement === field
  const [from, to] = entered ? [field.selectionStart, field.selectionEnd] : [value.length, value.length]
  return { name, from, to, written: from < to ? value.slice(from, to) : value }
}

export function AnswerTexts(props: AnswerTextsProps): ReactNode {
  const { questionId, question, fields, current, editable, onEdit, onComposing, pins, more } = props
  const { t } = useLanguage()
  const [asked, setAsked] = useState<readonly TextName[]>([])
  const [picking, setPicking] = useState<Picking | null>(null)
  if (!current || !editable) {
    return (
      <>
        <WrittenTexts fields={fields} />
        {pins}
      </>
    )
  }
  const problem = fields.answer === 'no' || fields.answer === 'cannotTell'
  const shown = TEXTS.filter((name) => fields[name] !== '' || asked.includes(name) || (problem && name !== 'note'))
  const hidden = TEXTS.filter((name) => !shown.includes(name))
  return (
    <div className="question-texts">
      {question !== undefined && <ReadyWording question={question} fields={fields} onEdit={onEdit} />}
      {shown.map((name) => (
        <OneText
          key={name}
          name={name}
          questionId={questionId}
          question={question}
          value={fields[name]}
          focused={asked.at(-1) === name}
          picking={picking?.name === name ? picking : null}
          onPick={setPicking}
          onComposing={onComposing}
          onChange={(text) => onEdit((old) => ({ ...old, [name]: text }))}
        />
      ))}
      {pins}
      <div className="question-more">
        {hidden.map((name) => (
          <PlainButton key={name} kind="text" small id={textId(name, questionId, 'add')} onClick={() => setAsked([...asked, name])}>
            + {t(`checklist:${name}`)}
            <kbd aria-hidden>{t(`checklist:letter.${name}`)}</kbd>
          </PlainButton>
        ))}
        {hidden.includes('finding') && (
          <PlainButton
            kind="text"
            small
            id={textId('finding', questionId, 'phrases-after')}
            onClick={() => {
              setAsked([...asked, 'finding'])
              setPicking({ name: 'finding', from: 0, to: 0, written: '' })
            }}
          >
            {t('phrases:title')}
            <kbd aria-hidden>I</kbd>
          </PlainButton>
        )}
        {more}
      </div>
    </div>
  )
}

interface OneTextProps {
  readonly name: TextName
  readonly questionId: string
  readonly question: Question | undefined
  readonly value: string
  /** It was just asked for. */
  readonly focused: boolean
  readonly picking: Picking | null
  readonly onPick: (picking: Picking | null) => void
  readonly onComposing: (composing: boolean) => void
  readonly onChange: (text: string) => void
}

function OneText(props: OneTextProps): ReactNode {
  const { name, questionId, question, value, focused, picking, onPick, onComposing, onChange } = props
  const { t } = useLanguage()
  const values = use(PhraseCaseContext)
  const id = textId(name, questionId)
  const field = (): HTMLElement | null => document.getElementById(id)
  const insert = ({ text, open }: FilledPhrase): void => {
    const element = field()
    if (picking === null || !(element instanceof HTMLTextAreaElement)) return
    onPick(null)
    insertText(element, picking, text, open)
  }
  const close = (): void => {
    const element = field()
    element?.focus()
    if (picking !== null && element instanceof HTMLTextAreaElement) element.setSelectionRange(picking.from, picking.to)
    onPick(null)
  }
  return (
    <div
      className="question-text"
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
      onBlur={() => onComposing(false)}
    >
      <div className="question-text-head">
        <span className="question-text-name">{t(`checklist:${name}`)}</span>
        <PlainButton
          kind="text"
          small
          id={`phrases-${id}`}
          expanded={picking !== null}
          // the field keeps its cursor, where the words go
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => (picking === null ? onPick(pickingAt(name, questionId)) : close())}
        >
          {t('phrases:title')}
          <span className="fs-hidden">{t('phrases:insertInto', { field: t(`checklist:${name}`) })}</span>
          <kbd aria-hidden>{name === 'finding' ? 'I' : 'Ctrl+I'}</kbd>
        </PlainButton>
      </div>
      <TextArea
        id={id}
        label={t(`checklist:${name}Of`, { id: questionId })}
        value={value}
        rows={1}
        maxRows={8}
        maxLength={LONGEST}
        autoFocus={focused && picking === null}
        onChange={onChange}
      />
      {picking !== null && (
        <PhrasePicker
          place={{ heading: question?.heading ?? null, questionId }}
          values={{ ...values, question: questionId }}
          fieldName={t(`checklist:${name}`)}
          written={picking.written}
          onInsert={insert}
          onClose={close}
        />
      )}
    </div>
  )
}

interface ReadyWordingProps {
  readonly question: Question
  readonly fields: AnswerFields
  readonly onEdit: AnswerTextsProps['onEdit']
}

function ReadyWording({ question, fields, onEdit }: ReadyWordingProps): ReactNode {
  const { language, t } = useLanguage()
  if (fields.answer !== 'no' || withReadyWording(fields, question) === fields) return null
  return (
    <div className="ready-wording">
      <b>{t('checklist:readyWording')}</b> {question.finding['zh-CN']} <i>{question.suggestion['zh-CN']}</i>
      {language === 'en' && (
        <div className="fs-soft">
          {question.finding.en} {question.suggestion.en}
        </div>
      )}
      <PlainButton kind="link" small onClick={() => onEdit((old) => withReadyWording(old, question))}>
        {t('checklist:useWording')}
        <kbd aria-hidden>W</kbd>
      </PlainButton>
    </div>
  )
}

function WrittenTexts({ fields }: { readonly fields: AnswerFields }): ReactNode {
  const { t } = useLanguage()
  const written = TEXTS.filter((name) => fields[name] !== '')
  if (written.length === 0) return null
  return (
    <dl className="question-written">
      {written.map((name) => (
        <div key={name}>
          <dt>{t(`checklist:${name}`)}</dt>
          <dd>{fields[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
