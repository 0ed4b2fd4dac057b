/** Which rules are dismissed most, with the reasons; and every rule with its question, basis and severity. */
import { Button, Skeleton, Tabs } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { RuleUse } from '../../shared/prereview/contract.ts'
import { hasWords } from '../catalogue/catalogue-search.ts'
import { useCatalogue, useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SeverityMark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import './prereview.css'

const PARTS = ['used', 'all'] as const
type Part = (typeof PARTS)[number]

/** Rows drawn at once. */
const ROWS_SHOWN = 60

const decidedOn = ({ accepted, changed, dismissed }: RuleUse): number => accepted + changed + dismissed

function useColumns(): { readonly [Name in 'rule' | 'question' | 'severity' | 'basis' | 'counts' | 'reasons']: readonly DataColumn<RuleUse>[] } {
  const { language, t, pick } = useLanguage()
  const laws = useLawTitles()
  const catalogue = useCatalogue()
  const figure = (key: 'accepted' | 'changed' | 'dismissed'): DataColumn<RuleUse> => ({
    key,
    title: t(`prereview:rules.column.${key}`),
    narrow: true,
    render: (rule) => <span className="fs-figures">{rule[key]}</span>,
  })
  return {
    rule: [{ key: 'rule', title: t('prereview:rules.column.rule'), render: ({ name }) => pick(name) }],
    question: [
      {
        key: 'question',
        title: t('prereview:rules.column.question'),
        render: ({ questionId }) => {
          const question = catalogue?.questions.find(({ id }) => id === questionId)
          return (
            <>
              <span className="question-id">{questionId}</span> <span className="fs-soft">{question === undefined ? '' : pick(question.text)}</span>
            </>
          )
        },
      },
    ],
    severity: [{ key: 'severity', title: t('prereview:rules.column.severity'), narrow: true, render: ({ severity }) => <SeverityMark severity={severity} /> }],
    basis: [
      {
        key: 'basis',
        title: t('prereview:rules.column.basis'),
        render: ({ basis }) => (basis.length === 0 ? '—' : basis.map((one) => formatCitation(one, language, laws)).join(t('ui:listSeparator'))),
      },
    ],
    counts: [figure('dismissed'), figure('changed'), figure('accepted')],
    reasons: [
      {
        key: 'reasons',
        title: t('prereview:rules.column.reasons'),
        render: ({ lastReasons }) => (
          <ul className="rule-reasons">
            {lastReasons.map(({ reason, at }) => (
              <li key={`${at}/${reason}`}>
                {reason}{' '}
                <span className="fs-soft">
                  <DateText value={at} />
                </span>
              </li>
            ))}
          </ul>
        ),
      },
    ],
  }
}

export function RulesPage(): ReactNode {
  const { language, t } = useLanguage()
  const laws = useLawTitles()
  const use = useRead('prereview.ruleUse', {})
  const [part, setPart] = useState<Part>('used')
  const [text, setText] = useState('')
  const [shown, setShown] = useState(ROWS_SHOWN)
  const columns = useColumns()
  const rules = useMemo(() => use.data ?? [], [use.data])
  const rows = useMemo(() => {
    const named = rules.filter(({ name, questionId, basis }) => text.trim() === '' || hasWords(text, [name, questionId, ...basis.map((one) => formatCitation(one, language, laws))]))
    return part === 'used' ? named.filter((rule) => decidedOn(rule) > 0) : named
  }, [rules, text, part, language, laws])
  const { rule, question, severity, basis, counts, reasons } = columns
  const used = part === 'used'
  return (
    <Page title={t('prereview:rules.title')} subtitle={use.data === undefined ? undefined : t('prereview:rules.subtitle', { count: rules.length })}>
      <Tabs
        activeKey={part}
        onChange={(key) => setPart(PARTS.find((one) => one === key) ?? 'used')}
        items={PARTS.map((one) => ({ key: one, label: t(`prereview:rules.${one}`) }))}
      />
      <div className="fs-filter">
        <div className="fs-filter-text">
          <TextField label={t('prereview:rules.search')} placeholder={t('prereview:rules.search')} allowClear value={text} onChange={setText} />
        </div>
      </div>
      <ErrorNotice error={use.error} onRetry={() => void use.refetch()} />
      {use.data === undefined && use.error === null && <Skeleton active />}
      {use.data !== undefined && (
        <Panel flush>
          {rows.length === 0 ? (
            <Empty
              title={t(used && text.trim() === '' ? 'prereview:rules.none' : 'prereview:rules.noMatch')}
              hint={used && text.trim() === '' ? t('prereview:rules.noneHint') : t('ui:noMatchHint')}
            />
          ) : (
            <DataTable
              label={t(`prereview:rules.${part}`)}
              rows={rows.slice(0, shown)}
              rowKey={({ id }) => id}
              columns={used ? [...rule, ...question, ...severity, ...counts, ...reasons] : [...rule, ...question, ...severity, ...basis, ...counts]}
            />
          )}
          {rows.length > shown && (
            <Button type="link" onClick={() => setShown(shown + ROWS_SHOWN)}>
              {t('prereview:rules.moreRows', { shown, count: rows.length })}
            </Button>
          )}
        </Panel>
      )}
    </Page>
  )
}
