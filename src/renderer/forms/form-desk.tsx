/** One form: what it is about, what it lacks, what is typed in beside the records, its pages, and making it. */
import { App, Button, Checkbox, Select } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { FormOffer, FormPreview } from '../../shared/forms/contract.ts'
import type { FormFact } from '../../shared/forms/form-facts.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { FORM_SIDE_LABELS, FORM_WAIT_LABELS } from '../../shared/forms/form-words.ts'
import { useLanguage } from '../language/language.ts'
import { PagePreview } from '../opinion/page-preview.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { parseDay } from '../ui/parse-day.ts'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { BlankButtons } from './blank-buttons.tsx'
import { formDraftKey, NOTHING_TYPED, typedAbout, withoutAbout, withTyped, type FormDraft, type Typed } from './form-draft.ts'
import { useDrawnPages } from './form-pages.ts'
import { MadeForms } from './made-forms.tsx'
import { Printed } from './printed.tsx'
import '../opinion/opinion.css'

interface FormDeskProps {
  readonly caseId: string
  readonly offer: FormOffer
  /** The record that it is first shown about; null: the first of them. */
  readonly startAbout: string | null
}

export function FormDesk({ caseId, offer, startAbout }: FormDeskProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <div className="forms-desk">
      <Panel title={pick(offer.name)} extra={<BlankButtons form={offer.form} />}>
        <p className="forms-purpose">{pick(offer.purpose)}</p>
        <p className="fs-soft">
          {t('forms:source')} <Printed>{offer.source}</Printed> {offer.verified ? null : <UnverifiedMark />}
        </p>
        {offer.wait === null ? null : <p role="status">{t('forms:why', { why: pick(FORM_WAIT_LABELS[offer.wait]) })}</p>}
      </Panel>
      {offer.wait === null ? <FormMaker caseId={caseId} offer={offer} startAbout={startAbout} /> : <MadeForms offer={offer} />}
    </div>
  )
}

/** What is typed in about one record, kept as a draft until the form about it is made. */
function useTyped(caseId: string, form: FormId, about: string) {
  const { value, set, discard, ready, status } = useDraft<FormDraft>(formDraftKey(caseId, form), NOTHING_TYPED)
  const letGo = (): void => {
    const others = withoutAbout(value, about)
    if (others === null) void discard()
    else set(others)
  }
  const type = (fact: FormFact, words: string): void => set((current) => withTyped(current, about, fact, words))
  return { typed: typedAbout(value, about), ready, status, type, letGo }
}

function FormMaker({ caseId, offer, startAbout }: FormDeskProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const make = useWrite('forms.make')
  const [wanted, setWanted] = useState(startAbout)
  const [confirmed, setConfirmed] = useState(false)
  const { form, abouts } = offer
  const about = (abouts.find(({ key }) => key === wanted) ?? abouts[0])?.key ?? ''
  const { typed, ready, status, type: keep, letGo } = useTyped(caseId, form, about)
  const given = useMemo(() => Object.entries(typed).flatMap(([fact, value]) => (value.trim() === '' ? [] : [{ fact: fact as FormFact, value: value.trim() }])), [typed])
  const asked = useDeferredValue(given)
  const preview = useRead('forms.preview', { caseId, form, about, given: asked }, { keepPrevious: true })
  const shown = useDrawnPages(preview.data?.pages, preview.error, () => void preview.refetch())
  const lacks = preview.data?.lacks ?? []
  const type = (fact: FormFact, value: string): void => {
    keep(fact, value)
    setConfirmed(false)
  }
  const start = (): void =>
    make.mutate(
      { caseId, form, about, given, lacks: lacks.map(({ id }) => id) },
      {
        onSuccess: (made) => {
          letGo()
          setConfirmed(false)
          void message.success(t('forms:made', { name: made.pdfName }))
        },
      },
    )
  return (
    <div className="forms-work">
      <div className="forms-work-side">
        <Panel title={t('forms:contents')}>
          <AboutChoice abouts={abouts} value={about} onChange={setWanted} />
          {preview.data === undefined || !ready ? null : <FormNeeds preview={preview.data} typed={typed} onType={type} />}
          {ready && <DraftMark status={status} />}
          {offer.mayMake ? (
            <div className="forms-make">
              {lacks.length > 0 && (
                <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
                  {t('forms:confirmLacks')}
                </Checkbox>
              )}
              <Button type="primary" loading={make.isPending} disabled={preview.data === undefined || !ready || (lacks.length > 0 && !confirmed)} onClick={start}>
                {t('forms:make')}
              </Button>
              <span className="fs-soft">{t(offer.numbered ? 'forms:numbered' : 'forms:notNumbered')}</span>
            </div>
          ) : (
            <p className="fs-soft">{t('forms:notYours', { who: pick(FORM_SIDE_LABELS[offer.side]) })}</p>
          )}
          <ErrorNotice error={make.error} />
        </Panel>
        <MadeForms offer={offer} />
      </div>
      <section className="forms-pages" aria-label={t('forms:preview')}>
        <PagePreview shown={shown} />
      </section>
    </div>
  )
}

