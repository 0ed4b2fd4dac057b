/** The form of a clue about an official (公职人员线索): its fields, and to whom a clue of each ground can go. */
import { ORGANS_OF_GROUND } from '../../shared/transfer/clue.ts'
import type { Translate } from '../language/language.ts'
import { textOf, type FieldSpec, type FormValues } from './form-fields.ts'

const GROUNDS = ['dutyOffence', 'transferMisconduct'] as const
const ORGANS = ['supervisoryCommission', 'procuratorate'] as const

/** Before a ground is chosen, that whose clues may go to either organ. */
export const groundOf = (values: FormValues): (typeof GROUNDS)[number] => GROUNDS.find((one) => one === textOf(values, 'ground')) ?? 'dutyOffence'
export const organOf = (values: FormValues): (typeof ORGANS)[number] => ORGANS.find((one) => one === textOf(values, 'sentTo')) ?? 'supervisoryCommission'

const mayGoTo = (organ: string, values: FormValues): boolean => ORGANS_OF_GROUND[groundOf(values)].some((one) => one === organ)

export function clueFields(t: Translate): readonly FieldSpec[] {
  return [
    { name: 'ground', label: t('transfer:clue.field.ground'), kind: 'choice', required: true, options: GROUNDS.map((value) => ({ value, label: t(`transfer:clue.ground.${value}`) })) },
    { name: 'names', label: t('transfer:clue.field.names'), kind: 'line', longest: 500, hint: t('transfer:clue.namesHint') },
    { name: 'about', label: t('transfer:clue.field.about'), kind: 'line', required: true, longest: 500 },
    { name: 'facts', label: t('transfer:clue.field.facts'), kind: 'text', required: true, rows: 4, longest: 20_000 },
    { name: 'evidence', label: t('transfer:clue.field.evidence'), kind: 'text', rows: 2 },
    {
      name: 'sentTo',
      label: t('transfer:clue.field.sentTo'),
      kind: 'choice',
      required: true,
      options: ORGANS.map((value) => ({ value, label: t(`transfer:clue.to.${value}`) })),
      offers: mayGoTo,
    },
    { name: 'organ', label: t('transfer:clue.field.organ'), kind: 'line', required: true },
    { name: 'number', label: t('transfer:clue.field.number'), kind: 'line', longest: 100 },
    { name: 'sentOn', label: t('transfer:clue.field.sentOn'), kind: 'day' },
  ]
}
