/** The figures of the threshold helper: those of this act, of earlier ones, and the days of earlier penalties. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { CrimeLine } from '../../shared/catalogue/crime-lines.ts'
import { figureIn, unitIn } from '../../shared/transfer/threshold-arithmetic.ts'
import { AMOUNT_WORDS } from '../../shared/transfer/threshold-words.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { limbWords } from './limb-words.ts'
import { asksRepetition, basesOf, circumstancesOf, figureFields, rangesOf, unreadable, type FigureField, type ThresholdForm } from './threshold-form.ts'

interface InputsProps {
  readonly line: CrimeLine
  readonly form: ThresholdForm
  readonly onChange: (next: (form: ThresholdForm) => ThresholdForm) => void
}

interface FiguresProps {
  readonly fields: readonly FigureField[]
  readonly typed: Readonly<Record<string, string>>
  readonly onChange: (key: string, text: string) => void
}

function Figures({ fields, typed, onChange }: FiguresProps): ReactNode {
  const { t, pick } = useLanguage()
  const wrong = unreadable(typed)
  return (
    <div className="threshold-figures">
      {fields.map(({ key, of }) => {
        const unit = pick(unitIn(of.kind === 'amount' ? '元' : of.unit))
        const name = of.kind === 'amount' ? pick(AMOUNT_WORDS[of.amount]) : of.times ? `${of.name} ${t('transfer:threshold.times')}` : of.name
        return (
          <Field key={key} label={name} error={wrong.has(key) ? t('transfer:dialog.notAnAmount') : undefined}>
            {(control) => <TextField {...control} inputMode="decimal" maxLength={30} suffix={unit} value={typed[key] ?? ''} onChange={(text) => onChange(key, text)} />}
          </Field>
        )
      })}
    </div>
  )
}

const replaced = <Item,>(list: readonly Item[], at: number, next: Item): readonly Item[] => list.map((one, index) => (index === at ? next : one))
const without = <Item,>(list: readonly Item[], at: number): readonly Item[] => list.filter((_, index) => index !== at)
const toggled = <Item,>(list: readonly Item[], item: Item, on: boolean): readonly Item[] => (on ? [...list, item] : list.filter((one) => one !== item))

export function ThresholdInputs({ line, form, onChange }: InputsProps): ReactNode {
  const { t, pick } = useLanguage()
  const fields = figureFields(line, form)
  const circumstances = circumstancesOf(line)
  const acts = line.limbs.flatMap((limb, index) => (limb.kind === 'act' ? [{ index, words: limbWords(limb, { t, pick }) }] : []))
  const bases = basesOf(line)
  const ranges = rangesOf(line, form)
  return (
    <>
      {circumstances.length > 0 && (
        <FieldGroup label={t('transfer:threshold.circumstances')}>
          {circumstances.map((one) => (
            <Checkbox
              key={one['zh-CN']}
              className="threshold-check"
              checked={form.circumstances.includes(one['zh-CN'])}
              onChange={(event) => onChange((old) => ({ ...old, circumstances: toggled(old.circumstances, one['zh-CN'], event.target.checked) }))}
            >
              {pick(one)}
            </Checkbox>
          ))}
        </FieldGroup>
      )}
      {acts.length > 0 && (
        <FieldGroup label={t('transfer:threshold.acts')}>
          {acts.map(({ index, words }) => (
            <Checkbox key={index} className="threshold-check" checked={form.acts.includes(index)} onChange={(event) => onChange((old) => ({ ...old, acts: toggled(old.acts, index, event.target.checked) }))}>
              {words}
            </Checkbox>
          ))}
        </FieldGroup>
      )}
      {fields.length > 0 && (
        <FieldGroup label={t('transfer:threshold.figures')}>
          <Figures fields={fields} typed={form.figures} onChange={(key, text) => onChange((old) => ({ ...old, figures: { ...old.figures, [key]: text } }))} />
        </FieldGroup>
      )}
      {bases.map((base) => (
        <Field key={base['zh-CN']} label={t('transfer:threshold.percentOf', { name: pick(base) })} className="threshold-narrow">
          {(control) => (
            <TextField {...control} inputMode="decimal" maxLength={30} value={form.bases[base['zh-CN']] ?? ''} onChange={(text) => onChange((old) => ({ ...old, bases: { ...old.bases, [base['zh-CN']]: text } }))} />
          )}
        </Field>
      ))}
      {ranges.map(({ index, of, from, to }) => (
        <Field
          key={index}
          label={`${t('transfer:threshold.local')} · ${pick(AMOUNT_WORDS[of])}`}
          hint={t('transfer:threshold.localHint', { from: pick(figureIn(from, '元')), to: pick(figureIn(to, '元')) })}
          className="threshold-narrow"
        >
          {(control) => (
            <TextField {...control} inputMode="decimal" maxLength={30} suffix={pick(unitIn('元'))} value={form.local[String(index)] ?? ''} onChange={(text) => onChange((old) => ({ ...old, local: { ...old.local, [String(index)]: text } }))} />
          )}
        </Field>
      ))}
      {fields.length > 0 && <EarlierActs fields={fields} form={form} onChange={onChange} />}
      {asksRepetition(line) && <Penalties form={form} onChange={onChange} />}
    </>
  )
}

function EarlierActs({ fields, form, onChange }: Omit<InputsProps, 'line'> & { readonly fields: readonly FigureField[] }): ReactNode {
  const { t } = useLanguage()
  return (
    <FieldGroup label={t('transfer:threshold.earlier')}>
      {form.earlier.map((row, index) => (
        <div key={index} className="threshold-row">
          <div className="threshold-row-head">
            <DateField label={t('transfer:threshold.earlierOn')} value={row.on === '' ? null : row.on} onChange={(day) => onChange((old) => ({ ...old, earlier: replaced(old.earlier, index, { ...row, on: day ?? '' }) }))} />
            <Checkbox checked={row.punished} onChange={(event) => onChange((old) => ({ ...old, earlier: replaced(old.earlier, index, { ...row, punished: event.target.checked }) }))}>
              {t('transfer:threshold.punished')}
            </Checkbox>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('transfer:threshold.removeRow')} onClick={() => onChange((old) => ({ ...old, earlier: without(old.earlier, index) }))} />
          </div>
          <Figures fields={fields} typed={row.figures} onChange={(key, text) => onChange((old) => ({ ...old, earlier: replaced(old.earlier, index, { ...row, figures: { ...row.figures, [key]: text } }) }))} />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange((old) => ({ ...old, earlier: [...old.earlier, { on: '', punished: false, figures: {} }] }))}>
        {t('transfer:threshold.addEarlier')}
      </Button>
    </FieldGroup>
  )
}

function Penalties({ form, onChange }: Omit<InputsProps, 'line'>): ReactNode {
  const { t } = useLanguage()
  return (
    <FieldGroup label={t('transfer:threshold.penalties')}>
      <div className="threshold-days">
        {form.penalties.map((day, index) => (
          <span key={index} className="threshold-day">
            <DateField label={t('transfer:threshold.penalties')} value={day === '' ? null : day} onChange={(next) => onChange((old) => ({ ...old, penalties: replaced(old.penalties, index, next ?? '') }))} />
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('transfer:threshold.removeRow')} onClick={() => onChange((old) => ({ ...old, penalties: without(old.penalties, index) }))} />
          </span>
        ))}
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange((old) => ({ ...old, penalties: [...old.penalties, ''] }))}>
          {t('transfer:threshold.addPenalty')}
        </Button>
      </div>
    </FieldGroup>
  )
}
