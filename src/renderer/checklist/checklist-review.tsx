/** The review (审核): headings, questions and evidence, all by keyboard. */
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { AnswerValue, Evidence } from '../../shared/checklist/answers.ts'
import type { Checklist } from '../../shared/checklist/contract.ts'
import { materialIdSchema } from '../../shared/values/values.ts'
import type { DecidedFinding } from '../../shared/prereview/contract.ts'
import type { EvidencePointer } from '../../shared/prereview/finding.ts'
import { useLanguage } from '../language/language.ts'
import { evidenceOf, materialReference, selectedPassage, type EvidenceTarget, type ShownPlace } from '../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../materials/viewer/evidence-viewer.tsx'
import { useDecide } from '../prereview/decide.ts'
import { FindingBox, type FindingBoxActs } from '../prereview/finding-box.tsx'
import { FindingList } from '../prereview/finding-list.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useReportSaving } from '../workspace/save-mark.tsx'
import { scrollWithin } from '../workspace/scroll-within.ts'
import { withPin } from './answer-draft.ts'
import { DerivedBox } from './derived-box.tsx'
import { useFindingWork } from './finding-work.ts'
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

const NO_FINDINGS: readonly DecidedFinding[] = []

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
  const openPointer = useCallback(
    ({ fileId, passage, quote }: EvidencePointer) => open(materialReference(fileId), passage.page, quote === '' ? null : quote),
    [open],
  )
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

  const asked = useMemo(() => new Set(headings.flatMap((one) => one.questionIds)), [headings])
  const findings = useFindingWork({
    caseId: detail.id,
    round: checklist.round,
    question: current,
    asked,
    scroller,
    onQuestion: (questionId) => {
      setCurrent(questionId)
      setPane('questions')
    },
    onEvidence: ({ finding: { evidence: [first] } }) => {
      // what is shown beside; a narrow window stays with the question
      if (first !== undefined)
        setTarget((old) => ({ reference: materialReference(first.fileId), page: first.passage.page, passage: first.quote, turn: (old?.turn ?? 0) + 1 }))
    },
  })
  const { setCurrent: setFinding, listed, setListed } = findings
  const decide = useDecide(detail.id, keeper)
  const mayDecide = checklist.editable && (findings.prereview?.editable ?? false)
  const findingBox = useMemo<FindingBoxActs>(
    () => ({ caseId: detail.id, materials: detail.materials, editable: mayDecide, onCurrent: setFinding, onOpen: openPointer, decide }),
    [detail.id, detail.materials, mayDecide, setFinding, openPointer, decide],
  )
  const showQuestion = useCallback(
    (questionId: string | null) => {
      setListed(false)
      goTo(questionId)
    },
    [setListed, goTo],
  )

  useReviewKeys({
    headings,
    answers,
    current,
    editable: checklist.editable,
    goTo: showQuestion,
    answer,
    pin,
    takeWording: () => {
      const question = current === null ? undefined : questions.get(current)
      if (current !== null && question !== undefined) keeper.edit(current, (fields) => withReadyWording(fields, question))
    },
    showShortcuts: () => setListOpen(true),
    stepFinding: findings.step,
    decideFinding: findings.press,
    toggleFindings: () => setListed(!listed),
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
            <button
              type="button"
              className="heading finding-entry"
              aria-pressed={listed}
              onClick={() => {
                setListed(!listed)
                setPane('questions')
              }}
            >
              <span className="heading-name">{t('prereview:list.show')}</span>
              <span className="heading-count">{findings.prereview === undefined ? '' : `${findings.open}/${findings.prereview.findings.length}`}</span>
              <kbd aria-hidden>L</kbd>
            </button>
            <HeadingList
              openFindings={findings.openOf}
              headings={headings}
              rows={catalogue.headings}
              answers={answers}
              currentHeading={heading?.headingId ?? null}
              onChoose={(id) => showQuestion(headings.find((one) => one.headingId === id)?.questionIds[0] ?? null)}
            />
            <DerivedBox derived={derived} catalogue={catalogue} onQuestion={showQuestion} />
            <Button type="text" size="small" className="review-help" onClick={() => setListOpen(true)}>
              <kbd aria-hidden>?</kbd> {t('checklist:shortcuts')}
            </Button>
          </>
        }
        questions={
          <div className="questions" ref={scroller}>
            <ErrorNotice error={findings.error} onRetry={findings.retry} />
            {listed && findings.prereview !== undefined ? (
              <FindingList
                {...findingBox}
                prereview={findings.prereview}
                headings={catalogue.headings}
                filter={findings.filter}
                onFilter={findings.setFilter}
                current={findings.current}
                asked={asked}
                onStep={findings.step}
                onQuestion={showQuestion}
                onBack={() => setListed(false)}
              />
            ) : (
              <>
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
                  findings={findings.ofQuestion.get(questionId) ?? NO_FINDINGS}
                  findingBox={findingBox}
                  currentFinding={findings.current}
                />
              ))}
              {shown !== undefined && <FoldedQuestions folded={shown.folded} questions={questions} />}
              {shown?.folded.some(({ questionId }) => findings.ofQuestion.has(questionId)) === true && <p className="fs-soft questions-note">{t('prereview:inFolded')}</p>}
              {shown?.folded.flatMap(({ questionId }) =>
                (findings.ofQuestion.get(questionId) ?? NO_FINDINGS).map((decided) => (
                  <FindingBox key={decided.finding.key} {...findingBox} decided={decided} folded current={decided.finding.key === findings.current} />
                )),
              )}
              </>
            )}
          </div>
        }
        evidence={<EvidenceViewer documents={documents} target={target} onChoose={(reference) => open(reference)} place={place} frame={viewer} />}
      />
      <ShortcutsList open={listOpen} onClose={() => setListOpen(false)} />
    </>
  )
}
