/** The scoring of one file (案卷评分): taken, marked line by line, saved as it is marked, signed; corrected by a further sheet. */
import { Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { FileEvaluation, SheetVersion } from '../../shared/evaluation/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall, usePerson } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { ScoreSheet } from './score-sheet.tsx'
import './evaluation.css'

export function ScoringPage({ evaluationId, caseId }: { readonly evaluationId: string; readonly caseId: string }): ReactNode {
  const { t } = useLanguage()
  const got = useRead('evaluation.file', { evaluationId, caseId })
  const { data } = got
  return (
    <Page title={data?.file.title ?? t('evaluation:score1')} subtitle={data === undefined ? undefined : [data.file.fileNumber, data.file.unit].filter((one) => one !== '').join(' · ')}>
      <p className="evaluation-links">
        <Link href={`/evaluation/${evaluationId}`}>{data?.evaluationName ?? t('evaluation:back')}</Link> · <Link href={`/cases/${caseId}`}>{t('evaluation:openCase')}</Link>
      </p>
      <ErrorNotice error={got.error} onRetry={() => void got.refetch()} />
      {data === undefined && got.error === null ? <Skeleton active /> : null}
      {data === undefined ? null : <Sheets got={data} />}
    </Page>
  )
}

function Sheets({ got }: { readonly got: FileEvaluation }): ReactNode {
  const { t } = useLanguage()
  const person = usePerson()
  const mayEvaluate = useMayCall('evaluation.begin')
  const last = got.sheets.at(-1)
  const able = mayEvaluate && got.file.barred === null
  const own = last !== undefined && last.signedAt === null && last.evaluatorId === person.id
  return (
    <>
      {got.file.barred === null ? null : <p className="fs-amber">{t('evaluation:barred', { reason: t(`evaluation:bars.${got.file.barred}`) })}</p>}
      {able && !own ? <Taking got={got} last={last} /> : null}
      {[...got.sheets].reverse().map((sheet) => (
        <section className="evaluation-sheet" key={`${sheet.number} ${sheet.signedAt ?? ''} ${sheet.evaluatorId}`}>
          <SheetHead got={got} sheet={sheet} />
          <ScoreSheet got={got} version={sheet} locked={!able || sheet.signedAt !== null || sheet.evaluatorId !== person.id} />
        </section>
      ))}
    </>
  )
}

function SheetHead({ got, sheet }: { readonly got: FileEvaluation; readonly sheet: SheetVersion }): ReactNode {
  const { t, pick } = useLanguage()
  const { score, signedAt } = sheet
  return (
    <Panel title={t('evaluation:sheet', { number: sheet.number })}>
      {sheet.correctionReason === null ? null : <p>{t('evaluation:correctedBecause', { reason: sheet.correctionReason })}</p>}
      {score === null || signedAt === null ? (
        <p className="fs-soft">
          {t('evaluation:evaluator')} {sheet.evaluator}
        </p>
      ) : (
        <>
          <p className="evaluation-result">
            {t('evaluation:total', { score: score.score })} {pick(score.grade.name)} {score.vetoed.length > 0 && <Mark tone="red">{t('evaluation:vetoed')}</Mark>}
          </p>
          <p className="fs-soft">
            {sheet.evaluator} · <DateText value={signedAt} />
            {sheet.laterDefects > 0 && got.sheets.at(-1) === sheet ? ` · ${t('evaluation:laterDefects', { count: sheet.laterDefects })}` : ''}
          </p>
        </>
      )}
    </Panel>
  )
}

/** Begins, takes over, or corrects: whichever the file is ready for. */
function Taking({ got, last }: { readonly got: FileEvaluation; readonly last: SheetVersion | undefined }): ReactNode {
  const { t } = useLanguage()
  const place = { evaluationId: got.evaluationId, caseId: got.file.caseId }
  const begin = useWrite('evaluation.begin')
  const resume = useWrite('evaluation.resume')
  const correct = useWrite('evaluation.correct')
  const [asking, setAsking] = useState(false)
  if (last === undefined) {
    return (
      <p>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(place)}>
          {t('evaluation:begun')}
        </Button>
        <ErrorNotice error={begin.error} />
      </p>
    )
  }
  const signed = last.signedAt !== null
  const confirm = async (reason: string): Promise<void> => {
    await (signed ? correct : resume).mutateAsync({ ...place, reason })
    setAsking(false)
  }
  const label = t(signed ? 'evaluation:correct' : 'evaluation:resume')
  return (
    <p>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      <ConfirmReasonModal
        open={asking}
        title={signed ? t('evaluation:correctTitle') : label}
        explanation={signed ? t('evaluation:correctExplain') : t('evaluation:resumeExplain', { name: last.evaluator })}
        confirmLabel={label}
        minimum={5}
        destructive={false}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </p>
  )
}
