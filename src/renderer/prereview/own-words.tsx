/** Taking a finding over in the officer's own words. What is typed is kept as a draft. */
import { Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { DecisionInput } from '../../shared/prereview/contract.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import { useLanguage } from '../language/language.ts'
import { Field, FieldGroup } from '../ui/field.tsx'
import { TextArea, useDraft } from '../ui/text-field.tsx'
import { ANSWER_LABELS } from '../ui/vocabulary-labels.ts'

interface OwnWordsProps {
  readonly caseId: string
  readonly finding: Finding
  readonly busy: boolean
  readonly onTake: (decision: Extract<DecisionInput, { outcome: 'changed' }>) => Promise<void>
  readonly onCancel: () => void
}

interface Words {
  readonly finding: string
  readonly suggestion: string
  readonly answer: 'no' | 'cannotTell'
}

const LONGEST = 4000
const ANSWERS = ['no', 'cannotTell'] as const

/** The part of a finding's key that tells it apart; the rest of it cannot stand in the name of a draft. */
const draftName = (caseId: string, key: string): string => `case/${caseId}/finding/${key.slice(key.lastIndexOf(':') + 1)}`

export function OwnWords({ caseId, finding, busy, onTake, onCancel }: OwnWordsProps): ReactNode {
  const { t, pick } = useLanguage()
  const [tried, setTried] = useState(false)
  // what goes into the opinion is Chinese in every language of the window
  const draft = useDraft<Words>(draftName(caseId, finding.key), {
    finding: finding.message['zh-CN'],
    suggestion: finding.suggestion['zh-CN'],
    answer: finding.answer,
  })
  if (!draft.ready) return <Skeleton active paragraph={{ rows: 2 }} />
  const { value, set } = draft
  const short = [...value.finding.trim()].length < 2
  const take = (): void => {
    setTried(true)
    if (short) return
    const { answer, finding: message, suggestion } = value
    onTake({ outcome: 'changed', finding: message.trim(), suggestion: suggestion.trim(), answer }).then(
      () => void draft.discard(),
      // what failed is shown by the finding; the words stay
      () => undefined,
    )
  }
  return (
    <div className="finding-own" role="group" aria-label={t('prereview:change')}>
      <Field label={t('prereview:own.finding')} required error={tried && short ? t('prereview:own.tooShort') : undefined}>
        {(control) => (
          <TextArea {...control} rows={2} maxLength={LONGEST} autoFocus value={value.finding} onChange={(text) => set((old) => ({ ...old, finding: text }))} />
        )}
      </Field>
      <Field label={t('prereview:own.suggestion')}>
        {(control) => (
          <TextArea {...control} rows={2} maxLength={LONGEST} value={value.suggestion} onChange={(text) => set((old) => ({ ...old, suggestion: text }))} />
        )}
      </Field>
      <FieldGroup label={t('prereview:own.answer')}>
        <div className="finding-answers">
          {ANSWERS.map((answer) => (
            <label key={answer}>
              <input type="radio" name={`own-${finding.key}`} checked={value.answer === answer} onChange={() => set((old) => ({ ...old, answer }))} /> {pick(ANSWER_LABELS[answer])}
            </label>
          ))}
        </div>
      </FieldGroup>
      <div className="fs-row">
        <Button type="primary" size="small" loading={busy} onClick={take}>
          {t('prereview:own.take')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </div>
    </div>
  )
}
