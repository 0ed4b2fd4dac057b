/** One form: what it is about, what it lacks, what is typed in beside the records, its pages, and making it. */
import { App, Button, Checkbox, Select } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { FormOffer, FormPreview } from '../../shared/forms/contract.ts'
import type { FormFact } from '../../shared/forms/form-facts.ts'
import { FORM_SIDE_LABELS, FORM_WAIT_LABELS } from '../../shared/forms/form-words.ts'
import { useLanguage } from '../language/language.ts'
import { PagePreview } from '../opinion/page-preview.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { parseDay } from '../ui/parse-day.ts'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { BlankButtons } from './blank-buttons.tsx'
import { useDrawnPages } from './form-pages.ts'
import { MadeForms } from './made-forms.tsx'
import { Printed } from './printed.tsx'
import '../opinion/opinion.css'

export function FormDesk({ caseId, offer }: { readonly caseId: string; readonly offer: FormOffer }): ReactNode {
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
      {offer.wait === null ? <FormMaker caseId={caseId} offer={offer} /> : <MadeForms offer={offer} />}
    </div>
  )
}

type Typed = Readonly<Partial<Record<FormFact, string>>>

function FormMaker({ caseId, offer }: { readonly caseId: string; readonly offer: FormOffer }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const make = useWrite('forms.make')
  const [wanted, setWanted] = useState<string | null>(null)
  const [typed, setTyped] = useState<Typed>({})
  const [confirmed, setConfirmed] = useState(false)
  const { form, abouts } = offer
  const about = (abouts.find(({ key }) => key === wanted) ?? abouts[0])?.key ?? ''
  const given = useMemo(() => Object.entries(typed).flatMap(([fact, value]) => (value.trim() === '' ? [] : [{ fact: fact as FormFact, value: value.trim() }])), [typed])
  const asked = useDeferredValue(given)
  const preview = useRead('forms.preview', { caseId, form, about, given: asked }, { keepPrevious: true })
  const shown = useDrawnPages(preview.data?.pages, preview.error, () => void preview.refetch())
  const lacks = preview.data?.lacks ?? []
  const type = (fact: FormFact, value: string): void => {
    setTyped((current) => ({ ...current, [fact]: value }))
    setConfirmed(false)
  }
  const start = (): void =>
    make.mutate(
      { caseId, form, about, given, lacks: lacks.map(({ id }) => id) },
      {
        onSuccess: (made) => {
          setTyped({})
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
          {preview.data === undefined ? null : <FormNeeds preview={preview.data} typed={typed} onType={type} />}
          {offer.mayMake ? (
            <div className="forms-make">
              {lacks.length > 0 && (
                <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
                  {t('forms:confirmLacks')}
                </Checkbox>
              )}
              <Button type="primary" loading={make.isPending} disabled={preview.data === undefined || (lacks.length > 0 && !confirmed)} onClick={start}>
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
