/** The review (审核): headings, questions and evidence, all by keyboard. */
import { Button } from 'antd'
import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { AnswerValue } from '../../shared/checklist/answers.ts'
import type { Checklist } from '../../shared/checklist/contract.ts'
import { materialIdSchema } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { evidenceOf, selectedPassage, type ShownPlace } from '../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../materials/viewer/evidence-viewer.tsx'
import { useDecide } from '../prereview/decide.ts'
import type { FindingBoxActs } from '../prereview/finding-box.tsx'
import { FindingList } from '../prereview/finding-list.tsx'
import { useShowsEvidence } from '../timeline/evidence-opener.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { caseValues } from '../phrases/case-values.ts'
import { PhraseCaseContext } from '../phrases/phrase-case.ts'
import { today } from '../ui/formats.ts'
import { useAfterPaint } from '../workspace/after-paint.ts'
import { rememberPlace } from '../workspace/last-place.ts'
import { useAfterStart } from '../workspace/opening-ahead.ts'
import { leaveHead, scrollWithin } from '../workspace/scroll-within.ts'
import { withPin } from './answer-draft.ts'
import { DerivedBox } from './derived-box.tsx'
import { useEvidencePlace, useRememberEvidence } from './evidence-target.ts'
import { HistoryNotice, useAnswerHistory } from './history-notice.tsx'
import type { Direction } from './answer-history.ts'
import { useFindingWork } from './finding-work.ts'
import { HeadingList } from './heading-list.tsx'
import { HeadingQuestions } from './heading-questions.tsx'
import { headingOf } from './question-order.ts'
import { withReadyWording } from './ready-wording.ts'
import { ReportSaving } from './report-saving.tsx'
import { focusPane, ReviewPanes, type Pane } from './review-panes.tsx'
import { headingsOf, useAnswerKeeper, useDerived, useShownAnswers } from './review-state.ts'
import { ShortcutsList } from './shortcuts-list.tsx'
import { startOf } from './start-of-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import './checklist.css'

interface ChecklistReviewProps {
  readonly detail: CaseDetail
  readonly checklist: Checklist
  readonly catalogue: Catalogue
  /** Where to begin, such as a reason of the opinion that was clicked. */
  readonly startAt: string | null
}

