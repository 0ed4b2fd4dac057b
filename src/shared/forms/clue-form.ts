/** 问题线索移送函 as a document, from a data shape of its own: a clue is seen by few, so its letter is no paper of the case. */
import type { Form } from '../catalogue/forms.ts'
import type { Clue } from '../transfer/clue.ts'
import type { IsoDate } from '../values/values.ts'
import { composeForm, type ComposedForm, type FormStation } from './compose-form.ts'
import { NO_FACTS, withFacts } from './form-facts.ts'

export interface ClueLetter {
  readonly fields: Clue
  /** The case that it was seen in; null: none. */
  readonly caseTitle: string | null
}

/** 种类 and the provisions: R310 art. 18 and 19, and art. 37 of the Supervision Law where it goes to a commission. */
const GROUNDS: Readonly<Record<Clue['ground'], { readonly words: string; readonly article: string }>> = {
  transferMisconduct: { words: '在移送涉嫌犯罪案件工作中涉嫌违法', article: '第十八条' },
  dutyOffence: { words: '涉嫌职务犯罪', article: '第十九条' },
}

/**
 * Its number is the one that stands in the clue: a number of the station's register would tell everybody that there is one.
 * @param form the row `clueLetter` in force in this station
 * @param on the day under the text where it was not sent yet
 */
export function clueLetterOf(form: Form, station: FormStation, { fields, caseTitle }: ClueLetter, on: IsoDate): ComposedForm {
  const { words, article } = GROUNDS[fields.ground]
  const toCommission = fields.sentTo === 'supervisoryCommission' ? '和《中华人民共和国监察法》第三十七条第一款' : ''
  const values = {
    agency: station.agency,
    reviewBody: station.reviewBody,
    clueOrgan: fields.organ,
    clueGround: words,
    clueBasis: `《行政执法机关移送涉嫌犯罪案件的规定》${article}${toCommission}`,
    clueAbout: [...fields.names, fields.about].join('，'),
    clueSource: caseTitle === null ? '行政执法工作中发现' : `办理“${caseTitle}”一案中发现`,
    clueFacts: fields.facts,
    clueEvidence: fields.evidence,
  }
  const composed = composeForm({ form, facts: withFacts(NO_FACTS, { values }), station, number: null, on: fields.sentOn ?? on, watermark: null })
  return { ...composed, document: { ...composed.document, number: fields.number === '' ? null : fields.number } }
}
