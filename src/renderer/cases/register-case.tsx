/** Registering a case (登记): the form, the papers, and then the case itself. What is typed is kept as a draft. */
import { Alert, App, Button, Skeleton } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { contract } from '../../shared/contract/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Person } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall, usePerson } from '../session/session.tsx'
import { stagedReference } from '../materials/viewer/evidence-document.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ConfirmModal } from '../ui/confirm-modal.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { focusFirstError } from '../ui/first-error.ts'
import { today } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { useDraft } from '../ui/text-field.tsx'
import { caseErrors, emptyCase, fieldsOfCase, type CaseDraft } from './case-draft.ts'
import { CaseForm, ErrorSummary, keepEnterFromSubmitting, NO_ERRORS } from './form/case-form.tsx'
import { FieldSourcesProvider } from './form/field-source.tsx'
import { useFieldSources, type FormWithSources } from './form/field-sources.ts'
import { changedPaths, fillForm, formProposal, NO_FILLING, touching, withoutFilling, type Filling } from './form/fill-from-documents.ts'
import { handlerOf } from './form/handlers-section.tsx'
import { ProposalPanel } from './form/proposal-panel.tsx'
import { SourceDrawer, useShownSource } from './form/source-drawer.tsx'
import { useStagedReading } from './form/staged-reading.ts'
import { StagedPapers, type StagedPaper } from './form/staged-papers.tsx'

interface RegisterDraft extends FormWithSources {
  /** Which fields were filled from the papers, and which the person changed. */
  readonly filling: Filling
  /** How many papers had been chosen: they are not kept with the draft, and that is said when it is opened again. */
  readonly paperCount: number
}

/** A handler registers their own case; others type who handled it. */
function startFor(me: Person | undefined): RegisterDraft {
  const fields = emptyCase(today())
  const none = { filling: NO_FILLING, paperCount: 0 }
  if (me === undefined || !me.roles.includes('handler')) return { fields, ...none }
  return { fields: { ...fields, submittingUnit: me.department, handlers: [handlerOf(me)] }, ...none }
}

/** Papers handed over in one call; the contract takes 500. */
const ATTACHED_TOGETHER = 100

/** Registers, then attaches. Once the case is there, only the attaching is tried again. */
function useRegister(onDone: (caseId: string) => void) {
  const register = useWrite('cases.register')
  const attach = useWrite('materials.attach')
  const [caseId, setCaseId] = useState<string | null>(null)
  const attached = useRef(new Set<string>())
  const attachTo = async (id: string, papers: readonly StagedPaper[]): Promise<void> => {
    for (;;) {
      const some = papers.filter(({ file }) => !attached.current.has(file.id)).slice(0, ATTACHED_TOGETHER)
      if (some.length === 0) break
      await attach.mutateAsync({ caseId: id, files: some.map(({ file, kind }) => ({ stagedId: file.id, name: file.name, kind })) })
      for (const { file } of some) attached.current.add(file.id)
    }
    onDone(id)
  }
  const submit = async (
    fields: CaseDraft,
    papers: readonly StagedPaper[],
    onRegistered: () => Promise<unknown>,
  ): Promise<void> => {
    const { caseId: id } = await register.mutateAsync({ fields: fieldsOfCase(fields) })
    setCaseId(id)
    await onRegistered().catch(() => undefined)
    await attachTo(id, papers)
  }
  return {
    submit,
    attachTo,
    caseId,
    busy: register.isPending || attach.isPending,
    error: register.error,
    attachError: attach.error,
  }
}

