/** The questions of the review by heading, each with its basis and what it looks at. */
import { Collapse } from 'antd'
import type { ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { Catalogue, Question } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { Mark, SeverityMark, UnverifiedMark } from '../ui/state-tag.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { isOfOverlay, matchesQuestion, type CatalogueFilter } from './catalogue-search.ts'
import { RowFoot } from './row-foot.tsx'
import { RowHistoryButton } from './row-history.tsx'
import { useLawTitles } from './use-catalogue.ts'

function QuestionDetail({ question, catalogue }: { question: Question; catalogue: Catalogue }): ReactNode {
  const { t, pick, language } = useLanguage()
  const titles = useLawTitles()
  const separator = t('ui:listSeparator')
  const conditions = question.onlyWhen
    .map((id) => catalogue.conditions.find((one) => one.id === id))
    .flatMap((one) => (one === undefined ? [] : [pick(one.name)]))
  const facts: readonly (readonly [string, string])[] = [
    [
      t('catalogue:basis'),
      question.basis.length > 0
        ? question.basis.map((citation) => formatCitation(citation, language, titles)).join(separator)
        : `${t('catalogue:noBasis')}${question.noBasisBecause === undefined ? '' : pick(question.noBasisBecause)}`,
    ],
    [t('catalogue:lookIn'), pick(question.lookIn)],
    [t('catalogue:typicalDefect'), pick(question.typicalDefect)],
    [t('catalogue:kind'), question.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join(separator)],
    ...(conditions.length === 0 ? [] : [[t('catalogue:onlyWhen'), conditions.join(separator)] as const]),
    [t('catalogue:finding'), pick(question.finding)],
    [t('catalogue:suggestion'), pick(question.suggestion)],
  ]
  return (
    <>
      <dl className="fs-facts">
        {facts.map(([name, text]) => (
          <div key={name} className="fs-fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <RowFoot row={question} />
      <RowHistoryButton subject="questions" id={question.id} />
    </>
  )
}

function QuestionHead({ question, catalogue }: { question: Question; catalogue: Catalogue }): ReactNode {
  const { t, pick } = useLanguage()
  const change = catalogue.changes.find((one) => one.subject === 'questions' && one.id === question.id)
  return (
    <span className="fs-catalogue-question">
      <span className="fs-figures">{question.id}</span>
      <span className="fs-grow">{pick(question.text)}</span>
      <span className="fs-row fs-nowrap">
        {change === undefined ? null : (
          <Mark tone="navy">{t('catalogue:changed', { operation: t(`catalogue:operation.${change.operation}`) })}</Mark>
        )}
        {question.verified ? null : <UnverifiedMark />}
        <SeverityMark severity={question.severity} />
      </span>
    </span>
  )
}

export function QuestionList({ catalogue, filter }: { catalogue: Catalogue; filter: CatalogueFilter }): ReactNode {
  const { t, pick } = useLanguage()
  const found = catalogue.questions.filter((question) => matchesQuestion(question, filter) && isOfOverlay(catalogue, 'questions', question.id, filter))
  if (found.length === 0) return <Empty title={t('catalogue:nothing')} hint={t('ui:noMatchHint')} />
  return (
    <div className="fs-stack">
      <div className="fs-soft" role="status">
        {t('catalogue:count', { shown: found.length, total: catalogue.questions.length })}
      </div>
      {catalogue.headings.map((heading) => {
        const questions = found.filter((question) => question.heading === heading.id)
        if (questions.length === 0) return null
        return (
          <section key={heading.id}>
            <h3 className="fs-catalogue-heading">
              {heading.number} {pick(heading.title)} <span className="fs-soft">{questions.length}</span>
            </h3>
            <Collapse
              size="small"
              items={questions.map((question) => ({
                key: question.id,
                label: <QuestionHead question={question} catalogue={catalogue} />,
                children: <QuestionDetail question={question} catalogue={catalogue} />,
              }))}
            />
          </section>
        )
      })}
    </div>
  )
}
