/** The review (审核): headings, questions and evidence, all by keyboard. */
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { AnswerValue, Evidence } from '../../shared/checklist/answers.ts'
import type { Checklist } from '../../shared/checklist/contract.ts'
import { materialIdSchema } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { evidenceOf, materialReference, selectedPassage, type EvidenceTarget, type ShownPlace } from '../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../materials/viewer/evidence-viewer.tsx'
import { Empty } from '../ui/empty.tsx'
import { useReportSaving } from '../workspace/save-mark.tsx'
import { scrollWithin } from '../workspace/scroll-within.ts'
import { withPin } from './answer-draft.ts'
import { DerivedBox } from './derived-box.tsx'
import { FoldedQuestions } from './folded-questions.tsx'
import { HeadingList } from './heading-list.tsx'
import { QuestionCard } from './question-card.tsx'
import { firstQuestion, headingOf, type OrderedHeading } from './question-order.ts'
import { withReadyWording } from './ready-wording.ts'
import { ReviewPanes, type Pane } from './review-panes.tsx'
import { headingsOf, useAnswerKeeper, useDerived, useShownAnswers } from './review-state.ts'
import { ShortcutsList } from './shortcuts-list.tsx'
import { savingState } from './saving-state.ts'
import { useReviewKeys } from './use-review-keys.ts'
import './checklist.css'

interface ChecklistReviewProps {
  readonly detail: CaseDetail
  readonly checklist: Checklist
  readonly catalogue: Catalogue
  /** Where to begin, such as a reason of the opinion that was clicked. */
  readonly startAt: string | null
}

/** Remembers the place in each case for as long as the window is open. */
const LAST_QUESTION = new Map<string, string>()

function startOf(caseId: string, headings: readonly OrderedHeading[], checklist: Checklist, startAt: string | null): string | null {
  const asked = startAt ?? LAST_QUESTION.get(caseId) ?? null
  if (headingOf(headings, asked) !== undefined) return asked
  const saved = new Map(checklist.headings.flatMap((heading) => heading.questions.map((one) => [one.questionId, one.answer?.answer ?? null] as const)))
  return firstQuestion(headings, saved)
}

/** The evidence of the question that is begun with, else the first document: the pane is never empty without need. */
function firstEvidence(detail: CaseDetail, checklist: Checklist, questionId: string | null): EvidenceTarget | null {
  const question = checklist.headings.flatMap((heading) => heading.questions).find((one) => one.questionId === questionId)
  const [pin] = question?.answer?.evidence ?? []
  const there = detail.materials.filter((material) => material.removed === null)
  const pinned = there.find((material) => material.id === pin?.materialId)
  const material = pinned ?? there[0]
  if (material === undefined) return null
  return { reference: materialReference(material.id), page: pinned === undefined ? 1 : (pin?.page ?? 1), passage: pin?.passage ?? null, turn: 0 }
}

