/** One round: its opinion, what the bureau answered to each problem, what was corrected, and how it went on. */
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FollowedRound } from '../../shared/followup/contract.ts'
import { PROBLEM_ANSWER_LABELS, type Problem, type ProblemAnswer } from '../../shared/followup/problems.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, SeverityMark, type MarkTone } from '../ui/state-tag.tsx'

const TONES: Record<ProblemAnswer, MarkTone> = { adopted: 'green', partly: 'amber', notAdopted: 'red' }

export function RoundPanel({ round, catalogue }: { readonly round: FollowedRound; readonly catalogue: Catalogue }): ReactNode {
  const { t, pick, language } = useLanguage()
  const { feedback, problems, reReview } = round
  const type = catalogue.opinionTypes.find(({ id }) => id === round.opinionType)
  const title = (
    <>
      {t('followup:round', { round: round.round })}{' '}
      <Mark tone={round.passes ? 'green' : 'amber'}>{type === undefined ? round.opinionType : pick(type.name)}</Mark>
    </>
  )
  return (
    <Panel title={title} extra={feedback === null ? undefined : <Mark tone={feedback.outcome === 'adopted' ? 'green' : 'red'}>{t(`followup:answered.${feedback.outcome}`)}</Mark>}>
      <p className="fs-soft">
        {t('followup:issuedLine', {
          number: round.opinionNumber ?? '—',
          at: formatMoment(round.issuedAt, language),
          reviewer: round.reviewer ?? '—',
        })}
      </p>
      {problems.length === 0 ? <p>{t('followup:noProblems')}</p> : <ProblemTable round={round} />}
      {feedback === null ? (
        <p className="fs-soft">{t('followup:notAnswered')}</p>
      ) : (
        <p className="fs-soft">
          {t('followup:answeredLine', {
            by: feedback.answeredBy,
            on: feedback.answeredOn,
            recorder: feedback.by,
            at: formatMoment(feedback.at, language),
          })}
        </p>
      )}
      {feedback !== null && feedback.reason !== '' && (
        <p>
          <b>{t('followup:objection')}</b> {feedback.reason}
        </p>
      )}
      {reReview !== null && (
        <p>
          {t(`followup:next.${reReview.mode}`, { round: reReview.round, name: reReview.reviewer })}
          {reReview.reason !== null && <span className="fs-soft"> {reReview.reason}</span>}
        </p>
      )}
    </Panel>
  )
}

function ProblemTable({ round }: { readonly round: FollowedRound }): ReactNode {
  const { t, pick } = useLanguage()
  const replyTo = (number: number) => round.feedback?.replies.find((one) => one.number === number)
  const correctionOf = (number: number) => round.corrections.find((one) => one.number === number)?.corrected
  return (
    <DataTable
      label={t('followup:problems')}
      rows={round.problems}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'number', title: t('followup:column.number'), narrow: true, render: ({ number }) => number },
        { key: 'problem', title: t('followup:column.problem'), render: (problem) => <ProblemWords problem={problem} /> },
        {
          key: 'answer',
          title: t('followup:column.answer'),
          render: ({ number }) => {
            const reply = replyTo(number)
            if (reply === undefined) return <span className="fs-soft">—</span>
            return (
              <>
                <Mark tone={TONES[reply.answer]}>{pick(PROBLEM_ANSWER_LABELS[reply.answer])}</Mark>
                {reply.reason !== '' && <div>{reply.reason}</div>}
              </>
            )
          },
        },
        ...(round.corrections.length === 0
          ? []
          : [{ key: 'corrected', title: t('followup:column.corrected'), render: ({ number }: Problem) => correctionOf(number) ?? <span className="fs-soft">—</span> }]),
      ]}
    />
  )
}

/** The opinion is Chinese, so its words are too. */
export function ProblemWords({ problem }: { readonly problem: Problem }): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="followup-problem">
      {problem.severity === null ? <Mark>{t('followup:added')}</Mark> : <SeverityMark severity={problem.severity} />} <span lang="zh-CN">{problem.finding}</span>
      {problem.advice !== '' && problem.advice !== problem.finding && (
        <div className="fs-soft">
          {t('followup:advice')} <span lang="zh-CN">{problem.advice}</span>
        </div>
      )}
    </div>
  )
}
