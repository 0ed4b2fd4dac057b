/** Two windows changed the same answer: both versions side by side, and the person decides. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerFields } from '../../shared/checklist/contract.ts'
import { useLanguage } from '../language/language.ts'
import { AnswerMark } from '../ui/state-tag.tsx'
import type { AnswerKeeper, KeptAnswer } from './answer-keeper.ts'

function Version({ title, fields }: { readonly title: string; readonly fields: AnswerFields }): ReactNode {
  const { t } = useLanguage()
  const rows = [
    ['finding', fields.finding],
    ['suggestion', fields.suggestion],
    ['note', fields.note],
  ] as const
  return (
    <div className="conflict-version">
      <div className="conflict-title">{title}</div>
      {fields.answer === null ? <span className="fs-soft">{t('checklist:unanswered')}</span> : <AnswerMark answer={fields.answer} />}
      {rows.map(([name, text]) =>
        text === '' ? null : (
          <div key={name}>
            <span className="fs-soft">{t(`checklist:${name}`)}</span> {text}
          </div>
        ),
      )}
      {fields.evidence.length > 0 && <div className="fs-soft">{t('checklist:pinCount', { count: fields.evidence.length })}</div>}
    </div>
  )
}

interface ConflictNoticeProps {
  readonly questionId: string
  readonly kept: KeptAnswer
  readonly keeper: AnswerKeeper
}

export function ConflictNotice({ questionId, kept, keeper }: ConflictNoticeProps): ReactNode {
  const { t } = useLanguage()
  if (kept.state !== 'conflict') return null
  const description =
    kept.theirs === null ? (
      t('checklist:conflictLoading')
    ) : (
      <>
        <div className="conflict">
          <Version title={t('checklist:conflictMine')} fields={kept.fields} />
          <Version title={t('checklist:conflictTheirs', { name: kept.theirs.answeredBy })} fields={kept.theirs} />
        </div>
        <div className="conflict-choice">
          <Button size="small" onClick={() => keeper.resolve(questionId, 'theirs')}>
            {t('checklist:takeTheirs')}
          </Button>
          <Button size="small" onClick={() => keeper.resolve(questionId, 'mine')}>
            {t('checklist:keepMine')}
          </Button>
        </div>
      </>
    )
  return <Alert type="warning" showIcon role="alert" className="question-notice" title={t('checklist:conflictTitle')} description={description} />
}
