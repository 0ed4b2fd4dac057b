/** 2.10: bodies and people that test, examine and appraise (检验、检测、鉴定机构). */
import type { CaseDocument } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findFirst, says } from '../../wording.ts'
import { isRecognised } from '../case-parties.ts'
import { expiriesOf } from '../expiries.ts'

const BASIS = [{ law: '行政处罚法', article: 46, paragraph: 2 }] as const
const ACCREDITED = /资质认定|计量认证|CMA|CNAS|(?<!资格)证书编号|检验检测专用章|许可证号|鉴定许可证|资质证书|机构资质|认可证书/u

const ABOUT_A_BODY = /资质|认定|认可|CMA|CNAS|证书|许可/u
/** The shelf life of what is tested, the calibration of an instrument, the card of one of the people. */
const NOT_OF_THE_BODY = /检定|校准|保质|上岗|样品|产品(?!质量)|生产日期/u

/** The accreditation ended before the test: its result is evidence of nobody qualified (行政处罚法 art. 46). */
export const ACCREDITATION_LAPSED: PrereviewRule = {
  id: '2.10-accreditation-lapsed',
  questionId: '2.10',
  name: said('检验检测机构资质在检验时已过期', 'Accreditation of the test body had lapsed'),
  basis: BASIS,
  severity: 'F',
  check: (file) => {
    const reports = file.of('test-report').filter((document) => tested(document) !== null)
    const papers = file.documents.filter(
      (document) =>
        document.kind !== 'legal-basis-extract' &&
        (document.kind === 'test-report' || says(document, /检验检测机构|资质认定|司法鉴定|鉴定许可证|计量认证/u)),
    )
    return papers.flatMap((document): Suspicion[] => {
      return expiriesOf(document)
        .filter(({ before }) => ABOUT_A_BODY.test(before) || document.kind === 'test-report')
        .filter(({ before }) => !NOT_OF_THE_BODY.test(before))
        .flatMap(({ until, passage }): Suspicion[] => {
          const own = tested(document)
          const late = own !== null && own > until ? document : reports.find((report) => (tested(report) ?? '') > until)
          const day = late === undefined ? null : tested(late)
          if (late === undefined || day === null) return []
          return [
            {
              message: said(
                `机构资质有效期至${until}，检验（出具报告）日期为${day}。`,
                `The accreditation ended on ${until}; the test is of ${day}.`,
              ),
              suggestion: said(
                '核对资质证书；检验时没有资质的，委托有资质的机构重新检验。',
                'Check the accreditation; without one at the time, a qualified body must test again.',
              ),
              places: [{ document, passage }, ...(late === document ? [] : [titlePlace(late)])],
              about: until,
            },
          ]
        })
    })
  },
}

/** The day on which a report is made, or its samples were taken. */
function tested(document: CaseDocument): string | null {
  if (document.kind !== 'test-report') return null
  const reported =
    document.facts.dates.find(({ meaning }) => meaning === 'reported') ??
    document.facts.dates.find(({ meaning }) => meaning === 'sampled')
  if (reported !== undefined) return reported.day
  if (document.day !== null) return document.day
  // The report bears its day beside those who sign it; what ends (有效期) or was in force is no such day.
  return document.facts.dates.findLast(({ meaning }) => meaning === 'other')?.day ?? null
}

/** Prices and identities are certified by an office, data are read off a device: no body has to be accredited for it. */
const NO_TEST = /检测数据单|称重(?:单|记录)|超限检测|价格认(?:定|证)|认定中心|日均值|小时均值|监控平台|自动监(?:测|控)数据|鉴别(?:意见|证明|报告)|商标(?:权利人|注册人)/u

/** A report that nowhere says by what right its maker tests. */
export const ACCREDITATION_NOT_SHOWN: PrereviewRule = {
  id: '2.10-accreditation-not-shown',
  questionId: '2.10',
  name: said('检验检测报告未附机构资质', 'Report without the accreditation of its maker'),
  basis: BASIS,
  severity: 'F',
  check: (file) => {
    const shown = file.documents.some(
      (document) => document.kind !== 'legal-basis-extract' && says(document, ACCREDITED),
    )
    if (shown) return []
    // A sheet of an expert who measured is a test by another name.
    const measured = file.of('expert-opinion').filter((one) => says(one, /(?:检测|监测|测试|测量|估测|实测|评估)(?:单位|机构|人)|检测服务/u))
    return [...file.of('test-report'), ...measured]
      .filter((document) => !isRecognised(titlePlace(document)) && !says(document, NO_TEST))
      .map((document) => ({
        message: said(
          '检验检测（鉴定）报告没有载明机构资质，案卷中也没有资质证明。',
          'The report does not state the accreditation of its maker, nor does the file show it.',
        ),
        suggestion: said(
          '补充检验检测（鉴定）机构和人员的资质证明。',
          'Add the accreditation of the body and the qualification of its people.',
        ),
        places: [titlePlace(document)],
        answer: 'cannotTell' as const,
      }))
  },
}

const OUTSIDE =
  /(?:不在|未在|超出|超过|未列入|不属于)[^，。；]{0,14}(?:资质认定|认证|认可|许可|能力|附表|资质)[^，。；]{0,8}(?:范围|项目|附表|之内)|(?:未|没有|尚未|不具备|不具有|无)(?:取得|具备|通过)?[^，。；]{0,10}(?:资质认定|计量认证|检验检测资质|鉴定资质|检测资质|鉴定资格)/u

/** The item tested lies outside what the body is accredited for. */
export const OUTSIDE_ACCREDITATION: PrereviewRule = {
  id: '2.10-outside-accreditation',
  questionId: '2.10',
  name: said('检验项目超出机构资质范围', 'Item outside the accreditation'),
  basis: BASIS,
  severity: 'F',
  check: (file) =>
    file
      .of('test-report', 'sampling-record', 'test-notice', 'defence', 'hearing-record')
      .flatMap((document): Suspicion[] => {
        const words = findFirst(document, OUTSIDE)
        if (words === null || says(document, /未超出|没有超出|均在[^，。；]{0,12}范围/u)) return []
        const claimed = document.kind === 'defence' || document.kind === 'hearing-record'
        return [
          {
            message: said(
              '材料显示检验项目不在机构资质范围内，或者机构没有资质。',
              'The papers say that the item lies outside the accreditation, or that there is none.',
            ),
            suggestion: said(
              '核对资质认定证书附表；超出范围的，委托有资质的机构重新检验。',
              'Check the schedule of the accreditation; have a qualified body test again where it does not cover the item.',
            ),
            places: [words],
            answer: claimed ? 'cannotTell' : 'no',
          },
        ]
      }),
}

export const TEST_BODY_RULES: readonly PrereviewRule[] = [
  ACCREDITATION_LAPSED,
  ACCREDITATION_NOT_SHOWN,
  OUTSIDE_ACCREDITATION,
]