interface AboutChoiceProps {
  readonly abouts: FormOffer['abouts']
  readonly value: string
  readonly onChange: (key: string) => void
}

function AboutChoice({ abouts, value, onChange }: AboutChoiceProps): ReactNode {
  const { t, pick } = useLanguage()
  if (abouts.length < 2) return null
  return (
    <Field label={t('forms:about')}>
      {({ id }) => <Select id={id} value={value} options={abouts.map(({ key, label }) => ({ value: key, label: pick(label) }))} onChange={onChange} />}
    </Field>
  )
}

interface AskedFieldProps {
  readonly asked: FormPreview['asked'][number]
  readonly typed: string | undefined
  readonly onType: (value: string) => void
}

/** Begins with what the station proposes. */
function AskedField({ asked: { name, kind, known, columns }, typed, onType }: AskedFieldProps): ReactNode {
  const { t } = useLanguage()
  const hint = kind === 'rows' ? t('forms:askedRows', { columns: columns.join('，') }) : known === null ? undefined : t('forms:askedKnown')
  const value = typed ?? known ?? ''
  const day = typed ?? (known === null ? null : (parseDay(known) ?? null))
  return (
    <Field label={name} className="forms-printed" hint={hint}>
      {(control) =>
        kind === 'date' ? (
          <DateField {...control} value={day === '' ? null : day} onChange={(chosen) => onType(chosen ?? '')} />
        ) : kind === 'text' || kind === 'rows' ? (
          <TextArea {...control} maxLength={4000} rows={kind === 'rows' ? 5 : 3} value={value} onChange={onType} />
        ) : (
          <TextField {...control} maxLength={200} value={value} onChange={onType} />
        )
      }
    </Field>
  )
}

interface FormNeedsProps {
  readonly preview: FormPreview
  readonly typed: Typed
  readonly onType: (fact: FormFact, value: string) => void
}

function FormNeeds({ preview: { lacks, byHand, asked }, typed, onType }: FormNeedsProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="forms-needs">
      {lacks.length === 0 ? (
        <p className="forms-complete">{t('forms:lacksNone')}</p>
      ) : (
        <div className="forms-lacks">
          <h3>{t('forms:lacksTitle')}</h3>
          <ul>
            {lacks.map(({ id, label, verified }) => (
              <li key={id}>
                <Printed>{label}</Printed> {verified ? null : <UnverifiedMark />}
              </li>
            ))}
          </ul>
          <p className="fs-soft">{t('forms:lacksHint')}</p>
        </div>
      )}
      {asked.length > 0 && (
        <div className="forms-asked" role="group" aria-label={t('forms:asked')}>
          <h3>{t('forms:asked')}</h3>
          <p className="fs-soft">{t('forms:askedHint')}</p>
          {asked.map((one) => (
            <AskedField key={one.fact} asked={one} typed={typed[one.fact]} onType={(value) => onType(one.fact, value)} />
          ))}
        </div>
      )}
      {byHand.length > 0 && (
        <p className="fs-soft">
          {t('forms:byHand')} <Printed>{byHand.join('、')}</Printed>
        </p>
      )}
    </div>
  )
}
