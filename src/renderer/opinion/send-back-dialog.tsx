/** The head sends the draft back (退回修改) with remarks at the sections they are about. */
import { App, Button, Modal } from 'antd'
import { Fragment, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { remarksOf, WHOLE } from './remarks-form.ts'
import { useSendBackForm } from './send-back-form.ts'

export function SendBackDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const opinion = useRead('opinion.get', { caseId: detail.id, round: null }, { staleTime: 0 })
  const draft = useSendBackForm(detail.id)
  const sendBack = useWrite('opinion.sendBack')
  const [tried, setTried] = useState(false)
  const { data } = opinion
  const remarks = remarksOf(draft.value)
  const confirm = (): void => {
    setTried(true)
    if (data === undefined || data === null || remarks.length === 0) return
    sendBack.mutate(
      { caseId: detail.id, expectedVersion: data.version, remarks: [...remarks] },
      {
        onSuccess: () => {
          void draft.discard()
          void message.success(t('opinion:sentBack'))
          onDone()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('opinion:sendBackTitle')}
      width="49rem"
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <DraftMark status={draft.status} />
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" disabled={data === undefined || data === null} loading={sendBack.isPending} onClick={confirm}>
            {t('opinion:sendBack')}
          </Button>
        </>
      }
    >
      <p>{t('opinion:sendBackExplain')}</p>
      <div className="send-back">
        <Field label={t('opinion:wholeRemark')} error={tried && remarks.length === 0 ? t('opinion:oneRemark') : undefined}>
          {(control) => <TextArea {...control} maxLength={2000} rows={2} value={draft.value[WHOLE] ?? ''} onChange={(text) => draft.write(WHOLE, text)} />}
        </Field>
        {data?.sections.map((section) => (
          <Fragment key={section.id}>
            <Field label={section.title}>
              {(control) => (
                <TextArea {...control} maxLength={2000} rows={1} value={draft.value[section.id] ?? ''} onChange={(text) => draft.write(section.id, text)} />
              )}
            </Field>
            {Object.keys(draft.value)
              .filter((key) => key.startsWith(`${section.id}\n`))
              .map((key) => (
                <Field key={key} className="send-back-paragraph" label={t('opinion:aboutParagraph', { title: section.title, begin: key.slice(section.id.length + 1, section.id.length + 25) })}>
                  {(control) => <TextArea {...control} maxLength={2000} rows={1} value={draft.value[key] ?? ''} onChange={(text) => draft.write(key, text)} />}
                </Field>
              ))}
          </Fragment>
        ))}
      </div>
      <ErrorNotice error={opinion.error} onRetry={() => void opinion.refetch()} />
      <ErrorNotice error={sendBack.error} />
    </Modal>
  )
}
