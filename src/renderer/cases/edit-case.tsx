/** Changing what was registered. Another person's change is never overwritten unseen. */
import { Alert, App, Button, Skeleton } from 'antd'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { evidenceOf, materialReference } from '../materials/viewer/evidence-document.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { focusFirstError } from '../ui/first-error.ts'
import { Page } from '../ui/page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { useDraft } from '../ui/text-field.tsx'
import { LostCase } from '../workspace/lost-case.tsx'
import { caseErrors, draftOfCase, fieldsOfCase, type CaseDraft } from './case-draft.ts'
import { CaseForm, ErrorSummary, keepEnterFromSubmitting, NO_ERRORS } from './form/case-form.tsx'
import { FieldSourcesProvider } from './form/field-source.tsx'
import { useFieldSources, type FormWithSources } from './form/field-sources.ts'
import { changedPaths, fillForm, formProposal, NO_FILLING, touching, withoutFilling, type Filling } from './form/fill-from-documents.ts'
import { ProposalPanel } from './form/proposal-panel.tsx'
import { SourceDrawer, useShownSource } from './form/source-drawer.tsx'

interface EditDraft extends FormWithSources {
  /** Which fields were filled from the papers, and which the person changed. */
  readonly filling: Filling
  /** The version that the changes are made on. */
  readonly version: number
  readonly fields: CaseDraft
}

function Conflict({ onLatest, onMine }: { onLatest: () => void; onMine: () => void }): ReactNode {
  const { t } = useLanguage()
  const actions = (
    <div className="fs-stack">
      <Button size="small" onClick={onMine}>
        {t('cases:form.keepMine')}
      </Button>
      <Button size="small" onClick={onLatest}>
        {t('cases:form.loadLatest')}
      </Button>
    </div>
  )
  return <Alert type="warning" showIcon role="alert" title={t('cases:form.conflict')} action={actions} />
}

function EditForm({ detail, onConflict }: { detail: CaseDetail; onConflict: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [, navigate] = useLocation()
  const update = useWrite('cases.update')
  const draft = useDraft<EditDraft>(`case/${detail.id}/edit`, {
    version: detail.version,
    fields: draftOfCase(detail.fields),
    filling: NO_FILLING,
  })
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { set } = draft
  const change = useCallback(
    (part: Partial<CaseDraft>) =>
      set((current) => ({
        ...current,
        fields: { ...current.fields, ...part },
        filling: touching(current.filling, changedPaths(current.fields, part)),
      })),
    [set],
  )
  const { version, fields } = draft.value
  const found = useRead('intake.proposal', { caseId: detail.id }, { keepPrevious: true })
  const people = useRead('people.list', {})
  const proposal = useMemo(() => formProposal(found.data ?? {}, people.data ?? []), [found.data, people.data])
  const put = useCallback((step: (form: FormWithSources) => FormWithSources) => set((current) => ({ ...current, ...step(current) })), [set])
  const documents = useMemo(() => evidenceOf(detail.materials), [detail.materials])
  const shownSource = useShownSource(materialReference)
  const isThere = useCallback(
    ({ fileId }: { readonly fileId: string }) => documents.some(({ reference }) => reference === materialReference(fileId)),
    [documents],
  )
  const { sources, filled, differing, offered } = useFieldSources(draft.value, proposal, put, shownSource.open, isThere)
  const fill = (): void =>
    put((old) => {
      const next = fillForm(old.fields, old.filling, proposal, 'registered')
      return { fields: next.form, filling: next.filling }
    })
  const takeBack = (): void =>
    put((old) => {
      const next = withoutFilling(old.fields, old.filling, draftOfCase(detail.fields))
      return { fields: next.form, filling: next.filling }
    })
  const errors = useMemo(() => (tried ? caseErrors(fields) : NO_ERRORS), [tried, fields])
  const back = `/cases/${detail.id}`
  // Our own save raises the version too, a moment before the form is left.
  const changedElsewhere = version !== detail.version && !update.isPending && !update.isSuccess
  const submit = (): void => {
    setTried(true)
    if (update.isPending || changedElsewhere) return
    if (caseErrors(fields).size > 0) {
      focusFirstError(form.current)
      return
    }
    update.mutate(
      { caseId: detail.id, expectedVersion: version, fields: fieldsOfCase(fields) },
      {
        onSuccess: () => {
          void draft.discard()
          void message.success(t('cases:form.saved'))
          navigate(back)
        },
        onError: onConflict,
      },
    )
  }
  useShortcut('mod+enter', submit)
  if (!draft.ready) return <Skeleton active />
  const discard = (): void => {
    void draft.discard()
    navigate(back)
  }
  return (
    <form
      ref={form}
      className="fs-stack"
      onKeyDown={keepEnterFromSubmitting}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {draft.restored ? <Alert type="info" showIcon closable title={t('cases:form.restoredEdit')} /> : null}
      {changedElsewhere ? (
        <Conflict
          onLatest={() => set({ version: detail.version, fields: draftOfCase(detail.fields), filling: NO_FILLING })}
          onMine={() => set((current) => ({ ...current, version: detail.version }))}
        />
      ) : null}
      <ProposalPanel
        progress={null}
        filled={filled}
        differing={differing}
        offered={offered}
        error={found.error}
        onRetry={() => void found.refetch()}
        onFill={fill}
        onTakeBack={takeBack}
      />
      <FieldSourcesProvider value={sources}>
        <CaseForm draft={fields} errors={errors} onChange={change} />
      </FieldSourcesProvider>
      <SourceDrawer source={shownSource} documents={documents} />
      <ErrorSummary errors={errors} />
      <ErrorNotice error={FashenError.is(update.error, 'conflict') && changedElsewhere ? null : update.error} />
      <div className="fs-form-bar">
        <span>
          <DraftMark status={draft.status} />
        </span>
        <Button onClick={discard}>{t('cases:form.discardEdit')}</Button>
        <Button type="primary" htmlType="submit" loading={update.isPending} disabled={changedElsewhere}>
          {t('cases:form.saveEdit')}
        </Button>
      </div>
    </form>
  )
}

export function EditCase({ caseId }: { caseId: string }): ReactNode {
  const { t } = useLanguage()
  const detail = useRead('cases.get', { caseId })
  if (detail.error !== null && detail.data === undefined) return <LostCase caseId={caseId} error={detail.error} onRetry={() => void detail.refetch()} />
  return (
    <Page
      title={t('cases:form.titleEdit')}
      subtitle={detail.data?.fields.title}
      backTo={`/cases/${caseId}`}
      width="reading"
    >
      <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />
      {detail.data === undefined ? (
        <Skeleton active />
      ) : (
        <EditForm detail={detail.data} onConflict={() => void detail.refetch()} />
      )}
    </Page>
  )
}
