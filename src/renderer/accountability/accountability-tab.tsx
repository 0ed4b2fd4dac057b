/** The tab 责任 of a case: who answers, on what law, what the machine had said, what was overridden and why. */
import { Alert, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { AccountLine, Answerable, CaseAccountability, MachineSaid, RoundThen } from '../../shared/accountability/accountability-page.ts'
import { CHECK_LABELS } from '../../shared/accountability/acts.ts'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { InterferencePanel } from './interference-panel.tsx'
import { PaperButtons } from './paper-buttons.tsx'
import { EntryMark, WhoThen } from './person-words.tsx'
import './accountability.css'

interface AccountabilityTabProps {
  readonly detail: CaseDetail
  readonly person: SignedInPerson | null
}

export function AccountabilityTab({ detail, person }: AccountabilityTabProps): ReactNode {
  const { t } = useLanguage()
  const print = useWrite('accountability.print')
  const page = useRead('accountability.get', { caseId: detail.id })
  if (page.data === undefined) {
    return page.error === null ? <Skeleton active className="case-loading" /> : <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
  }
  const { data } = page
  return (
    <div className="acc">
      <div className="acc-head">
        <p className="fs-soft">{t('accountability:lead')}</p>
        {person !== null && mayCall(person.roles, 'accountability.print') && <PaperButtons fetch={(format) => print.mutateAsync({ caseId: detail.id, format })} />}
      </div>
      <Verdict page={data} />
      {data.destroyed.map(({ number, files }) => (
        <Alert key={number} type="info" showIcon title={t('accountability:destroyed', { number, files })} />
      ))}
      <Checks page={data} />
      <div className="acc-columns">
        <Panel title={t('accountability:rounds')}>
          {data.rounds.map((round) => (
            <Round key={round.round} round={round} />
          ))}
        </Panel>
        <PowersOfCase detail={detail} />
      </div>
      <Departures lines={data.lines} />
      <Machine machine={data.machine} />
      <Panel title={t('accountability:lines.title')} flush>
        <Lines lines={data.lines} label={t('accountability:lines.title')} />
      </Panel>
      {person !== null && mayCall(person.roles, 'accountability.recordInterference') && <InterferencePanel person={person} caseId={detail.id} />}
    </div>
  )
}

/** Whether the chain holds: as a whole, and each line of this page. */
function Verdict({ page }: { readonly page: CaseAccountability }): ReactNode {
  const { t } = useLanguage()
  const chain = useRead('accountability.chain', {})
  const wrong = page.lines.filter(({ entry, until }) => !entry.holds || until?.holds === false).length
  if (chain.error !== null) return <ErrorNotice error={chain.error} onRetry={() => void chain.refetch()} />
  if (chain.data === undefined) return <p role="status">{t('accountability:chain.checking')}</p>
  const { broken, missingWitnesses, entries, head } = chain.data
  const title =
    broken !== null
      ? t('accountability:chain.broken', { seq: broken.seq })
      : missingWitnesses.length > 0
        ? t('accountability:chain.witnesses', { numbers: missingWitnesses.join(t('ui:listSeparator')) })
        : wrong > 0
          ? t('accountability:chain.lines', { count: wrong })
          : t('accountability:chain.whole', { entries, seq: head.seq })
  const whole = broken === null && missingWitnesses.length === 0 && wrong === 0
  const more = broken !== null && wrong > 0 ? t('accountability:chain.lines', { count: wrong }) : undefined
  return <Alert type={whole ? 'success' : 'error'} showIcon role={whole ? 'status' : 'alert'} title={title} description={more} />
}

function Checks({ page }: { readonly page: CaseAccountability }): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <Panel title={t('accountability:checks')}>
      <div className="acc-checks">
        {page.checks.map(({ check, people }) => (
          <section key={check} className="acc-check" aria-label={pick(CHECK_LABELS[check])}>
            <h3>{pick(CHECK_LABELS[check])}</h3>
            {people.length === 0 ? <p className="fs-soft">{t('accountability:nobody')}</p> : people.map((one, index) => <AnswerableOne key={index} one={one} />)}
          </section>
        ))}
      </div>
    </Panel>
  )
}

function AnswerableOne({ one }: { readonly one: Answerable }): ReactNode {
  const { t, pick } = useLanguage()
  const { certificateNumber, certificate } = one
  return (
    <div className="acc-person">
      <WhoThen who={one.who} />
      <span>{one.as.map(pick).join(t('ui:listSeparator'))}</span>
      {certificateNumber === '' ? null : (
        <span className="fs-soft">
          {t('accountability:certificate.number', { number: certificateNumber })}{' '}
          {certificate === null ? (
            t('accountability:certificate.unknown')
          ) : (
            <Mark tone={certificate.valid ? 'green' : 'red'}>{t(certificate.valid ? 'accountability:certificate.valid' : 'accountability:certificate.invalid', { day: certificate.validOn })}</Mark>
          )}
        </span>
      )}
      {one.entry === null ? null : <EntryMark entry={one.entry} />}
    </div>
  )
}