export function ChecklistReview({ detail, checklist, catalogue, startAt }: ChecklistReviewProps): ReactNode {
  const { t, pick } = useLanguage()
  const keeper = useAnswerKeeper(detail.id, checklist)
  const headings = useMemo(() => headingsOf(checklist), [checklist])
  const answers = useShownAnswers(keeper)
  const derived = useDerived(checklist, catalogue, answers)
  const [current, setCurrent] = useState(() => startOf(detail.id, headings, checklist, startAt))
  const [listOpen, setListOpen] = useState(false)
  const [pane, setPane] = useState<Pane>('questions')
  const [target, setTarget] = useState<EvidenceTarget | null>(() => firstEvidence(detail, checklist, current))
  const place = useRef<ShownPlace | null>(null)
  const viewer = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const documents = useMemo(() => evidenceOf(detail.materials), [detail.materials])
  const questions = useMemo(() => new Map(catalogue.questions.map((question) => [question.id, question])), [catalogue])
  const laws = useMemo(() => new Map(catalogue.laws.map((law) => [law.title['zh-CN'], law.title])), [catalogue])
  useReportSaving(`checklist/${detail.id}`, savingState(keeper, headings))

  useEffect(() => {
    if (startAt !== null) setCurrent(startAt)
  }, [startAt])
  const latest = useRef(current)
  useEffect(() => {
    latest.current = current
    if (current !== null) LAST_QUESTION.set(detail.id, current)
  }, [detail.id, current])

  const goTo = useCallback((questionId: string | null) => {
    if (questionId === null) return
    setCurrent(questionId)
    setPane('questions')
    requestAnimationFrame(() => {
      const card = document.getElementById(`question-${questionId}`)
      card?.focus({ preventScroll: true })
      scrollWithin(scroller.current, card, 'nearest')
    })
  }, [])
  const open = useCallback((reference: EvidenceTarget['reference'], page = 1, passage: string | null = null) => {
    setTarget((old) => ({ reference, page, passage, turn: (old?.turn ?? 0) + 1 }))
    setPane('evidence')
  }, [])
  const openPin = useCallback((pin: Evidence) => open(materialReference(pin.materialId), pin.page ?? 1, pin.passage), [open])
  const answer = useCallback(
    (questionId: string, value: AnswerValue) => {
      if (value === 'notApplicable' && questions.get(questionId)?.mayNotApply === false) return
      setCurrent(questionId)
      keeper.edit(questionId, (fields) => ({ ...fields, answer: value }))
    },
    [keeper, questions],
  )
  const pin = useCallback(() => {
    const shown = place.current
    const materialId = materialIdSchema.safeParse(shown?.reference.replace('material/', ''))
    if (shown === null || current === null || !materialId.success) return
    const evidence = { materialId: materialId.data, page: shown.page, passage: selectedPassage(viewer.current) }
    keeper.edit(current, (fields) => withPin(fields, evidence))
  }, [keeper, current])

  useReviewKeys({
    headings,
    answers,
    current,
    editable: checklist.editable,
    goTo,
    answer,
    pin,
    takeWording: () => {
      const question = current === null ? undefined : questions.get(current)
      if (current !== null && question !== undefined) keeper.edit(current, (fields) => withReadyWording(fields, question))
    },
    showShortcuts: () => setListOpen(true),
  })

  const heading = headingOf(headings, current) ?? headings[0]
  const shown = checklist.headings.find((one) => one.headingId === heading?.headingId)
  const headingRow = catalogue.headings.find((row) => row.id === heading?.headingId)
  useEffect(() => {
    const card = document.getElementById(`question-${latest.current}`)
    if (card === null) scroller.current?.scrollTo({ top: 0 })
    else scrollWithin(scroller.current, card, 'start')
  }, [heading?.headingId])

  return (
    <>
      <ReviewPanes
        shown={pane}
        onShow={setPane}
        headings={
          <>
            <HeadingList
              headings={headings}
              rows={catalogue.headings}
              answers={answers}
              currentHeading={heading?.headingId ?? null}
              onChoose={(id) => goTo(headings.find((one) => one.headingId === id)?.questionIds[0] ?? null)}
            />
            <DerivedBox derived={derived} catalogue={catalogue} onQuestion={goTo} />
            <Button type="text" size="small" className="review-help" onClick={() => setListOpen(true)}>
              <kbd aria-hidden>?</kbd> {t('checklist:shortcuts')}
            </Button>
          </>
        }
        questions={
          <div className="questions" ref={scroller}>
            {headingRow !== undefined && <h2 className="questions-title">{pick(headingRow.title)}</h2>}
            {!checklist.editable && <p className="fs-soft questions-note">{t('checklist:readOnly')}</p>}
            {shown?.questions.length === 0 && <Empty title={t('checklist:nothingApplies')} />}
            {shown?.questions.map(({ questionId, previous }) => (
              <QuestionCard
                key={questionId}
                questionId={questionId}
                question={questions.get(questionId)}
                previous={previous}
                laws={laws}
                materials={detail.materials}
                keeper={keeper}
                editable={checklist.editable}
                current={questionId === current}
                onCurrent={setCurrent}
                onAnswer={answer}
                onOpenPin={openPin}
                onPin={pin}
              />
            ))}
            {shown !== undefined && <FoldedQuestions folded={shown.folded} questions={questions} />}
          </div>
        }
        evidence={<EvidenceViewer documents={documents} target={target} onChoose={(reference) => open(reference)} place={place} frame={viewer} />}
      />
      <ShortcutsList open={listOpen} onClose={() => setListOpen(false)} />
    </>
  )
}
