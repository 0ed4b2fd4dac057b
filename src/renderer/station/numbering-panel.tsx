/** How the station's numbers are put together, with what they will look like. */
import { App, Button, Checkbox, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { NumberProblem } from '../../shared/numbering/document-number.ts'
import {
  CASE_PATTERN,
  departures,
  FORM_MAXIMUM,
  formProblem,
  NUMBER_PARTS,
  seriesWord,
  USUAL_NUMBERING,
  WIDTH_MAXIMUM,
  type Numbering,
  type NumberPart,
  type NumberPattern,
} from '../../shared/numbering/number-pattern.ts'
import type { Station } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { PROBLEM_LABELS } from '../ui/error-terms.ts'
import { Field } from '../ui/field.tsx'
import { thisYear } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { keptForm, PART_NAMES, sampleNumbers, shownForm } from './number-form.ts'
import './station.css'

const DEPARTURES = {
  brackets: 'station:numbering.departs.brackets',
  ordinalMark: 'station:numbering.departs.ordinalMark',
  leadingZero: 'station:numbering.departs.leadingZero',
  spaces: 'station:numbering.departs.other',
  wideDigits: 'station:numbering.departs.other',
  noClosing: 'station:numbering.departs.noClosing',
} as const satisfies Record<NumberProblem, string>

function Samples({ pattern, agencyCode }: { readonly pattern: NumberPattern; readonly agencyCode: string }): ReactNode {
  const { t } = useLanguage()
  const found = departures(pattern)
  const departing = found === null ? [t('station:numbering.departs.other')] : [...new Set(found.map((one) => t(DEPARTURES[one])))]
  return (
    <div className="station-number-samples" role="status">
      <span className="fs-soft">{t('station:numbering.samples')}</span>
      {sampleNumbers(pattern, agencyCode, thisYear()).map((sample, index) => (
        <span key={index} lang="zh-CN" className="fs-mono">
          {sample}
        </span>
      ))}
      {departing.length === 0 ? null : (
        <Mark tone="amber">{t('station:numbering.departing', { what: departing.join(t('ui:listSeparator')) })}</Mark>
      )}
    </div>
  )
}

interface PatternFieldsProps {
  readonly label: string
  readonly pattern: NumberPattern
  readonly agencyCode: string
  readonly sameWord: boolean
  readonly onChange: (pattern: NumberPattern) => void
}

function PatternFields({ label, pattern, agencyCode, sameWord, onChange }: PatternFieldsProps): ReactNode {
  const { t, language, pick } = useLanguage()
  const fieldId = useId()
  const problem = formProblem(pattern.form) ?? (sameWord ? 'number-same-word' : null)
  const words = problem === null ? undefined : PROBLEM_LABELS[problem]
  const insert = (part: NumberPart): void => {
    const field = document.getElementById(fieldId)
    const shown = shownForm(pattern.form, language)
    const at = field instanceof HTMLInputElement ? (field.selectionStart ?? shown.length) : shown.length
    onChange({ ...pattern, form: keptForm(`${shown.slice(0, at)}{${PART_NAMES[language][part]}}${shown.slice(at)}`) })
    field?.focus()
  }
  return (
    <div className="fs-form">
      <Field className="fs-span-6" label={label} error={words === undefined ? undefined : pick(words)}>
        {(control) => (
          <>
            <TextField
              {...control}
              id={fieldId}
              label={label}
              maxLength={FORM_MAXIMUM}
              value={shownForm(pattern.form, language)}
              onChange={(shown) => onChange({ ...pattern, form: keptForm(shown) })}
            />
            <div className="station-number-parts">
              <span className="fs-soft">{t('station:numbering.insert')}</span>
              {NUMBER_PARTS.map((part) => (
                <Button key={part} size="small" disabled={pattern.form.includes(`{${part}}`)} onClick={() => insert(part)}>
                  {t(`station:numbering.part.${part}`)}
                </Button>
              ))}
            </div>
          </>
        )}
      </Field>
      <Field className="fs-span-3" label={t('station:numbering.width')}>
        {({ id }) => (
          <Select
            id={id}
            value={pattern.width}
            options={Array.from({ length: WIDTH_MAXIMUM }, (_, index) => ({
              value: index + 1,
              label: index === 0 ? t('station:numbering.noZeros') : t('station:numbering.zeros', { width: index + 1 }),
            }))}
            onChange={(width) => onChange({ ...pattern, width })}
          />
        )}
      </Field>
      <Field className="fs-span-3" label={t('station:numbering.restart')}>
        {({ id }) => (
          <Select
            id={id}
            value={pattern.restart}
            options={(['yearly', 'never'] as const).map((value) => ({ value, label: t(`station:numbering.${value}`) }))}
            onChange={(restart) => onChange({ ...pattern, restart })}
          />
        )}
      </Field>
      {problem === null ? <Samples pattern={pattern} agencyCode={agencyCode} /> : null}
    </div>
  )
}

export function NumberingPanel({ station }: { readonly station: Station }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const update = useWrite('station.update')
  const kept = station.numbering ?? USUAL_NUMBERING
  const [draft, setDraft] = useState<Numbering>(kept)
  const { opinion, caseNumber } = draft
  const agencyCode = station.numberPrefix
  const sameWord = caseNumber !== null && seriesWord(opinion, agencyCode) === seriesWord(caseNumber, agencyCode)
  const fine = formProblem(opinion.form) === null && (caseNumber === null || (formProblem(caseNumber.form) === null && !sameWord))
  const save = (): void => {
    const { id: _, ...fields } = station
    update.mutate({ station: { ...fields, numbering: draft } }, { onSuccess: () => void message.success(t('station:numbering.saved')) })
  }
  return (
    <Panel title={t('station:numbering.title')}>
      <form
        className="fs-stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (fine) save()
        }}
      >
        <p className="fs-soft station-text">{t('station:numbering.explain')}</p>
        <PatternFields
          label={t('station:numbering.opinion')}
          pattern={opinion}
          agencyCode={agencyCode}
          sameWord={false}
          onChange={(pattern) => setDraft((current) => ({ ...current, opinion: pattern }))}
        />
        <Checkbox
          checked={caseNumber !== null}
          onChange={(event) => setDraft((current) => ({ ...current, caseNumber: event.target.checked ? (kept.caseNumber ?? CASE_PATTERN) : null }))}
        >
          {t('station:numbering.numberCases')}
        </Checkbox>
        {caseNumber === null ? null : (
          <PatternFields
            label={t('station:numbering.case')}
            pattern={caseNumber}
            agencyCode={agencyCode}
            sameWord={sameWord}
            onChange={(pattern) => setDraft((current) => ({ ...current, caseNumber: pattern }))}
          />
        )}
        <ErrorNotice error={update.error} />
        <div className="fs-row fs-end">
          <Button type="primary" htmlType="submit" loading={update.isPending} disabled={!fine || JSON.stringify(draft) === JSON.stringify(kept)}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
