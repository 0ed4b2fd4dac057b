/** One phrase: its name, its words, who uses it and where. */
import { App, Button, Modal, Segmented, Select } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { chineseNumeral } from '../../shared/catalogue/citation.ts'
import { HEADING_IDS, type HeadingId } from '../../shared/catalogue/vocabulary.ts'
import type { Phrase } from '../../shared/phrases/contract.ts'
import type { PhrasePlace } from '../../shared/phrases/find-phrases.ts'
import { LONGEST_PHRASE, LONGEST_PHRASE_NAME, type PhraseShelf } from '../../shared/phrases/phrase.ts'
import { PLACEHOLDER_NAMES, PLACEHOLDERS, type Placeholder } from '../../shared/phrases/placeholders.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { HEADING_LABELS } from '../ui/vocabulary-labels.ts'
import { insertText } from './insert-text.ts'
import './phrases.css'

export interface PhraseDraft {
  readonly name: string
  readonly text: string
  readonly place: PhrasePlace
  /** What is changed; null: a new one. */
  readonly phrase: Phrase | null
}

interface PhraseDialogProps {
  readonly draft: PhraseDraft
  /** Where the person is, to offer that place. */
  readonly place: PhrasePlace
  readonly mayEditStation: boolean
  readonly onClose: () => void
}

type PlaceChoice = '' | `heading/${HeadingId}` | `question/${string}`

function choiceOf({ heading, questionId }: PhrasePlace): PlaceChoice {
  if (questionId !== null) return `question/${questionId}`
  return heading === null ? '' : `heading/${heading}`
}

function placeOf(choice: PlaceChoice): PhrasePlace {
  const [kind, id] = choice.split('/')
  if (kind === 'question') return { heading: null, questionId: id ?? null }
  return { heading: kind === 'heading' ? (id as HeadingId) : null, questionId: null }
}

/** Part 3 or question 3.8 in words; all questions where it is for no place. */
export function placeWords({ heading, questionId }: PhrasePlace, t: Translate): string {
  if (questionId !== null) return t('phrases:forQuestion', { id: questionId })
  return heading === null ? t('phrases:everywhere') : t('phrases:forHeading', { heading: chineseNumeral(HEADING_IDS.indexOf(heading) + 1) })
}

export function PhraseDialog({ draft, place, mayEditStation, onClose }: PhraseDialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const save = useWrite('phrases.save')
  const [name, setName] = useState(draft.name)
  const [text, setText] = useState(draft.text)
  const [shelf, setShelf] = useState<PhraseShelf>(draft.phrase?.shelf ?? 'own')
  // a phrase that is made at a question is mostly for its part
  const [choice, setChoice] = useState<PlaceChoice>(() =>
    choiceOf(draft.phrase === null && draft.place.heading !== null ? { ...draft.place, questionId: null } : draft.place),
  )
  const [tried, setTried] = useState(false)
  const words = useRef<HTMLDivElement>(null)
  const fits = name.trim() !== '' && text.trim() !== ''
  const put = (one: Placeholder): void => {
    const field = words.current?.querySelector('textarea')
    if (field === null || field === undefined) return
    insertText(field, { from: field.selectionStart, to: field.selectionEnd }, `{${pick(PLACEHOLDER_NAMES[one])}}`, null)
  }
  const confirm = (): void => {
    setTried(true)
    if (!fits) return
    const fields = { name: name.trim(), text: text.trim(), ...placeOf(choice) }
    const input = { phraseId: draft.phrase?.id ?? null, expectedVersion: draft.phrase?.version ?? 0, shelf, fields }
    save.mutate(input, {
      onSuccess: (saved) => {
        void message.success(t('phrases:saved', { name: saved.name }))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={t(draft.phrase === null ? 'phrases:add' : 'phrases:edit')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={confirm}>
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <Field label={t('phrases:name')} required hint={t('phrases:nameHint')} error={tried && name.trim() === '' ? t('phrases:nameMissing') : undefined}>
        {(control) => <TextField {...control} value={name} onChange={setName} maxLength={LONGEST_PHRASE_NAME} autoFocus onEnter={confirm} />}
      </Field>
      <div ref={words}>
        <Field label={t('phrases:text')} required error={tried && text.trim() === '' ? t('phrases:textMissing') : undefined}>
          {(control) => <TextArea {...control} value={text} onChange={setText} rows={4} maxLength={LONGEST_PHRASE} onEnter={confirm} />}
        </Field>
      </div>
      <FieldGroup label={t('phrases:placeholders')} hint={t('phrases:placeholdersHint')}>
        <div className="phrase-placeholders">
          {PLACEHOLDERS.map((one) => (
            <Button key={one} size="small" onPointerDown={(event) => event.preventDefault()} onClick={() => put(one)}>
              {pick(PLACEHOLDER_NAMES[one])}
            </Button>
          ))}
        </div>
      </FieldGroup>
      <Field label={t('phrases:place')}>
        {(control) => (
          <Select<PlaceChoice> id={control.id} className="phrase-place" value={choice} options={placeOptions(place, choice, t, pick)} onChange={setChoice} />
        )}
      </Field>
      <FieldGroup label={t('phrases:shelf')} {...(mayEditStation ? {} : { hint: t('phrases:stationReadOnly') })}>
        <Segmented<PhraseShelf>
          value={shelf}
          options={[
            { value: 'own', label: t('phrases:shelfOwn') },
            { value: 'station', label: t('phrases:shelfStation'), disabled: !mayEditStation },
          ]}
          onChange={setShelf}
        />
      </FieldGroup>
      <ErrorNotice error={save.error} />
    </Modal>
  )
}

type Pick = ReturnType<typeof useLanguage>['pick']

/** Everywhere, the eight parts, the question where the person is, and the one that the phrase is for. */
function placeOptions(place: PhrasePlace, choice: PlaceChoice, t: Translate, pick: Pick): { value: PlaceChoice; label: string }[] {
  const questions = new Set([place.questionId, placeOf(choice).questionId])
  return [
    { value: '' as const, label: t('phrases:everywhere') },
    ...HEADING_IDS.map((heading) => ({
      value: `heading/${heading}` as const,
      label: `${t('phrases:thisHeading', { heading: chineseNumeral(HEADING_IDS.indexOf(heading) + 1) })} ${pick(HEADING_LABELS[heading])}`,
    })),
    ...[...questions].flatMap((id) => (id === null ? [] : [{ value: `question/${id}` as const, label: t('phrases:thisQuestion', { id }) }])),
  ]
}
