/** Masks words that were not proposed: typed, or selected in the original; every place of them is taken. */
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { MaskSubject, TreatmentRow } from '../../shared/catalogue/disclosure-rules.ts'
import { placesOf, type MaskMark } from '../../shared/disclosure/masks.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'

interface AddMaskProps {
  readonly original: string
  readonly marks: readonly MaskMark[]
  readonly treatments: readonly TreatmentRow[]
  /** What was selected in the original. */
  readonly words: string
  readonly onAdd: (marks: readonly MaskMark[]) => void
}

export function AddMask({ original, marks, treatments, words: selected, onAdd }: AddMaskProps): ReactNode {
  const { t, pick } = useLanguage()
  const [words, setWords] = useState(selected)
  const [subject, setSubject] = useState<MaskSubject>('personName')
  const [tried, setTried] = useState(false)
  const kinds = treatments.filter(({ treatment }) => treatment !== 'keep').map((one) => ({ value: one.subject, label: pick(one.name) }))
  const places = placesOf(original, words, marks)
  const add = (): void => {
    setTried(true)
    if (places.length === 0) return
    onAdd(places.map((place) => ({ ...place, subject, masked: true, by: 'person' as const })))
    setWords('')
    setTried(false)
  }
  return (
    <Panel title={t('disclosure:desk.add')}>
      <div className="masking-add">
        <Field label={t('disclosure:desk.addWords')} hint={t('disclosure:desk.addHint')} error={tried && places.length === 0 ? t('disclosure:desk.notThere') : undefined}>
          {(control) => <TextField {...control} value={words} maxLength={300} onChange={setWords} />}
        </Field>
        <Field label={t('disclosure:desk.addKind')}>
          {({ id }) => <Select<MaskSubject> id={id} value={subject} options={kinds} onChange={setSubject} />}
        </Field>
        <Button onClick={add}>
          {t('disclosure:desk.addButton')}
          {places.length > 0 ? ` (${places.length})` : ''}
        </Button>
      </div>
    </Panel>
  )
}
