/** What a document states of a field, in words, for choosing between several. */
import type { ProposalPath } from '../../../shared/intake/case-proposal.ts'
import type { Citation } from '../../../shared/cases/case.ts'
import type { Language } from '../../../shared/values/values.ts'
import type { Translate } from '../../language/language.ts'
import { formatYuan } from '../../ui/formats.ts'
import { ACTION_KIND_LABELS, EFFECT_KIND_LABELS, PARTY_KIND_LABELS } from '../../ui/vocabulary-labels.ts'
import { citedPlace } from '../../workspace/registered-data.tsx'
import type { EffectDraft, HandlerDraft } from '../case-draft.ts'

/** Longer texts are cut. */
const LONGEST = 160

export function statedWords(path: ProposalPath, value: unknown, language: Language, t: Translate): string {
  const separator = t('ui:listSeparator')
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
  if (path === 'actionKinds') return (value as readonly (keyof typeof ACTION_KIND_LABELS)[]).map((kind) => ACTION_KIND_LABELS[kind][language]).join(separator)
  if (path === 'party.kind') return PARTY_KIND_LABELS[value as keyof typeof PARTY_KIND_LABELS][language]
  if (path === 'party.codeKind') return t(`cases:form.codeKinds.${value as 'uscc' | 'residentId' | 'other' | 'none'}`)
  if (path === 'effects') {
    const effects = (value as readonly EffectDraft[]).map(({ kind, amount }) =>
      amount === '' ? EFFECT_KIND_LABELS[kind][language] : `${EFFECT_KIND_LABELS[kind][language]} ${formatYuan(Number(amount), language)}`,
    )
    return effects.join(separator)
  }
  if (path === 'citations') return cut((value as readonly Citation[]).map((one) => citedPlace(one, language === 'zh-CN')).join(separator))
  if (path === 'handlers') {
    return (value as readonly HandlerDraft[]).map(({ name, certificateNumber }) => (certificateNumber === '' ? name : `${name}（${certificateNumber}）`)).join(separator)
  }
  if (typeof value === 'boolean') return t(value ? 'cases:form.present' : 'cases:form.absent')
  return cut(String(value))
}