function RegisterForm({ start, people }: { start: RegisterDraft; people: readonly Person[] }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [, navigate] = useLocation()
  const draft = useDraft('register', start)
  const [papers, setPapers] = useState<readonly StagedPaper[]>([])
  const [tried, setTried] = useState(false)
  const [clearing, setClearing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { set } = draft
  const registering = useRegister((caseId) => {
    void message.success(t('cases:form.registered'))
    navigate(`/cases/${caseId}`)
  })
  const change = useCallback(
    (part: Partial<CaseDraft>) =>
      set((current) => ({
        ...current,
        fields: { ...current.fields, ...part },
        filling: touching(current.filling, changedPaths(current.fields, part)),
      })),
    [set],
  )
  const changePapers = useCallback(
    (next: (papers: readonly StagedPaper[]) => readonly StagedPaper[]) => {
      setPapers((current) => {
        const changed = next(current)
        setTimeout(() => set((kept) => ({ ...kept, paperCount: changed.length })))
        return changed
      })
    },
    [set],
  )
  const { fields, filling } = draft.value
  const { ready } = draft
  const staged = useStagedReading(papers)
  const proposal = useMemo(() => formProposal(staged.proposal ?? {}, people), [staged.proposal, people])
  const handedIn = registering.busy || registering.caseId !== null
  useEffect(() => {
    // once it is handed in, nothing may begin a draft anew
    if (!ready || !filling.on || handedIn) return
    set((current) => {
      const { form: next, filling: filled, count } = fillForm(current.fields, current.filling, proposal, 'guesses')
      return count === 0 ? current : { ...current, fields: next, filling: filled }
    })
  }, [ready, filling.on, handedIn, proposal, set])
  const put = useCallback((step: (form: FormWithSources) => FormWithSources) => set((current) => ({ ...current, ...step(current) })), [set])
  const shownSource = useShownSource(stagedReference)
  const paperIds = useMemo(() => new Set(papers.map(({ file }) => file.id)), [papers])
  const isThere = useCallback(({ fileId }: { readonly fileId: string }) => paperIds.has(fileId), [paperIds])
  const { sources, filled, differing, offered } = useFieldSources(draft.value, proposal, put, shownSource.open, isThere)
  const documents = useMemo(
    () => papers.map(({ file: { id, name, size } }) => ({ reference: stagedReference(id), name, mediaType: '', size })),
    [papers],
  )
  const takeBack = (): void => put((old) => {
    const { form: next, filling: none } = withoutFilling(old.fields, old.filling, start.fields)
    return { fields: next, filling: none }
  })
  const fillAgain = (): void => put((old) => ({ ...old, filling: { ...old.filling, on: true } }))
  const files = staged.reading?.files ?? []
  const reading = papers.length === 0 || files.length === 0 ? null : {
    done: files.filter(({ state }) => state !== 'queued').length,
    total: files.length,
    scans: files.reduce((sum, { toRecognise }) => sum + toRecognise, 0),
  }
  const errors = useMemo(() => (tried ? caseErrors(fields) : NO_ERRORS), [tried, fields])
  const submit = (): void => {
    setTried(true)
    if (registering.busy || registering.caseId !== null) return
    if (caseErrors(fields).size > 0) focusFirstError(form.current)
    // What failed is shown by the notice below; the draft stays.
    else registering.submit(fields, papers, draft.discard).catch(() => undefined)
  }
  const startAfresh = (): Promise<void> => {
    setPapers([])
    setTried(false)
    return draft.discard()
  }
  useShortcut('mod+enter', submit)
  if (!draft.ready) return <Skeleton active />
  if (registering.caseId !== null && registering.attachError !== null) {
    const id = registering.caseId
    return (
      <div className="fs-stack">
        <Alert type="warning" showIcon title={t('cases:form.attachFailed')} />
        <ErrorNotice error={registering.attachError} />
        <div className="fs-row">
          <Button
            type="primary"
            loading={registering.busy}
            onClick={() => void registering.attachTo(id, papers).catch(() => undefined)}
          >
            {t('cases:form.attachAgain')}
          </Button>
          <Button onClick={() => navigate(`/cases/${id}`)}>{t('cases:form.goToCase')}</Button>
        </div>
      </div>
    )
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
      {draft.restored ? <Alert type="info" showIcon closable title={t('ui:draftRestored')} /> : null}
      {draft.restored && fields !== start.fields && draft.value.paperCount > papers.length ? (
        <Alert type="warning" showIcon closable title={t('cases:form.filesLost')} />
      ) : null}
      <StagedPapers papers={papers} actionKinds={fields.actionKinds} stateOf={staged.stateOf} onChange={changePapers} />
      <ProposalPanel
        progress={reading}
        filled={filled}
        differing={differing}
        offered={offered}
        error={staged.error}
        onRetry={staged.again}
        onFill={filling.on ? undefined : fillAgain}
        onTakeBack={takeBack}
      />
      <FieldSourcesProvider value={sources}>
        <CaseForm draft={fields} errors={errors} onChange={change} />
      </FieldSourcesProvider>
      <SourceDrawer source={shownSource} documents={documents} />
      <ErrorSummary errors={errors} />
      <ErrorNotice error={registering.error} />
      {clearing ? (
        <ConfirmModal title={t('ui:draftDiscardQuestion')} confirmLabel={t('ui:startAfresh')} onConfirm={startAfresh} onClose={() => setClearing(false)} />
      ) : null}
      <div className="fs-form-bar">
        <span>
          <DraftMark status={draft.status} />
        </span>
        <Button onClick={() => setClearing(true)}>{t('ui:startAfresh')}</Button>
        <Button type="primary" htmlType="submit" loading={registering.busy}>
          {t('cases:form.submitAttach')}
        </Button>
      </div>
    </form>
  )
}

export function RegisterCase(): ReactNode {
  const { t } = useLanguage()
  const person = usePerson()
  const mayRegister = useMayCall('cases.register')
  const people = useRead('people.list', {})
  const { allowed } = contract['cases.register']
  const refusal = mayRegister
    ? null
    : new FashenError('not-allowed', {
        method: 'cases.register',
        needs: typeof allowed === 'string' ? [] : [...allowed],
      })
  const known = people.data !== undefined || people.error !== null
  const me = people.data?.find((one) => one.id === person.id)
  return (
    <Page title={t('cases:form.titleNew')} subtitle={t('cases:form.subtitle')} backTo="/cases" width="reading">
      <ErrorNotice error={refusal} />
      {refusal !== null ? null : known ? <RegisterForm start={startFor(me)} people={people.data ?? []} /> : <Skeleton active />}
    </Page>
  )
}
