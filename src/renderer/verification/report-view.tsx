/** What the verification found, the verdict first. */
import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { groupedSerial, readableName } from '../../shared/signing/distinguished-name.ts'
import { SIGNATURE_PROBLEMS, type SignatureProblem } from '../../shared/signing/signature-report.ts'
import type { VerificationReport, VerifiedSignature } from '../../shared/verification/contract.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

type Result = 'ok' | 'bad' | 'unknown'

function ResultIcon({ result }: { readonly result: Result }): ReactNode {
  if (result === 'ok') return <CheckCircleFilled className="fs-green" aria-hidden />
  if (result === 'bad') return <CloseCircleFilled className="fs-red" aria-hidden />
  return <QuestionCircleFilled className="fs-amber" aria-hidden />
}

const VERDICT_RESULT = { genuine: 'ok', intact: 'unknown', bad: 'bad' } as const

/** What is wrong with a signature stands behind its signer in the words of the core: `顾晓岚: digest-mismatch`. */
const PROBLEM = new RegExp(`(?<=: )(?:${SIGNATURE_PROBLEMS.join('|')})(?=；|$)`, 'g')

export function ReportView({ report }: { readonly report: VerificationReport }): ReactNode {
  const { t } = useLanguage()
  const inWords = (detail: string): string => detail.replaceAll(PROBLEM, (problem) => t(`verification:problem.${problem as SignatureProblem}`))
  return (
    <div className="fs-stack">
      <div className={`verdict verdict-${report.verdict}`} role="status">
        <ResultIcon result={VERDICT_RESULT[report.verdict]} />
        <div>
          <h2>{t(`verification:verdict.${report.verdict}`)}</h2>
          <div>{t(`verification:meaning.${report.verdict}`)}</div>
          <div className="fs-soft">{report.fileName}</div>
        </div>
      </div>
      <Panel title={t('verification:document')}>
        <dl className="fs-facts">
          <dt>{t('verification:number')}</dt>
          <dd>{report.number ?? t('verification:noNumber')}</dd>
          <dt>{t('verification:chainHead')}</dt>
          <dd>{report.chainHead === null ? '—' : <span className="fs-mono">{`#${report.chainHead.seq} ${report.chainHead.hash}`}</span>}</dd>
          <dt>SHA-256</dt>
          <dd className="fs-mono">{report.sha256}</dd>
        </dl>
      </Panel>
      <Panel title={t('verification:checks')}>
        <ul className="checks">
          {report.checks.map((check) => (
            <li key={check.id}>
              <ResultIcon result={check.result} />
              <span>
                <b>{t(`verification:check.${check.id}`)}</b> <span className="fs-soft">{t(`verification:result.${check.result}`)}</span>
                {check.detail !== '' && <div className="fs-soft check-detail">{inWords(check.detail)}</div>}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('verification:signatures')} flush>
        <Signatures signatures={report.signatures} />
      </Panel>
    </div>
  )
}

function Signatures({ signatures }: { readonly signatures: readonly VerifiedSignature[] }): ReactNode {
  const { t } = useLanguage()
  const answer = (holds: boolean | null): ReactNode =>
    holds === null ? <Mark>{t('ui:unknown')}</Mark> : <Mark tone={holds ? 'green' : 'red'}>{t(holds ? 'ui:yes' : 'ui:no')}</Mark>
  if (signatures.length === 0) return <Empty title={t('verification:unsigned')} hint={t('verification:unsignedHint')} />
  return (
    <div className="signatures-scroll">
    <DataTable
      label={t('verification:signatures')}
      rows={signatures}
      rowKey={({ fieldName }) => fieldName}
      columns={[
        {
          key: 'signer',
          title: t('verification:column.signer'),
          render: (row) => (
            <div className="signature-name">
              <b>{row.signerName}</b>
              <div className="fs-soft">{readableName(row.subject).organisation}</div>
              <div className="fs-soft">{t('verification:issuer', { issuer: readableName(row.issuer).name })}</div>
              <div className="fs-soft">{t('verification:serial', { serial: groupedSerial(row.serial) })}</div>
            </div>
          ),
        },
        { key: 'signedAt', title: t('verification:column.signedAt'), render: (row) => <DateText value={row.signedAt} /> },
        { key: 'whole', title: t('verification:column.whole'), render: (row) => answer(row.digestMatches) },
        { key: 'valid', title: t('verification:column.valid'), render: (row) => answer(row.signatureValid) },
        { key: 'certificate', title: t('verification:column.certificate'), render: (row) => answer(row.certificateValidAtSigning) },
        { key: 'station', title: t('verification:column.station'), render: (row) => answer(row.issuedByThisStation) },
        { key: 'algorithm', title: t('verification:column.algorithm'), render: (row) => row.algorithm },
      ]}
    />
    </div>
  )
}
