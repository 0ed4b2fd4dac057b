/** What the catalogue's rules are told of a stored case. */
import type { CaseFacts } from '../../shared/catalogue/case-facts.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { majorTriggers, type TriggerMet } from '../../shared/catalogue/major-triggers.ts'
import { applicableQuestions, type ApplicableQuestions } from '../../shared/checklist/applicable-questions.ts'
import { knownConditions } from '../../shared/catalogue/missing-materials.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import type { MetTrigger } from '../../shared/cases/contract.ts'
import type { Station } from '../../shared/station/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export function caseFacts(fields: CaseFields, station: Station): CaseFacts {
  return {
    actionKinds: fields.actionKinds,
    partyKind: fields.party.kind,
    effects: fields.effects.map(({ kind, amount }) => (amount === null ? { kind } : { kind, amount })),
    flags: fields.flags,
    conditions: fields.conditions,
    ...(station.sector === null ? {} : { sector: station.sector }),
    ...(station.divisionCode === null ? {} : { region: station.divisionCode }),
  }
}

/** The day whose catalogue rows count for a round: the day it was submitted. */
export function questionsFor(catalogue: Catalogue, fields: CaseFields, station: Station, on: IsoDate): ApplicableQuestions {
  return applicableQuestions(catalogue, {
    actionKinds: fields.actionKinds,
    on,
    facts: knownConditions(caseFacts(fields, station)),
  })
}

export function metTriggers(catalogue: Catalogue, fields: CaseFields, station: Station): { isMajor: boolean; triggers: MetTrigger[] } {
  const verdict = majorTriggers(catalogue, caseFacts(fields, station), fields.receivedOn)
  return { isMajor: verdict.isMajor, triggers: [...verdict.triggers, ...verdict.hearingLines].map(asMetTrigger) }
}

function asMetTrigger({ trigger, explanation }: TriggerMet): MetTrigger {
  const amounts =
    explanation.kind === 'amount'
      ? { 'zh-CN': `（${explanation.amount} 元，界限 ${explanation.threshold} 元）`, en: ` (¥${explanation.amount}; line ¥${explanation.threshold})` }
      : { 'zh-CN': '', en: '' }
  return {
    id: trigger.id,
    label: trigger.name,
    verified: trigger.verified,
    flags: explanation.kind === 'flag' ? explanation.flags : [],
    detail: {
      'zh-CN': trigger.explanation['zh-CN'] + amounts['zh-CN'],
      en: trigger.explanation.en + amounts.en,
    },
  }
}