function Round({ round }: { readonly round: RoundThen }): ReactNode {
  const { t } = useLanguage()
  const { catalogue, laws } = round
  const words = [
    t('accountability:round', { round: round.round }),
    t('accountability:submitted', { day: round.submittedOn }),
    round.acceptedOn === null ? t('accountability:notAccepted') : t('accountability:accepted', { day: round.acceptedOn }),
  ]
  return (
    <div className="acc-round">
      <p>
        {words.join(' · ')}
        {catalogue === null ? null : (
          <>
            <br />
            <span title={catalogue.contentHash}>{t('accountability:catalogue', { manifest: catalogue.manifest, hash: catalogue.contentHash.slice(0, 16) })}</span> {catalogue.overlays.join(t('ui:listSeparator'))}
          </>
        )}
      </p>
      {laws.length === 0 ? null : (
        <DataTable
          label={t('accountability:law.law')}
          rows={laws.map((law, index) => ({ ...law, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            { key: 'law', title: t('accountability:law.law'), render: ({ law }) => law },
            { key: 'place', title: t('accountability:law.place'), render: ({ place }) => place },
            {
              key: 'version',
              title: t('accountability:law.version', { day: round.lawsOn }),
              render: ({ inForceFrom, verified }) => (
                <>
                  {inForceFrom === null ? t('accountability:law.unknown') : t('accountability:law.from', { day: inForceFrom })} {verified ? null : <Mark tone="amber">{t('accountability:law.unverified')}</Mark>}
                </>
              ),
            },
          ]}
        />
      )}
    </div>
  )
}

function PowersOfCase({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t } = useLanguage()
  const powers = useRead('accountability.powersOfCase', { caseId: detail.id })
  return (
    <Panel title={t('accountability:powers.title')}>
      <ErrorNotice error={powers.error} onRetry={() => void powers.refetch()} />
      {powers.data?.length === 0 ? (
        <Empty title={t('accountability:powers.none')} hint={t('accountability:powers.noneHint')} />
      ) : (
        <ul className="acc-powers">
          {(powers.data ?? []).map(({ code, name, body, basis }) => (
            <li key={code}>
              <b>{name}</b> <span className="fs-soft">{[code, body].filter((part) => part !== '').join(' · ')}</span>
              <div>{basis}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Departures({ lines }: { readonly lines: readonly AccountLine[] }): ReactNode {
  const { t } = useLanguage()
  const departing = lines.filter(({ departs }) => departs)
  return (
    <Panel title={t('accountability:departures.title')} flush>
      {departing.length === 0 ? (
        <Empty title={t('accountability:departures.none')} hint={t('accountability:departures.noneHint')} />
      ) : (
        <Lines lines={departing} label={t('accountability:departures.title')} />
      )}
    </Panel>
  )
}

function Machine({ machine }: { readonly machine: readonly MachineSaid[] }): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <Panel title={t('accountability:machine.title')} flush>
      {machine.length === 0 ? (
        <Empty title={t('accountability:machine.none')} hint={t('accountability:machine.noneHint')} />
      ) : (
        <DataTable
          label={t('accountability:machine.title')}
          rows={machine.map((said, index) => ({ ...said, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            { key: 'question', title: t('accountability:machine.question'), narrow: true, render: ({ questionId }) => questionId },
            { key: 'message', title: t('accountability:machine.message'), render: ({ message }) => pick(message) },
            {
              key: 'outcome',
              title: t('accountability:machine.outcome'),
              render: ({ outcome, reason }) => (
                <>
                  <Mark tone={outcome === null ? 'amber' : outcome === 'dismissed' ? 'red' : 'plain'}>{t(`accountability:machine.${outcome ?? 'undecided'}`)}</Mark> {reason}
                </>
              ),
            },
            { key: 'who', title: t('accountability:machine.who'), render: ({ who }) => <WhoThen who={who} /> },
            { key: 'chain', title: t('accountability:lines.chain'), narrow: true, render: ({ entry }) => <EntryMark entry={entry} /> },
          ]}
        />
      )}
    </Panel>
  )
}

function Lines({ lines, label }: { readonly lines: readonly AccountLine[]; readonly label: string }): ReactNode {
  const { t, pick, language } = useLanguage()
  return (
    <DataTable
      label={label}
      rows={lines}
      rowKey={({ entry }) => String(entry.seq)}
      columns={[
        {
          key: 'when',
          title: t('accountability:lines.when'),
          narrow: true,
          render: ({ entry, until }) => (
            <>
              {formatMoment(entry.at, language)}
              {until === null ? null : <div className="fs-soft">{t('accountability:lines.until', { moment: formatMoment(until.at, language) })}</div>}
            </>
          ),
        },
        {
          key: 'what',
          title: t('accountability:lines.what'),
          render: ({ label: act, count, facts }) => (
            <>
              <b>{pick(act)}</b> {count === 1 ? null : <span className="fs-soft">{t('accountability:lines.times', { count })}</span>}
              {facts.map((fact) => (
                <div key={fact.label['zh-CN']} className="acc-fact">
                  <span className="fs-soft">{pick(fact.label)}</span> {pick(fact.value)}
                </div>
              ))}
            </>
          ),
        },
        { key: 'who', title: t('accountability:lines.who'), render: ({ who }) => <WhoThen who={who} /> },
        { key: 'chain', title: t('accountability:lines.chain'), narrow: true, render: ({ entry, until }) => <EntryMark entry={entry} until={until} /> },
      ]}
    />
  )
}
