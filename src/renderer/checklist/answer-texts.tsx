/** What is written about a question: finding, suggestion, note; and ready words for a “no”. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Question } from '../../shared/catalogue/schema.ts'
import type { AnswerFields } from '../../shared/checklist/contract.ts'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../ui/text-field.tsx'
import { withReadyWording } from './ready-wording.ts'

const TEXTS = ['finding', 'suggestion', 'note'] as const
type TextName = (typeof TEXTS)[number]

/** Longest text of a field, as in the contract. */
const LONGEST = 4000

interface AnswerTextsProps {
  readonly questionId: string
  readonly question: Question | undefined
  readonly fields: AnswerFields
  readonly current: boolean
  readonly editable: boolean
  readonly onEdit: (change: (fields: AnswerFields) => AnswerFields) => void
}

export function AnswerTexts({ questionId, question, fields, current, editable, onEdit }: AnswerTextsProps): ReactNode {
  const { language, t } = useLanguage()
  const [asked, setAsked] = useState<readonly TextName[]>([])
  if (!current || !editable) return <WrittenTexts fields={fields} />
  const problem = fields.answer === 'no' || fields.answer === 'cannotTell'
  const shown = TEXTS.filter((name) => fields[name] !== '' || asked.includes(name) || (problem && name !== 'note'))
  const hidden = TEXTS.filter((name) => !shown.includes(name))
  const offered = fields.answer === 'no' && question !== undefined && withReadyWording(fields, question) !== fields
  return (
    <div className="question-texts">
      {offered && (
        <div className="ready-wording">
          <b>{t('checklist:readyWording')}</b> {question.finding['zh-CN']} <i>{question.suggestion['zh-CN']}</i>
          {language === 'en' && (
            <div className="fs-soft">
              {question.finding.en} {question.suggestion.en}
            </div>
          )}
          <Button type="link" size="small" onClick={() => onEdit((old) => withReadyWording(old, question))}>
            {t('checklist:useWording')}
            <kbd aria-hidden>W</kbd>
          </Button>
        </div>
      )}
      {shown.map((name) => (
        <div key={name} className="question-text">
          <span className="question-text-name">{t(`checklist:${name}`)}</span>
          <TextArea
            id={`${name}-${questionId}`}
            label={t(`checklist:${name}Of`, { id: questionId })}
            value={fields[name]}
            rows={name === 'note' ? 1 : 2}
            maxRows={8}
            maxLength={LONGEST}
            autoFocus={asked.at(-1) === name}
            onChange={(text) => onEdit((old) => ({ ...old, [name]: text }))}
          />
        </div>
      ))}
      {hidden.length > 0 && (
        <div className="question-more">
          {hidden.map((name) => (
            <Button key={name} type="text" size="small" id={`add-${name}-${questionId}`} onClick={() => setAsked([...asked, name])}>
              + {t(`checklist:${name}`)}
              {name === 'finding' && <kbd aria-hidden>E</kbd>}
            </Button>
          ))}
        </div>
      )}
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
