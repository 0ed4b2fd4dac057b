/** One section of the opinion: written in place, with its remarks and what the answers would compose now. */
import { Alert, Button } from 'antd'
import { useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Change } from '../../shared/opinion/changes.ts'
import type { Opinion, OpinionSection } from '../../shared/opinion/contract.ts'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { Difference } from './difference.tsx'
import { FixedParagraph } from './fixed-paragraph.tsx'
import { OfferedDifference } from './offered-difference.tsx'
import { paragraphsOf } from './remarks-form.ts'
import { Remarks } from './remarks.tsx'
import type { SectionKeeper } from './section-keeper.ts'
import type { SendBackForm } from './send-back-form.ts'

/** Longest text of a section, as in the contract. */
const LONGEST = 20_000

interface SectionEditorProps {
  readonly caseId: string
  readonly opinion: Opinion
  readonly section: OpinionSection
  readonly keeper: SectionKeeper
  readonly editable: boolean
  /** The text that the head read last; absent where nothing changed in this section since. */
  readonly read?: Change<string | null> | undefined
  /** Where the head writes remarks; null for everybody else. */
  readonly remarking: SendBackForm | null
}

export function SectionEditor(props: SectionEditorProps): ReactNode {
  const { caseId, opinion, section, keeper, editable, read, remarking } = props
  const { t } = useLanguage()
  const toast = useErrorToast()
  const area = useRef<HTMLDivElement>(null)
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.get(section.id))
  const [compared, setCompared] = useState(false)
  const [sinceRead, setSinceRead] = useState(false)
  const differs = section.edited && section.composed !== kept.text
  const remarks = opinion.remarks.filter((remark) => remark.sectionId === section.id)
  const paragraphs = editable ? [] : paragraphsOf(section.text)
  const atParagraphs = new Set(paragraphs)
  const above = editable ? remarks : remarks.filter(({ paragraph }) => paragraph === null || !atParagraphs.has(paragraph))
  const toParagraph = (paragraph: string): void => selectIn(area.current?.querySelector('textarea') ?? null, paragraph)
  return (
    <section className="opinion-section" aria-labelledby={`section-${section.id}`}>
      <div className="opinion-section-head">
        <h3 id={`section-${section.id}`}>{section.title}</h3>
        {section.edited && <Mark tone="navy">{t('opinion:edited')}</Mark>}
        {read !== undefined && <Mark tone="amber">{t('opinion:changedSince')}</Mark>}
        {read !== undefined && (
          <Button type="link" size="small" aria-expanded={sinceRead} onClick={() => setSinceRead(!sinceRead)}>
            {t(sinceRead ? 'opinion:hideDifference' : 'opinion:showSinceRead')}
          </Button>
        )}
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
      <Remarks remarks={above} caseId={caseId} opinion={opinion} answerable={editable} onParagraph={editable ? toParagraph : undefined} />
      {editable && section.base !== null && section.base !== section.composed && kept.state !== 'conflict' && (
        <OfferedDifference
          title={section.title}
          base={section.base}
          composed={section.composed}
          own={kept.text}
          onSettle={(settled) => keeper.settle(section.id, settled)}
        />
      )}
      {read !== undefined && sinceRead && (
        <div className="opinion-difference">
          <div className="fs-soft">{t('opinion:sinceReadHint')}</div>
          <Difference before={read.before ?? ''} after={read.after ?? ''} />
        </div>
      )}
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
        <div ref={area}>
          <TextArea
            label={section.title}
            value={kept.text}
            rows={2}
            maxRows={18}
            maxLength={LONGEST}
            onChange={(text) => keeper.edit(section.id, text)}
          />
        </div>
      ) : (
        <div className="opinion-fixed">
          {paragraphs.map((paragraph, index) => (
            <FixedParagraph key={index} sectionId={section.id} paragraph={paragraph} number={index + 1} title={section.title} remarking={remarking}>
              <Remarks remarks={remarks.filter((remark) => remark.paragraph === paragraph)} caseId={caseId} opinion={opinion} answerable={false} />
            </FixedParagraph>
          ))}
        </div>
      )}
    </section>
  )
}

/** Puts the caret on a paragraph; where it was rewritten meanwhile, into the field. */
function selectIn(field: HTMLTextAreaElement | null, paragraph: string): void {
  if (field === null) return
  const at = field.value.indexOf(paragraph)
  field.focus()
  if (at >= 0) field.setSelectionRange(at, at + paragraph.length)
}
