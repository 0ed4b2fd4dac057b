/** 8.10–8.11: what comes back from the police or the prosecutor. */
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findFirst, says } from '../../wording.ts'
import { affirmed, fileSays } from '../facts/case-sections.ts'
import { isReverseCase, outOfTime } from '../facts/limitation.ts'

export const NOT_FILED_IDLE: PrereviewRule = {
  id: '8.10-not-filed-and-idle',
  questionId: '8.10',
  name: said('公安机关不予立案后未处理', 'Nothing done after the police did not file'),
  basis: [
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 9 },
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 10 },
  ],
  severity: 'C',
  check(file) {
    const places = file.documents
      .filter(({ sure, kind }) => sure && kind !== 'legal-basis-extract')
      .flatMap((document) => affirmed(document, /公安[^。；]{0,30}不予立案|不予立案(?:决定|通知)书/u).slice(0, 1))
    if (
      places.length === 0 ||
      file.of('decision', 'prior-notice').length > 0 ||
      fileSays(file, /提请[^。；]{0,10}复议|申请[^。；]{0,10}公安[^。；]{0,10}复议|立案监督|检察[^。；]{0,10}监督/u)
    )
      return []
    return [
      {
        message: said(
          '公安机关不予立案后，没有提请复议、建议立案监督，也没有作出行政处理。',
          'After the police did not file, neither reconsideration nor supervision was asked for, nor was the case dealt with.',
        ),
        suggestion: said(
          '自接到通知之日起三日内提请复议或者建议立案监督；有异议以外的，依法作出行政处理。',
          'Ask within three days, or decide the case by administrative law.',
        ),
        places: places.slice(0, 2),
      },
    ]
  },
}

export const REVERSE_OUT_OF_TIME: PrereviewRule = {
  id: '8.11-reverse-case-out-of-time',
  questionId: '8.11',
  name: said('反向移送案件超过处罚时效', 'A case handed back is out of time'),
  basis: [
    { law: '行政处罚法', article: 27 },
    { law: '行政处罚法', article: 36 },
  ],
  severity: 'C',
  check: (file) =>
    isReverseCase(file)
      ? outOfTime(file).map((suspicion) => ({
          ...suspicion,
          suggestion: said(
            '核对公安机关立案等“发现”之日和处罚依据；确已超过时效或者没有依据的，不予处罚并回复检察机关。',
            'The day on which the police filed may be the day of discovery; if out of time or without a ground, give no penalty and answer the procuratorate.',
          ),
          answer: 'cannotTell' as const,
        }))
      : [],
}

const NO_GROUND = /(?:检察意见书|不起诉决定书)/u

export const REVERSE_WITHOUT_PAPER: PrereviewRule = {
  id: '8.11-reverse-case-without-opinion',
  questionId: '8.11',
  name: said('反向移送案件缺少检察意见书、不起诉决定书', 'A case handed back without the procuratorate’s papers'),
  basis: [
    { law: '行政处罚法', article: 27, paragraph: 1 },
    { law: '刑事诉讼法', article: 177, paragraph: 3 },
  ],
  severity: 'C',
  check(file) {
    const [filing] = file
      .of('filing-form', 'clue-form', 'investigation-report')
      .filter((document) => document.sure && says(document, /人民检察院[^。；]{0,20}移送|反向移送|行刑反向/u))
    if (filing === undefined || file.documents.length < 6) return []
    const kept =
      file.files.some(({ name }) => NO_GROUND.test(name)) ||
      file.documents.some((document) => NO_GROUND.test(denseText(document).slice(0, 60)))
    if (kept) return []
    return [
      {
        message: said(
          '案件由检察机关移送，卷内没有检察意见书或者不起诉决定书。',
          'The procuratorate handed the case over; neither its opinion nor its decision is in the file.',
        ),
        suggestion: said('补充检察意见书、不起诉决定书及移送的证据材料。', 'Add them with the evidence handed over.'),
        places: [findFirst(filing, /人民检察院[^。；]{0,20}移送|反向移送|行刑反向/u) ?? titlePlace(filing)],
        answer: 'cannotTell',
      },
    ]
  },
}

export const RETURNED_RULES: readonly PrereviewRule[] = [NOT_FILED_IDLE, REVERSE_OUT_OF_TIME, REVERSE_WITHOUT_PAPER]
