/** Registering a case (登记): the form, the papers, and then the case itself. What is typed is kept as a draft. */
import { Alert, App, Button, Skeleton } from 'antd'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { contract } from '../../shared/contract/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Person } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall, usePerson } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { today } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { useDraft } from '../ui/text-field.tsx'
import { caseErrors, emptyCase, fieldsOfCase, type CaseDraft } from './case-draft.ts'
import { CaseForm, ErrorSummary, focusFirstError, keepEnterFromSubmitting, NO_ERRORS } from './form/case-form.tsx'
import { handlerOf } from './form/handlers-section.tsx'
import { StagedPapers, type StagedPaper } from './form/staged-papers.tsx'

interface RegisterDraft {
  readonly fields: CaseDraft
  /** How many papers had been chosen: they are not kept with the draft, and that is said when it is opened again. */
  readonly paperCount: number
}

/** A handler registers their own case; others type who handled it. */
function startFor(me: Person | undefined): RegisterDraft {
  const fields = emptyCase(today())
  if (me === undefined || !me.roles.includes('handler')) return { fields, paperCount: 0 }
  return { fields: { ...fields, submittingUnit: me.department, handlers: [handlerOf(me)] }, paperCount: 0 }
}

/** Registers, then attaches. Once the case is there, only the attaching is tried again. */
function useRegister(onDone: (caseId: string) => void) {
  const register = useWrite('cases.register')
  const attach = useWrite('materials.attach')
  const [caseId, setCaseId] = useState<string | null>(null)
  const attachTo = async (id: string, papers: readonly StagedPaper[]): Promise<void> => {
    if (papers.length > 0) {
      const files = papers.map(({ file, kind }) => ({ stagedId: file.id, name: file.name, kind }))
      await attach.mutateAsync({ caseId: id, files })
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

function RegisterForm({ start }: { start: RegisterDraft }): ReactNode {
  const { t } = useLanguage()
  const { message, modal } = App.useApp()
  const [, navigate] = useLocation()
  const draft = useDraft('register', start)
  const [papers, setPapers] = useState<readonly StagedPaper[]>([])
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { set } = draft
  const registering = useRegister((caseId) => {
    void message.success(t('cases:form.registered'))
    navigate(`/cases/${caseId}`)
  })
  const change = useCallback(
    (part: Partial<CaseDraft>) => set((current) => ({ ...current, fields: { ...current.fields, ...part } })),
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
  const { fields } = draft.value
  const errors = useMemo(() => (tried ? caseErrors(fields) : NO_ERRORS), [tried, fields])
  const submit = (): void => {
    setTried(true)
    if (registering.busy || registering.caseId !== null) return
    if (caseErrors(fields).size > 0) focusFirstError(form.current)
    // What failed is shown by the notice below; the draft stays.
    else registering.submit(fields, papers, draft.discard).catch(() => undefined)
  }
  const startAfresh = (): void =>
    void modal.confirm({
      title: t('ui:draftDiscardQuestion'),
      okText: t('ui:startAfresh'),
      okButtonProps: { danger: true, type: 'default' },
      autoFocusButton: 'cancel',
      onOk: () => {
        setPapers([])
        setTried(false)
        return draft.discard()
      },
    })
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
      <CaseForm draft={fields} errors={errors} onChange={change} />
      <StagedPapers papers={papers} actionKinds={fields.actionKinds} onChange={changePapers} />
      <ErrorSummary errors={errors} />
      <ErrorNotice error={registering.error} />
      <div className="fs-form-bar">
        <span>
          <DraftMark status={draft.status} />
        </span>
        <Button onClick={startAfresh}>{t('ui:startAfresh')}</Button>
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
      {refusal !== null ? null : known ? <RegisterForm start={startFor(me)} /> : <Skeleton active />}
    </Page>
  )
}
