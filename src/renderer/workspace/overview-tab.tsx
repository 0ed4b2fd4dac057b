/** What is registered of the case, who reviews it, its rounds, its papers and its history. */
import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { AssignmentPanel } from '../assignment/assignment-panel.tsx'
import { ExportButton } from '../export/export-dialog.tsx'
import { useLanguage } from '../language/language.ts'
import { CaseCitations } from '../laws/case-citations.tsx'
import { PrereviewPanel } from '../prereview/prereview-panel.tsx'
import { LaterDefects } from '../statistics/later-defects.tsx'
import { Panel } from '../ui/panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import type { HeaderAct } from './case-acts.ts'
import { mayChangeFields, mayExport } from './person-part.ts'
import { RegisteredData } from './registered-data.tsx'
import { PapersPanel, RoundsPanel } from './rounds-panel.tsx'

interface OverviewTabProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
  readonly onAct: (act: HeaderAct) => void
}

export function OverviewTab({ detail, catalogue, person, onAct }: OverviewTabProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const edit = mayChangeFields(person, detail) ? (
    <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => navigate(`/cases/${detail.id}/edit`)}>
      {t('workspace:editFields')}
    </Button>
  ) : undefined
  return (
    <div className="case-overview">
      <div className="case-column">
        <Panel title={t('workspace:registered')} extra={edit}>
          <RegisteredData fields={detail.fields} caseNumber={detail.caseNumber} catalogue={catalogue} />
        </Panel>
        <CaseCitations caseId={detail.id} />
      </div>
      <div className="case-column">
        <PrereviewPanel detail={detail} catalogue={catalogue} />
        <AssignmentPanel detail={detail} person={person} onAct={onAct} />
        <RoundsPanel detail={detail} catalogue={catalogue} />
        <PapersPanel detail={detail} extra={mayExport(person, detail) ? <ExportButton caseId={detail.id} /> : undefined} />
        <LaterDefects detail={detail} />
        <HistoryPanel caseId={detail.id} />
      </div>
    </div>
  )
}
