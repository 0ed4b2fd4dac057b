/** What a case says for the placeholders of phrases. Documents are Chinese, so the words are. Pure. */
import type { CaseFields } from '../../shared/cases/case.ts'
import type { PlaceholderValues } from '../../shared/phrases/placeholders.ts'
import { formatDay } from '../ui/formats.ts'

type NeededFields = Pick<CaseFields, 'submittingUnit' | 'cause' | 'fileNumber' | 'effects' | 'actFrom' | 'actTo'> & {
  readonly party: Pick<CaseFields['party'], 'name'>
}

const day = (value: string | null): string => (value === null || value === '' ? '' : formatDay(value, 'zh-CN'))

function actDays(from: string | null, to: string | null): string {
  const [first, last] = [day(from), day(to)]
  return first === '' || last === '' || first === last ? first || last : `${first}至${last}`
}

/** 320,000元; empty where no fine is proposed. */
function fine(effects: NeededFields['effects']): string {
  const amounts = effects.flatMap(({ kind, amount }) => (kind === 'fine' && amount !== null ? [amount] : []))
  if (amounts.length === 0) return ''
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  return `${new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(sum)}元`
}

export function caseValues(fields: NeededFields, today: string): PlaceholderValues {
  return {
    party: fields.party.name,
    unit: fields.submittingUnit,
    cause: fields.cause,
    fileNumber: fields.fileNumber,
    fine: fine(fields.effects),
    actDays: actDays(fields.actFrom, fields.actTo),
    today: day(today),
  }
}
