/** One side of a compared line in words. */
import type { ComparedValue } from '../../shared/followup/decision-comparison.ts'
import type { DecidedEffect } from '../../shared/followup/decision.ts'
import { citationInWords } from '../../shared/opinion/compose.ts'
import type { Language } from '../../shared/values/values.ts'
import { formatYuan } from '../ui/formats.ts'
import { ACTION_KIND_LABELS, CITATION_ROLE_LABELS, EFFECT_KIND_LABELS } from '../ui/vocabulary-labels.ts'

export function effectWords({ kind, amount, detail, party }: DecidedEffect, language: Language): string {
  const name = EFFECT_KIND_LABELS[kind][language]
  const parts = [amount === null ? name : `${name} ${formatYuan(amount, language)}`, detail, party]
  return parts.filter((part) => part !== '').join(language === 'zh-CN' ? '，' : ', ')
}

/** Empty where nothing stands on that side. */
export function comparedWords(value: ComparedValue, language: Language): string {
  switch (value?.is) {
    case undefined:
      return ''
    case 'text':
      return value.text
    case 'actionKind':
      return ACTION_KIND_LABELS[value.actionKind][language]
    case 'effect':
      return effectWords(value.effect, language)
    case 'citation':
      return `${citationInWords(value.citation)}${language === 'zh-CN' ? '（' : ' ('}${CITATION_ROLE_LABELS[value.citation.role][language]}${language === 'zh-CN' ? '）' : ')'}`
  }
}
