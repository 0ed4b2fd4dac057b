/** A block of wording with the places that are filled from the case, and what of them has to stay. */
import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import type { Form } from '../../shared/catalogue/forms.ts'
import { FORM_FACT_NAMES, type FormFact } from '../../shared/forms/form-facts.ts'
import { factsIn, placeholderOf, wordingProblems } from '../../shared/forms/placeholders.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { Printed } from './printed.tsx'

interface WordingFieldProps {
  readonly block: Form['wording'][number]
  readonly text: string
  readonly onChange: (text: string) => void
}

export function WordingField({ block, text, onChange }: WordingFieldProps): ReactNode {
  const { t, pick } = useLanguage()
  const id = useId()
  const [problem] = wordingProblems(text, block.needs)
  // what the shipped words speak of can be put back with one click
  const offered = [...new Set<FormFact>([...block.needs, ...factsIn(block.text)])]
  const insert = (fact: FormFact): void => {
    const field = document.getElementById(id)
    const at = field instanceof HTMLTextAreaElement ? (field.selectionStart ?? text.length) : text.length
    onChange(`${text.slice(0, at)}${placeholderOf(fact)}${text.slice(at)}`)
    field?.focus()
  }
  const needs = block.needs.map(placeholderOf).join('、')
  return (
    <Field
      label={pick(block.name)}
      hint={needs === '' ? undefined : <>{t('forms:settings.needs')} <Printed>{needs}</Printed></>}
      error={problem === undefined ? undefined : t(`forms:settings.problem.${problem.kind}`, { name: problem.name })}
      after={
        offered.length === 0 ? undefined : (
          <div className="forms-inserts">
            <span className="fs-soft">{t('forms:settings.insert')}</span>
            {offered.map((fact) => (
              <Button key={fact} size="small" onClick={() => insert(fact)}>
                <Printed>{FORM_FACT_NAMES[fact]}</Printed>
              </Button>
            ))}
          </div>
        )
      }
    >
      {(control) => <TextArea {...control} id={id} label={pick(block.name)} maxLength={4000} rows={4} value={text} onChange={onChange} />}
    </Field>
  )
}