export function ChecklistReview({ detail, checklist, catalogue, startAt }: ChecklistReviewProps): ReactNode {
  const { t } = useLanguage()
  const keeper = useAnswerKeeper(detail.id, checklist)
  const headings = useMemo(() => headingsOf(checklist), [checklist])
  const answers = useShownAnswers(keeper)
  const derived = useDerived(checklist, catalogue, answers)
  const [current, setCurrent] = useState(() => startOf(detail.id, headings, checklist, startAt))
  const [listOpen, setListOpen] = useState(false)
  const [pane, setPane] = useState<Pane>('questions')
  const showEvidence = useCallback(() => {
    setPane('evidence')
    leaveHead(document.querySelector('.review-evidence'))
  }, [])
  const evidence = useEvidencePlace(detail, checklist, current, showEvidence)
  useShowsEvidence(evidence.openPointer)
  const painted = useAfterPaint()
  const started = useAfterStart(detail.id)
  const place = useRef<ShownPlace | null>(null)
  const viewer = useRef<HTMLElement>(null)
  useRememberEvidence(detail.id, place)
  const scroller = useRef<HTMLDivElement>(null)
  const documents = useMemo(() => evidenceOf(detail.materials), [detail.materials])
  const questions = useMemo(() => new Map(catalogue.questions.map((question) => [question.id, question])), [catalogue])
  const laws = useMemo(() => new Map(catalogue.laws.map((law) => [law.title['zh-CN'], law.title])), [catalogue])
  const phraseCase = useMemo(() => caseValues(detail.fields, today()), [detail.fields])

  useEffect(() => {
    if (startAt !== null) setCurrent(startAt)
  }, [startAt])
  const latest = useRef(current)
  useEffect(() => {
    latest.current = current
    if (current !== null) rememberPlace(detail.id, { question: current })
  }, [detail.id, current])

  /** What opens in a card does not push it out of the pane. */
  const keepInView = useCallback((questionId: string | null) => {
    requestAnimationFrame(() => scrollWithin(scroller.current, document.getElementById(`question-${questionId}`), 'nearest'))
  }, [])
  const goTo = useCallback((questionId: string | null) => {
    if (questionId === null) return
    setCurrent(questionId)
    setPane('questions')
    requestAnimationFrame(() => {
      leaveHead(scroller.current)
      const card = document.getElementById(`question-${questionId}`)
      card?.focus({ preventScroll: true })
      scrollWithin(scroller.current, card, 'nearest')
    })
  }, [])
  const answer = useCallback(
    (questionId: string, value: AnswerValue) => {
      if (value === 'notApplicable' && questions.get(questionId)?.mayNotApply === false) return
      setCurrent(questionId)
      keeper.edit(questionId, (fields) => ({ ...fields, answer: value }))
      keepInView(questionId)
    },
    [keeper, questions, keepInView],
  )
  const pin = useCallback(() => {
    const shown = place.current
    const materialId = materialIdSchema.safeParse(shown?.reference.replace('material/', ''))
    const questionId = latest.current
    if (shown === null || questionId === null || !materialId.success) return
    const region = shown.region === undefined ? {} : { region: shown.region }
    const pinned = { materialId: materialId.data, page: shown.page, passage: selectedPassage(viewer.current), ...region }
    keeper.edit(questionId, (fields) => withPin(fields, pinned))
    shown.onPinned?.()
  }, [keeper])

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
    onEvidence: ({ finding }) => {
      const [first] = finding.evidence
      if (first !== undefined) evidence.showBeside(first)
    },
    ask: started,
  })
  const { setCurrent: setFinding, listed, setListed } = findings
  const decide = useDecide(detail.id, keeper)
  const mayDecide = checklist.editable && (findings.prereview?.editable ?? false)
  const findingBox = useMemo<FindingBoxActs>(
    () => ({ caseId: detail.id, materials: detail.materials, editable: mayDecide, onCurrent: setFinding, onOpen: evidence.openPointer, decide }),
    [detail.id, detail.materials, mayDecide, setFinding, evidence.openPointer, decide],
  )
  const showQuestion = useCallback(
    (questionId: string | null) => {
      setListed(false)
      goTo(questionId)
    },
    [setListed, goTo],
  )

  const showHeading = useCallback(
    (headingId: string) => showQuestion(headings.find((one) => one.headingId === headingId)?.questionIds[0] ?? null),
    [headings, showQuestion],
  )
  const showShortcuts = useCallback(() => setListOpen(true), [])
  const history = useAnswerHistory(keeper, showQuestion)

  useReviewKeys({
    headings,
    answers,
    // in the list no question is seen that a key could answer
    current: listed ? null : current,
    listed,
    editable: checklist.editable,
    goTo: showQuestion,
    answer,
    showBasis: () => {
      if (listed || current === null) return
      document.getElementById(`basis-${current}`)?.click()
      keepInView(current)
    },
    pin: () => {
      if (!listed) pin()
    },
    takeWording: () => {
      if (listed) return
      const question = current === null ? undefined : questions.get(current)
      if (current !== null && question !== undefined) keeper.edit(current, (fields) => withReadyWording(fields, question))
    },
    showShortcuts,
    stepFinding: findings.step,
    decideFinding: findings.press,
    toggleFindings: () => setListed(!listed),
    history: history.take,
    switchPane: (step) => setPane(focusPane(step, pane)),
  })

  const heading = headingOf(headings, current) ?? headings[0]
  const findingsThere = findings.prereview !== undefined
  const shown = checklist.headings.find((one) => one.headingId === heading?.headingId)
  useEffect(() => {
    const card = document.getElementById(`question-${latest.current}`)
    if (card === null) scroller.current?.scrollTo({ top: 0 })
    else scrollWithin(scroller.current, card, 'start')
    // the findings come after the questions, and push them down
  }, [heading?.headingId, findingsThere])

  // an answer draws nothing anew of the papers
  const { target } = evidence
  const onPin = checklist.editable ? pin : undefined
  const evidencePane = useMemo(
    () => (painted ? <EvidenceViewer documents={documents} target={target} onPin={onPin} place={place} frame={viewer} /> : null),
    [painted, documents, target, onPin],
  )

  return (
    <PhraseCaseContext value={phraseCase}>
      <ReportSaving caseId={detail.id} keeper={keeper} headings={headings} />
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
              onChoose={showHeading}
            />
            <DerivedBox derived={derived} catalogue={catalogue} onQuestion={showQuestion} />
            <ReviewHelp editable={checklist.editable} onShortcuts={showShortcuts} onTake={history.take} />
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
              <HeadingQuestions
                heading={shown}
                catalogue={catalogue}
                questions={questions}
                laws={laws}
                materials={detail.materials}
                keeper={keeper}
                editable={checklist.editable}
                current={current}
                onCurrent={setCurrent}
                onAnswer={answer}
                onOpenPin={evidence.openPin}
                onPin={pin}
                findings={findings.ofQuestion}
                findingBox={findingBox}
                currentFinding={findings.current}
              />
            )}
          </div>
        }
        evidence={evidencePane}
      />
      <HistoryNotice notice={history.notice} />
      <ShortcutsList open={listOpen} onClose={() => setListOpen(false)} />
    </PhraseCaseContext>
  )
}

interface ReviewHelpProps {
  readonly editable: boolean
  readonly onShortcuts: () => void
  readonly onTake: (direction: Direction) => void
}

const ReviewHelp = memo(function ReviewHelp({ editable, onShortcuts, onTake }: ReviewHelpProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="review-help">
      <Button type="text" size="small" onClick={onShortcuts}>
        <kbd aria-hidden>?</kbd> {t('checklist:shortcuts')}
      </Button>
      {editable && (
        <span>
          <Button type="text" size="small" icon={<UndoOutlined aria-hidden />} title={`${t('checklist:undo')} Ctrl+Z`} aria-label={t('checklist:undo')} onClick={() => onTake('undo')} />
          <Button type="text" size="small" icon={<RedoOutlined aria-hidden />} title={`${t('checklist:redo')} Ctrl+Shift+Z`} aria-label={t('checklist:redo')} onClick={() => onTake('redo')} />
        </span>
      )}
    </div>
  )
})
