/** The steps that were taken, newest first: when, who, and what was written down. */
import type { ReactNode } from 'react'
import { TRANSFER_ACTION_LABELS } from '../../shared/cases/state-machine-transfer.ts'
import type { ShownStep, TransferView } from '../../shared/transfer/contract.ts'
import { ATTACHMENT_LABELS, type Attachment } from '../../shared/transfer/attachments.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import type { WordKey } from '../language/features.ts'
import { Empty } from '../ui/empty.tsx'
import { formatYuan } from '../ui/formats.ts'
import { chinaMoment } from './china-time.ts'

/** Fields whose values are ids, moments that stand elsewhere, or what the act says already. */
const UNSAID: ReadonlySet<string> = new Set(['action', 'happenedAt', 'lineId', 'materialId', 'returnId', 'outcome', 'materialIds'])
/** Fields whose value is one of a list, and the words of the list. */
const CHOSEN: ReadonlySet<string> = new Set(['source', 'capacity', 'ground'])
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'criminalFine'])

interface Said {
  readonly name: string
  readonly label: string
  readonly text: string
}

function attachmentText({ kind, attached, note }: Attachment, { t, pick }: LanguageInUse): string {
  const remark = note === '' ? '' : `（${note}）`
  return `${pick(ATTACHMENT_LABELS[kind])}：${t(attached ? 'transfer:attachment.attached' : 'transfer:attachment.none')}${remark}`
}

/** What was written down, field by field; what is empty is left out. */
function saidIn({ content }: ShownStep, team: TransferView['officers'], speech: LanguageInUse): readonly Said[] {
  const { t, pick, language } = speech
  return Object.entries(content).flatMap(([name, value]: [string, unknown]): Said[] => {
    if (UNSAID.has(name) || value === null || value === '' || value === false) return []
    const label = t(`transfer:field.${name}` as WordKey)
    if (name === 'attachments') return [{ name, label, text: (value as readonly Attachment[]).map((one) => attachmentText(one, speech)).join('；') }]
    if (name === 'members') return [{ name, label, text: (value as readonly string[]).map((id) => team.find((one) => one.id === id)?.name ?? '').filter((one) => one !== '').join(t('ui:listSeparator')) }]
    if (name === 'reckoning') {
      const steps = value as readonly Bilingual[]
      return steps.length === 0 ? [] : [{ name, label, text: steps.map(pick).join('\n') }]
    }
    if (CHOSEN.has(name)) return [{ name, label, text: t(`transfer:${name}.${String(value)}` as WordKey) }]
    if (AMOUNTS.has(name)) return [{ name, label, text: formatYuan(Number(value), language) }]
    return [{ name, label, text: value === true ? t('transfer:dialog.yes') : String(value) }]
  })
}

export function StepRecord({ view }: { readonly view: TransferView }): ReactNode {
  const speech = useLanguage()
  const { t, pick } = speech
  if (view.steps.length === 0) return <Empty title={t('transfer:noRecords')} hint={t('transfer:noRecordsHint')} />
  return (
    <ol className="transfer-record" reversed>
      {view.steps.toReversed().map((step) => (
        <li key={step.seq}>
          <div className="transfer-record-head">
            <b>{pick(TRANSFER_ACTION_LABELS[step.action])}</b>
            <time dateTime={step.happenedAt} className="fs-figures">
              {chinaMoment(step.happenedAt)}
            </time>
            <span>{step.byName}</span>
            {chinaMoment(step.recordedAt) !== chinaMoment(step.happenedAt) && <span className="fs-soft">{t('transfer:recordedLater', { time: chinaMoment(step.recordedAt) })}</span>}
          </div>
          <dl className="transfer-said">
            {saidIn(step, view.officers, speech).map(({ name, label, text }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
