/** Archives the case (归档): what the file must hold, and why something of it cannot be there. */
import { App, InputNumber, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { EXCUSABLE_ITEMS, type ExcusableItem } from '../../shared/followup/case-file-contents.ts'
import { FILE_ITEM_LABELS, type FileItemId } from '../../shared/followup/file-items.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'

function isExcusable(id: FileItemId): id is ExcusableItem {
  return EXCUSABLE_ITEMS.some((item) => item === id)
}

/** Characters that the reason for a missing paper needs at least; as in the contract. */
const SHORTEST_EXCUSE = 2
const isReason = (text: string | undefined): boolean => [...(text ?? '').trim()].length >= SHORTEST_EXCUSE

export function ArchiveDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const followup = useRead('followup.get', { caseId: detail.id }, { staleTime: 0 })
  const write = useWrite('followup.archive')
  const [on, setOn] = useState<string | null>(today())
  const [place, setPlace] = useState('')
  const [pages, setPages] = useState<number | null>(null)
  const [excuses, setExcuses] = useState<Readonly<Partial<Record<ExcusableItem, string>>>>({})
  const [tried, setTried] = useState(false)
  const lacking = (followup.data?.file ?? []).filter(({ present }) => !present)
  const confirm = (): void => {
    setTried(true)
    if (!isPastDay(on) || place.trim() === '' || lacking.some(({ id }) => isExcusable(id) && !isReason(excuses[id]))) return
    const given = lacking.flatMap(({ id }) => (isExcusable(id) ? [{ item: id, reason: excuses[id] ?? '' }] : []))
    write.mutate(
      { caseId: detail.id, on, archive: { place, pages, excuses: given } },
      {
        onSuccess: () => {
          void message.success(t('followup:done.saved'))
          onDone()
        },
      },
    )
  }
  return (
    <FollowupModal
      title={pick(CASE_ACTION_LABELS.archive)}
      explanation={t('followup:form.explainArchive')}
      busy={write.isPending || followup.data === undefined}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {followup.data === undefined && (followup.error === null ? <Skeleton active /> : <ErrorNotice error={followup.error} onRetry={() => void followup.refetch()} />)}
      {lacking.map(({ id, lacking: names }) => (
        <div key={id} className="followup-reply">
          <Mark tone="red">{t('followup:lacking')}</Mark> {pick(FILE_ITEM_LABELS[id])} <span className="fs-soft">{names.join(t('ui:listSeparator'))}</span>
          {isExcusable(id) ? (
            <Field
              label={t('followup:form.excuse')}
              required
              error={tried && !isReason(excuses[id]) ? t('ui:reasonTooShort', { minimum: SHORTEST_EXCUSE }) : undefined}
            >
              {(control) => <TextField {...control} value={excuses[id] ?? ''} maxLength={500} onChange={(reason) => setExcuses((now) => ({ ...now, [id]: reason }))} />}
            </Field>
          ) : (
            <span className="fs-red"> {t('followup:form.mustBeThere')}</span>
          )}
        </div>
      ))}
      <div className="fs-form">
        <Field className="fs-span-4" label={t('followup:form.day')} required error={tried && !isPastDay(on) ? t('followup:form.wrongDay') : undefined}>
          {(control) => <DateField {...control} value={on} onChange={setOn} />}
        </Field>
        <Field className="fs-span-5" label={t('followup:form.archivePlace')} required error={tried && place.trim() === '' ? t('followup:form.required') : undefined}>
          {(control) => <TextField {...control} value={place} maxLength={200} onChange={setPlace} />}
        </Field>
        <Field className="fs-span-3" label={t('followup:form.archivePages')}>
          {({ id }) => <InputNumber id={id} min={1} max={100_000} precision={0} value={pages} onChange={setPages} />}
        </Field>
      </div>
    </FollowupModal>
  )
}
