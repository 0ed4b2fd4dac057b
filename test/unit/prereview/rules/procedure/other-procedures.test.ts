/** Procedures beside the ordinary penalty: on the spot, licences, demolition; and what stands on one form for two hands. */
import { OTHER_REMEDIES_MISSING } from '../../../../../src/shared/prereview/rules/documents/remedies.ts'
import { NO_DAY } from '../../../../../src/shared/prereview/rules/documents/decision-items.ts'
import { SAME_HAND_ON_FORM } from '../../../../../src/shared/prereview/rules/personnel/hearing-and-review.ts'
import { DEMOLITION_RULES } from '../../../../../src/shared/prereview/rules/procedure/demolition.ts'
import { LICENCE_HEARING_RULES } from '../../../../../src/shared/prereview/rules/procedure/licence-hearing.ts'
import { ON_THE_SPOT_RULES } from '../../../../../src/shared/prereview/rules/procedure/on-the-spot.ts'
import { OCCUPANT_NOT_HEARD } from '../../../../../src/shared/prereview/rules/subject/third-parties.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { decision, paper, testPairs, type Pair } from '../pairs.ts'

const RULES = [...DEMOLITION_RULES, ...LICENCE_HEARING_RULES, ...ON_THE_SPOT_RULES, OTHER_REMEDIES_MISSING, NO_DAY, SAME_HAND_ON_FORM, OCCUPANT_NOT_HEARD]

function rule(id: string): PrereviewRule {
  const found = RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const ORDER = paper(
  'correction-order',
  '河西县综合行政执法局\n责令限期拆除决定书\n河综拆〔2026〕3号\n何平：你未取得建设工程规划许可证搭建棚房，责令你十五日内自行拆除。\n如不服本决定，可以在六十日内向河西县人民政府申请行政复议，或者在六个月内向河西县人民法院提起行政诉讼。\n河西县综合行政执法局\n2026年3月2日',
)
const execution = (day: string) =>
  paper(
    'execution-decision',
    `河西县综合行政执法局\n强制执行决定书\n河综执〔2026〕3号\n何平：你未取得建设工程规划许可证搭建的棚房逾期没有自行拆除，决定强制拆除。\n如不服本决定，可以在六十日内向河西县人民政府申请行政复议，或者在六个月内向河西县人民法院提起行政诉讼。\n河西县综合行政执法局\n${day}`,
  )
const URGING = '履行催告书\n何平：请你在十日内自行拆除，逾期将依法强制执行。'
const APPLICATION = paper('licence-application', '行政许可申请书\n申请人：河西县诚信燃气有限公司\n申请在中山路8号设立供应站。')
const REFUSED = paper('licence-decision', '河西县住房和城乡建设局\n不予行政许可决定书\n河西县诚信燃气有限公司：经审查，你公司的申请不符合《燃气经营许可管理办法》第五条规定的条件，根据《中华人民共和国行政许可法》第三十八条第二款，决定不予行政许可。\n河西县住房和城乡建设局\n2026年5月8日')
const ON_THE_SPOT = (fine: string) => `河西县交通运输局\n当场行政处罚决定书\n河交罚〔2026〕8号\n当事人：何平，男，居民身份证号码：511025198003124518，住河西县城关镇中山路8号\n你于2026年3月2日驾驶未随车携带道路运输证的车辆从事货物运输，违反了《道路货物运输及站场管理规定》第二十二条，依据该规定第六十二条，决定罚款${fine}元。\n河西县交通运输局\n2026年3月2日`
const FORM = (reviewer: string) => `行政许可审查意见表\n申请人\t河西县诚信燃气有限公司\n审查意见\t建议不予许可。　周立　2026年5月6日\n法制审核意见\t同意。　${reviewer}　2026年5月7日`

const PAIRS: readonly Pair[] = [
  { rule: rule('3.18-urging-without-rights'), about: 'urged without a word of rights', fires: [paper('urging-notice', URGING)], not: [paper('urging-notice', `${URGING}你有权陈述、申辩。`)], says: '陈述权' },
  { rule: rule('3.18-demolition-not-announced'), about: 'pulled down without announcement', fires: [execution('2026年10月12日')], not: [execution('2026年10月12日'), paper('service-announcement', '限期拆除公告\n现予公告。')], says: '公告' },
  { rule: rule('3.18-remedies-still-open'), about: 'two months were still running', fires: [ORDER, execution('2026年4月2日')], not: [ORDER, execution('2026年10月12日')], says: '2026年4月2日' },
  {
    rule: rule('3.17-hearing-ignored'), about: 'neighbours asked for a hearing', says: '听证',
    fires: [APPLICATION, REFUSED, paper('other', '意见书\n我们是8号楼的住户，要求举行听证。')],
    not: [APPLICATION, REFUSED, paper('other', '意见书\n我们是8号楼的住户，要求举行听证。'), paper('hearing-record', '听证笔录\n时间：2026年4月20日9时')],
  },
  {
    rule: rule('3.17-interested-not-told'), about: 'neighbours object and nobody tells them anything', says: '利害关系人',
    fires: [APPLICATION, REFUSED, paper('inspection-record', '现场核查记录\n相邻住户对设站有意见，担心安全。')],
    not: [APPLICATION, REFUSED, paper('inspection-record', '现场核查记录\n相邻住户对设站有意见，担心安全。已告知利害关系人陈述、申辩的权利。')],
  },
  { rule: rule('3.1-on-the-spot-too-heavy'), about: 'five hundred for a citizen', fires: [paper('decision', ON_THE_SPOT('500'))], not: [paper('decision', ON_THE_SPOT('200'))], says: '500元' },
  {
    rule: rule('3.1-on-the-spot-without-ground'), about: 'a disputed result', says: '异议',
    fires: [paper('decision', ON_THE_SPOT('200')), paper('test-report', '检测报告\n检测结论：超限。'), paper('inspection-record', '现场笔录\n何平对检测结果有异议。')],
    not: [paper('decision', ON_THE_SPOT('200')), paper('test-report', '检测报告\n检测结论：超限。'), paper('inspection-record', '现场笔录\n何平对检测结果没有异议。')],
  },
  { rule: rule('7.3-other-remedies-missing'), about: 'a refusal that ends with its seal', fires: [REFUSED], not: [{ ...REFUSED, text: `${REFUSED.text}\n如不服本决定，可以在六十日内向河西县人民政府申请行政复议，或者在六个月内向河西县人民法院提起行政诉讼。` }], says: '行政复议' },
  { rule: rule('7.2-no-day'), about: 'sealed and undated', fires: [decision({ day: '（印章）' })], not: [decision({ day: '（印章）\n2026年5月8日' })], says: '日期' },
  { rule: rule('2.9-same-hand-on-form'), about: 'one name in both rows', fires: [paper('other', FORM('周立'))], not: [paper('other', FORM('雍慧'))], says: '周立' },
  {
    rule: rule('1.11-occupant-not-heard'), about: 'a tenant in what is pulled down', says: '张秀兰',
    fires: [ORDER, paper('inquiry-record', '询问笔录\n答：棚房租给张秀兰一家住。')],
    not: [ORDER, paper('inquiry-record', '询问笔录\n答：棚房租给张秀兰一家住。'), paper('interested-party-paper', '张秀兰的意见\n我同意搬走。')],
  },
]

testPairs(RULES, PAIRS)
