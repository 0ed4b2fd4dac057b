/** 问题线索移送函 as a document, from a data shape of its own: a clue is seen by few, so its letter is no paper of the case. */
import type { Form } from '../catalogue/forms.ts'
import type { Clue } from '../transfer/clue.ts'
import type { IsoDate } from '../values/values.ts'
import { basisOf, citedInFull } from './cited-in-full.ts'
import { composeForm, type ComposedForm, type FormStation } from './compose-form.ts'
import { NO_FACTS, withFacts } from './form-facts.ts'

export interface ClueLetter {
  readonly fields: Clue
  /** The case that it was seen in; null: none. */
  readonly caseTitle: string | null
}

const REGULATION = '行政执法机关移送涉嫌犯罪案件的规定'

/** 种类, and by which article of the Regulation (R310): of the provisions of the form, the other laws are for a commission. */
const GROUNDS: Readonly<Record<Clue['ground'], { readonly words: string; readonly article: number }>> = {
  transferMisconduct: { words: '在移送涉嫌犯罪案件工作中涉嫌违法', article: 18 },
  dutyOffence: { words: '涉嫌职务犯罪', article: 19 },
}

/**
 * Its number is the one that stands in the clue: a number of the station's register would tell everybody that there is one.
 * @param form the row `clueLetter` in force in this station
 * @param on the day under the text where it was not sent yet
 */
export function clueLetterOf(form: Form, station: FormStation, { fields, caseTitle }: ClueLetter, on: IsoDate): ComposedForm {
  const { words, article } = GROUNDS[fields.ground]
  const toCommission = fields.sentTo === 'supervisoryCommission'
  const cited = basisOf(form, ['clueBasis']).filter((one) => (one.law === REGULATION ? one.article === article : toCommission))
  const values = {
    agency: station.agency,
    reviewBody: station.reviewBody,
    clueOrgan: fields.organ,
    clueGround: words,
    clueBasis: citedInFull(cited, '和'),
    clueAbout: [...fields.names, fields.about].join('，'),
    clueSource: caseTitle === null ? '行政执法工作中发现' : `办理“${caseTitle}”一案中发现`,
    clueFacts: fields.facts,
    clueEvidence: fields.evidence,
  }
  const composed = composeForm({ form, facts: withFacts(NO_FACTS, { values }), station, number: null, on: fields.sentOn ?? on, watermark: null })
  return { ...composed, document: { ...composed.document, number: fields.number === '' ? null : fields.number } }
}
