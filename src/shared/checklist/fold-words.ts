/** Why a question is folded away, in words. */
import type { CatalogueContent } from '../catalogue/schema.ts'
import type { Bilingual } from '../values/values.ts'
import type { FoldReason } from './applicable-questions.ts'

export function foldWords(catalogue: CatalogueContent, because: FoldReason): Bilingual {
  const names = (rows: readonly { readonly id: string; readonly name: Bilingual }[], ids: readonly string[]): Bilingual => {
    const found = ids.map((id) => rows.find((row) => row.id === id)?.name ?? { 'zh-CN': id, en: id })
    return { 'zh-CN': found.map((name) => name['zh-CN']).join('、'), en: found.map((name) => name.en).join(', ') }
  }
  switch (because.kind) {
    case 'other-action-kind': {
      const kinds = names(catalogue.actionKinds, because.actionKinds)
      return { 'zh-CN': `仅适用于${kinds['zh-CN']}`, en: `Only for: ${kinds.en}` }
    }
    case 'not-in-force': {
      const to = because.validTo ?? ''
      return { 'zh-CN': `适用期间：${because.validFrom} 至 ${to}`, en: `In force: ${because.validFrom} to ${to}` }
    }
    case 'circumstance-absent': {
      const conditions = names(catalogue.conditions, because.conditions)
      return { 'zh-CN': `登记时确认没有此情形：${conditions['zh-CN']}`, en: `Registered as not present: ${conditions.en}` }
    }
    case 'hidden-by-overlay':
      return { 'zh-CN': `由“${because.overlay}”隐藏：${because.reason}`, en: `Hidden by “${because.overlay}”: ${because.reason}` }
  }
}
