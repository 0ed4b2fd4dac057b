/** The rounds of a case (轮次) and the papers that the station made for it. */
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { CaseDetail, CaseDocument } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { saveCopy } from '../materials/viewer/save-copy.ts'
import { useTransport } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Panel } from '../ui/panel.tsx'

export function RoundsPanel({ detail, catalogue }: { readonly detail: CaseDetail; readonly catalogue: Catalogue }): ReactNode {
  const { t, pick } = useLanguage()
  const typeName = (code: string | null): string => {
    const row = catalogue.opinionTypes.find((one) => one.id === code)
    return row === undefined ? '—' : pick(row.name)
  }
  return (
    <Panel title={t('workspace:rounds')} flush>
      <DataTable
        label={t('workspace:rounds')}
        rows={detail.rounds}
        rowKey={({ round }) => String(round)}
        columns={[
          { key: 'round', title: t('workspace:roundColumn.round'), render: ({ round }) => round },
          { key: 'submitted', title: t('workspace:roundColumn.submitted'), render: (row) => <DateText value={row.submittedOn} /> },
          { key: 'accepted', title: t('workspace:roundColumn.accepted'), render: (row) => <DateText value={row.acceptedOn} /> },
          { key: 'type', title: t('workspace:roundColumn.type'), render: (row) => typeName(row.opinionType) },
          { key: 'number', title: t('workspace:roundColumn.number'), narrow: true, render: (row) => row.opinionNumber ?? '—' },
          { key: 'issued', title: t('workspace:roundColumn.issued'), render: (row) => <DateText value={row.issuedAt} /> },
        ]}
      />
      {detail.returns.length > 0 && (
        <ul className="case-returns">
          {detail.returns.map((one) => (
            <li key={one.at}>
              <DateText value={one.at} /> {t(one.inReview ? 'workspace:askedInReview' : 'workspace:returned', { reason: one.reason, replyBy: one.replyBy })}
              <div className="fs-soft">{one.missing.join(t('ui:listSeparator'))}</div>
              {one.endedOn !== null && <div className="fs-soft">{t(one.endedWith === 'papers' ? 'workspace:suppliedOn' : 'workspace:suppliedNothing', { day: one.endedOn })}</div>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

export function PapersPanel({ detail, extra }: { readonly detail: CaseDetail; readonly extra?: ReactNode }): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const copy = (paper: CaseDocument): void => void saveCopy(transport, documentReference(paper.id), paper.name).catch(toast)
  return (
    <Panel title={t('workspace:papers')} extra={extra} flush>
      {detail.documents.length === 0 ? (
        <Empty title={t('workspace:noPapers')} hint={t('workspace:noPapersHint')} />
      ) : (
        <ul className="case-papers">
          {detail.documents.map((paper) => (
            <li key={paper.id}>
              <span className="case-paper-name">
                {paper.name} <span className="fs-soft">{paper.number}</span>
              </span>
              <span className="fs-soft">
                {t(`workspace:paper.${paper.kind}`)} · {t('ui:round', { round: paper.round })} · <DateText value={paper.createdAt} />
              </span>
              <Button
                type="text"
                size="small"
                icon={<DownloadOutlined />}
                aria-label={t('workspace:download', { name: paper.name })}
                title={t('workspace:download', { name: paper.name })}
                onClick={() => copy(paper)}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
