/** One section of the opinion: written in place, with its remarks and what the answers would compose now. */
import { Alert, Button } from 'antd'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import type { OpinionRemark, OpinionSection } from '../../shared/opinion/contract.ts'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { Remarks } from './remarks.tsx'
import type { SectionKeeper } from './section-keeper.ts'
import { textDifference } from './text-difference.ts'

/** Longest text of a section, as in the contract. */
const LONGEST = 20_000

interface SectionEditorProps {
  readonly section: OpinionSection
  readonly remarks: readonly OpinionRemark[]
  readonly keeper: SectionKeeper
  readonly editable: boolean
}

export function SectionEditor({ section, remarks, keeper, editable }: SectionEditorProps): ReactNode {
  const { t } = useLanguage()
  const toast = useErrorToast()
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.get(section.id))
  const [compared, setCompared] = useState(false)
  const differs = section.edited && section.composed !== kept.text
  return (
    <section className="opinion-section" aria-labelledby={`section-${section.id}`}>
      <div className="opinion-section-head">
        <h3 id={`section-${section.id}`}>{section.title}</h3>
        {section.edited && <Mark tone="navy">{t('opinion:edited')}</Mark>}
        {differs && (
          <Button type="link" size="small" aria-expanded={compared} onClick={() => setCompared(!compared)}>
            {t(compared ? 'opinion:hideDifference' : 'opinion:showDifference')}
          </Button>
        )}
        {editable && section.edited && (
          <Button type="link" size="small" onClick={() => void keeper.takeBack(section.id).catch(toast)}>
            {t('opinion:takeBack')}
          </Button>
        )}
      </div>
      <Remarks remarks={remarks} />
      {kept.state === 'conflict' && kept.theirs !== null && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('opinion:conflict')}
          description={
            <>
              <Difference before={kept.theirs} after={kept.text} />
              <div className="opinion-choice">
                <Button size="small" onClick={() => keeper.resolve(section.id, 'theirs')}>
                  {t('opinion:takeTheirs')}
                </Button>
                <Button size="small" onClick={() => keeper.resolve(section.id, 'mine')}>
                  {t('opinion:keepMine')}
                </Button>
              </div>
            </>
          }
        />
      )}
      {kept.state === 'failed' && <ErrorNotice error={kept.error} onRetry={() => void keeper.flush()} />}
      {compared && differs && (
        <div className="opinion-difference">
          <div className="fs-soft">{t('opinion:differenceHint')}</div>
          <Difference before={section.composed} after={kept.text} />
        </div>
      )}
      {editable ? (
        <TextArea
          label={section.title}
          value={kept.text}
          rows={2}
          maxRows={18}
          maxLength={LONGEST}
          onChange={(text) => keeper.edit(section.id, text)}
        />
      ) : (
        <div className="opinion-fixed">{section.text}</div>
      )}
    </section>
  )
}

export function Difference({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return (
    <div className="difference">
      {textDifference(before, after).map((part, index) =>
        part.kind === 'same' ? (
          <span key={index}>{part.text}</span>
        ) : part.kind === 'removed' ? (
          <del key={index}>{part.text}</del>
        ) : (
          <ins key={index}>{part.text}</ins>
        ),
      )}
    </div>
  )
}
