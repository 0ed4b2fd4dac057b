import { AUTHORITY_RULES } from '../../../../../src/shared/prereview/rules/authority/index.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { carriedOut } from '../carried-out.ts'
import { decision, paper, testPairs, type Pair } from '../pairs.ts'

function rule(id: string): PrereviewRule {
  const found = AUTHORITY_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const RECORD = '现场检查笔录\n检查时间：2026年3月2日9时10分至10时20分\n检查地点：沱州市河西县城关镇中山路8号\n检查人员：周立、吴敏'
const REVOKES = { agency: '河西县应急管理局', orders: '1.罚款3000元；\n2.吊销烟花爆竹经营（零售）许可证。' }
const LICENCE = '烟花爆竹经营（零售）许可证\n单位名称：河西县诚信副食店\n发证机关：河西县应急管理局'
const EIA = {
  agency: '河西县生态环境局',
  head: '当事人：河西县绿源环境技术有限公司\n法定代表人：何平',
  violated: '你公司的行为违反了《中华人民共和国环境影响评价法》第二十条的规定。',
  orders: '罚款600000元。',
}
const CLOSE = { agency: '云浦市生态环境局', violated: '你公司的行为违反了《排污许可管理条例》第二条的规定。', basis: '依照《排污许可管理条例》第三十三条第（一）项的规定，', orders: '1.罚款300000元；\n2.责令停业。', head: '当事人：云浦市恒光电镀有限公司\n法定代表人：邱某某' }

const DEMOLISH =
  '河西县综合行政执法局\n强制执行决定书\n河综执〔2026〕3号\n当事人：何平\n因你未取得建设工程规划许可证搭建棚房，违反《中华人民共和国城乡规划法》第六十四条，决定于2026年9月9日对该棚房强制拆除。\n河西县综合行政执法局\n2026年9月1日'
const ACCIDENT = '“3·2”生产安全事故调查报告\n2026年3月2日，河西县诚信副食店发生触电事故，受伤1人。\n建议由县应急管理局给予行政处罚。'

const PAIRS: readonly Pair[] = [
  { rule: rule('6.1-place-outside-area'), about: 'done in another county', fires: [decision(), paper('inspection-record', RECORD.replace('河西县', '青木县'))], not: [decision(), paper('inspection-record', RECORD)], says: '青木县' },
  { rule: rule('6.9-record-made-elsewhere'), about: 'an inquiry in another county', fires: [decision(), paper('inspection-record', RECORD), paper('inquiry-record', '询问笔录\n询问地点：沱州市青木县人民路3号\n问：……')], not: [decision(), paper('inspection-record', RECORD), paper('inquiry-record', '询问笔录\n询问地点：沱州市青木县人民路3号\n青木县市场监督管理局协助调查，派员到场。')], says: '青木县' },
  { rule: rule('6.2-below-county'), about: 'a township decides', fires: [decision({ agency: '河西县城关镇人民政府' })], not: [decision({ agency: '河西县城关镇人民政府', more: '根据省人民政府关于将部分行政处罚权交由乡镇人民政府行使的决定，' })], says: '城关镇人民政府' },
  { rule: rule('6.2-level-too-low'), about: 'a county where the city must act', fires: [decision({ ...EIA, basis: '依照《中华人民共和国环境影响评价法》第三十二条“由设区的市级以上人民政府生态环境主管部门处五十万元以上二百万元以下罚款”的规定，' })], not: [decision({ ...EIA, agency: '沱州市生态环境局', basis: '依照《中华人民共和国环境影响评价法》第三十二条“由设区的市级以上人民政府生态环境主管部门处五十万元以上二百万元以下罚款”的规定，' })], says: '设区的市级' },
  { rule: rule('6.4-conflict-without-paper'), about: 'two agencies filed', fires: [decision(), paper('investigation-report', '案件调查终结报告\n河西县城市管理局也已对当事人立案。')], not: [decision(), paper('investigation-report', '案件调查终结报告\n河西县城市管理局也已对当事人立案，经协商一致由我局管辖。')], says: '立案' },
  { rule: rule('6.4-designation-missing'), about: 'a designation not in the file', fires: [decision(), paper('filing-form', '立案审批表\n经沱州市市场监督管理局指定我局管辖，建议立案。')], not: [decision(), paper('filing-form', '立案审批表\n经沱州市市场监督管理局指定我局管辖，建议立案。'), paper('other', '指定管辖通知书\n沱市监指〔2026〕1号', '指定管辖通知书.pdf')], says: '指定' },
  { rule: rule('6.10-others-matter-not-transferred'), about: 'seen besides, and left', fires: [decision(), paper('inspection-record', '现场检查笔录\n检查中另发现厂区内有自备水井正在取水，没有取水许可证。')], not: [decision(), paper('inspection-record', '现场检查笔录\n检查中另发现厂区内有自备水井，取水许可证在有效期内，手续齐全。')], says: '取水' },
  { rule: rule('6.10-others-matter-not-transferred'), about: 'somebody else’s matter', fires: [decision(), paper('investigation-report', '案件调查终结报告\n当事人的消防通道被堵塞，应由河西县消防救援大队处理。')], not: [decision(), paper('investigation-report', '案件调查终结报告\n当事人的消防通道被堵塞，应由河西县消防救援大队处理，已于2026年3月5日移送。')], says: '消防救援大队' },
  { rule: rule('6.3-another-branch'), about: 'the emergency bureau applies the market’s clause', fires: [decision({ agency: '河西县应急管理局', basis: '依据《中华人民共和国产品质量法》第四十九条“由市场监督管理部门责令停止销售”的规定，' })], not: [decision({ basis: '依据《中华人民共和国产品质量法》第四十九条“由市场监督管理部门责令停止销售”的规定，' })], says: '市场监督管理' },
  { rule: rule('6.5-detention-by-others'), about: 'a bureau detains', fires: [decision({ orders: '1.罚款50000元；\n2.对何平处行政拘留五日。' })], not: [decision({ orders: '1.罚款50000元；\n2.移送公安机关处行政拘留。' })], says: '拘留' },
  { rule: rule('6.5-revoked-by-another-organ'), about: 'another bureau’s licence', fires: [decision(REVOKES), paper('identity-papers', LICENCE.replace('河西县应急管理局', '沱州市商务局'))], not: [decision(REVOKES), paper('identity-papers', LICENCE)], says: '沱州市商务局' },
  { rule: rule('6.6-closure-without-approval'), about: 'closed without the government', fires: [decision(CLOSE)], not: [decision({ ...CLOSE, more: '经云浦市人民政府批准（云府批〔2026〕3号），' })], says: '停业' },
  { rule: rule('6.7-power-moved-on'), about: 'the power went to another bureau', fires: [decision(), paper('other', '情况说明\n该项处罚权已于2025年12月划转至河西县综合行政执法局。')], not: [decision(), paper('other', '情况说明\n该项处罚权没有划转。')], says: '划转' },
  { rule: rule('6.8-executed-without-power'), about: 'a bureau empties an account', fires: [paper('execution-decision', '河西县市场监督管理局\n强制执行决定书\n河市监执〔2026〕1号\n决定强制划拨你店银行存款50000元。\n河西县市场监督管理局'), decision()], not: [paper('execution-decision', '河西县税务局\n强制执行决定书\n河税执〔2026〕1号\n决定强制划拨你店银行存款50000元。\n河西县税务局'), decision({ agency: '河西县税务局' })], says: '划拨' },
  {
    rule: rule('6.8-demolition-without-government'), about: 'a bureau pulls a shed down of its own accord', says: '责成',
    fires: [paper('execution-decision', DEMOLISH)],
    not: [paper('execution-decision', DEMOLISH), paper('other', '河西县人民政府文件\n现责成河西县综合行政执法局对该处违法建设强制拆除。')],
  },
  {
    rule: rule('6.6-accident-report-unapproved'), about: 'an accident report that no government approved', says: '批复',
    fires: [decision({ agency: '河西县应急管理局' }), paper('investigation-report', ACCIDENT)],
    not: [decision({ agency: '河西县应急管理局' }), paper('investigation-report', ACCIDENT), paper('other', '河西县人民政府关于事故调查报告的批复\n同意事故调查报告。')],
  },
  { rule: rule('6.7-power-moved-on'), about: 'the power went with the new year', fires: [decision(), paper('other', '通告\n自2026年1月1日起，市场监管领域的行政处罚权划转至河西县综合行政执法局行使。')], not: [decision(), paper('other', '通告\n自2026年1月1日起施行。')], says: '划转' },
  { rule: rule('6.1-place-outside-area'), about: 'another district of the same city', fires: [decision({ agency: '云浦市江北区市场监督管理局' }), paper('inspection-record', RECORD.replace('沱州市河西县', '云浦市城南区'))], not: [decision({ agency: '云浦市江北区市场监督管理局' }), paper('inspection-record', RECORD.replace('沱州市河西县', '云浦市江北区'))], says: '城南区' },
]

testPairs(AUTHORITY_RULES, [...PAIRS, ...carriedOut(AUTHORITY_RULES)])
