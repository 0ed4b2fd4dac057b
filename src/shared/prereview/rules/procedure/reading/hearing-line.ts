/** Whether a penalty gives the party a right to a hearing (听证范围, 行政处罚法 art. 63). */
import { majorTriggers } from '../../../../catalogue/major-triggers.ts'
import type { AmountTrigger } from '../../../../catalogue/schema.ts'
import type { PartyKind } from '../../../../catalogue/vocabulary.ts'
import { isoDate, yuan, type IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import { denseText } from '../../../wording.ts'
import { dayOf } from './moments.ts'
import { EFFECT_OF, fineOf, SANCTION_WORDS, sanctionsOf } from './sanctions.ts'
import { sectorOf } from './sector.ts'

export interface HearingLine {
  /** Why: the sanctions or amounts, Chinese and English. */
  readonly why: readonly [string, string]
  /** False where only a comparison with the lines of other fields says so. */
  readonly sure: boolean
}

/** A trade name counts as an entity. */
export function partyKindOf(file: CaseFile, document: CaseDocument): PartyKind {
  const kind = [document, ...file.of('decision', 'prior-notice')].flatMap(
    ({ facts }) => facts.parties[0]?.kind ?? [],
  )[0]
  if (kind !== undefined) return kind
  if (file.fields !== null) return file.fields.party.kind
  const words = denseText(document)
  return /公民身份号码|居民身份证|身份证号/u.test(words) && !/统一社会信用代码|公司|厂|店|企业/u.test(words)
    ? 'citizen'
    : 'entity'
}

function tooFewLines(file: CaseFile, document: CaseDocument, on: IsoDate): HearingLine | null {
  const fine = fineOf(document)
  const kind = partyKindOf(file, document)
  const lines = file.catalogue.majorTriggers.filter(
    (row): row is AmountTrigger =>
      row.kind === 'amount' &&
      row.consequence === 'hearingLine' &&
      row.partyKind === kind &&
      row.effectKinds.includes('fine'),
  )
  const own = lines.some((row) => row.sector !== null && row.sector === sectorOf(file) && on >= row.validFrom)
  const highest = Math.max(...lines.map(({ threshold }) => threshold))
  if (own || fine === null || lines.length === 0 || fine < highest) return null
  const amount = fine.toLocaleString('en-US')
  return {
    why: [
      `罚款${amount}元，达到目录中各领域的最高听证标准`,
      `a fine of ${amount} yuan, above every line of the catalogue`,
    ],
    sure: false,
  }
}

/** The goods that are confiscated without a figure of their own, at the highest value of goods that the document names. */
function goodsValue(document: CaseDocument): number | null {
  const unvalued = sanctionsOf(document).some(
    ({ kind, yuan: amount }) => kind === 'confiscateProperty' && amount === null,
  )
  const values = document.facts.amounts.flatMap(({ meaning, yuan: amount }) =>
    meaning === 'goodsValue' ? [Number(amount)] : [],
  )
  return unvalued && values.length > 0 ? Math.max(...values) : null
}

/** Why the sanctions that the document proposes or orders need a hearing to be offered; null where they do not. */
export function hearingLineOf(file: CaseFile, document: CaseDocument): HearingLine | null {
  const on = dayOf(document) ?? isoDate(file.today)
  const effects = sanctionsOf(document).flatMap((sanction) => {
    const kind = EFFECT_OF[sanction.kind]
    return kind === undefined ? [] : [{ kind, ...(sanction.yuan === null ? {} : { amount: yuan(sanction.yuan) }) }]
  })
  const seen = new Set<string>()
  const distinct = effects.filter(
    (effect) => !seen.has(JSON.stringify(effect)) && seen.add(JSON.stringify(effect)) !== undefined,
  )
  const sector = sectorOf(file)
  const facts = {
    actionKinds: ['penalty' as const],
    partyKind: partyKindOf(file, document),
    effects: distinct,
    flags: {},
    conditions: {},
    ...(sector === null ? {} : { sector }),
    ...(file.region === null ? {} : { region: file.region }),
  }
  const plain = majorTriggers(file.catalogue, facts, on).hearingLines[0]
  const value = goodsValue(document)
  const valued = value === null ? [] : [{ kind: 'confiscationOfProperty' as const, amount: yuan(value) }]
  const met =
    plain ?? majorTriggers(file.catalogue, { ...facts, effects: [...distinct, ...valued] }, on).hearingLines[0]
  if (met === undefined) return tooFewLines(file, document, on)
  const sure = met.trigger.verified && plain !== undefined
  if (met.explanation.kind === 'amount') {
    const amount = met.explanation.amount.toLocaleString('en-US')
    const line = met.explanation.threshold.toLocaleString('en-US')
    return { why: [`${amount}元，达到听证标准${line}元`, `${amount} yuan, the line being ${line}`], sure }
  }
  const words = sanctionsOf(document).flatMap(({ kind }) => {
    const effect = EFFECT_OF[kind]
    const counts = met.explanation.kind === 'effect' && effect !== undefined && met.explanation.effects.includes(effect)
    return counts ? [SANCTION_WORDS[kind]] : []
  })
  return { why: [words[0]?.[0] ?? '', words[0]?.[1] ?? ''], sure }
}
