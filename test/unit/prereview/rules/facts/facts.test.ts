import { FACTS_RULES } from '../../../../../src/shared/prereview/rules/facts/index.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { carriedOut } from '../carried-out.ts'
import { decision, filler, notice, paper, testPairs, type Pair } from '../pairs.ts'

function rule(id: string): PrereviewRule {
  const found = FACTS_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const SERIOUS = '你店的行为违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定，情节严重。'
const INQUIRY = [
  '询问笔录',
  '询问时间：2026年3月5日9时10分至10时20分',
  '询问地点：河西县市场监督管理局询问室',
  '询问人：周立（执法证号51102524001）　记录人：吴敏（执法证号51102524002）',
  '被询问人：何平，男',
  '问：饼干从哪里来？答：批发市场买的，卖了二十盒，没有看日期，我们店里平时都是两个人轮流看货，那几天忙，就没有检查，过期的也放在架子上了，以后一定注意。',
  '问：还有什么补充？答：没有。',
  '以上笔录我看过，属实。',
].join('\n')
const SIGNED_INQUIRY = `${INQUIRY}\n被询问人（签名）：何平　2026年3月5日`
const LIST = ['扣押物品清单', '序号\t物品名称\t规格\t数量\t备注', '1\t夹心饼干\t500克/盒\t20盒\t过期'].join('\n')
const SEIZURE = '查封（扣押）决定书\n依据《中华人民共和国食品安全法》第一百一十条第（四）项，决定对夹心饼干20盒予以扣押。'
const SAMPLING = '抽样记录\n抽样单编号：SC2026-118\n样品名称：黄豆酱　抽样数量：6瓶\n样品编号：YP2026-018\n抽样人员：周立、吴敏\n抽样时间：2026年3月2日10时，抽样地点：河西县城关镇中山路8号店内。样品由抽样人员当场封样，封条由当事人何平签名，备份样品封存于抽样单位，运输条件常温。抽样过程当事人在场，没有异议。'
const REPORT = '检验报告\n样品编号：YP2026-018\n样品名称：黄豆酱\n检验结论：经检验，苯甲酸项目不符合GB 2760要求，检验结论为不合格。\n报告日期：2026年3月20日'
const SHEET = ['违法所得计算表', '序号\t品名\t数量\t单价（元）\t违法所得（元）', '1\t饼干\t20\t15\t300', '2\t糖果\t10\t8\t80', '合计\t\t30\t\t380'].join('\n')
const DEVICE = '经查，2026年3月2日，非现场执法的不停车检测系统记录显示，当事人的车辆超限行驶。'

const EVIDENCE = [
  paper('inspection-record', '现场检查笔录\n检查时间：2026年3月2日10时10分至10时40分\n检查情况：货架上有过期饼干20盒。'),
  paper('inquiry-record', SIGNED_INQUIRY),
  paper('filing-form', '立案审批表\n2026年3月2日检查发现当事人销售过期饼干20盒，建议立案。'),
  paper('goods-list', '物品清单\n序号\t名称\t数量\n1\t饼干\t20盒\n当事人（签名）：何平'),
]

const ASKED = (about: string, answer: string, name: string) => paper('inquiry-record', `询问笔录\n问：${about}\n答：${answer}`, name)

const SAMPLES = (kind: string, title: string, last: string) => paper(kind, `${title}\n序号\t采样时间\t样品编号\n1\t10:25\tFQ0303-1\n2\t11:12\t${last}`)

const PAIRS: readonly Pair[] = [
  { rule: rule('4.9-sample-not-taken'), about: 'a sample of the report that nobody took', fires: [SAMPLES('sampling-record', '采样记录', 'FQ0303-3'), SAMPLES('test-report', '检测报告', 'FQ0303-4')], not: [SAMPLES('sampling-record', '采样记录', 'FQ0303-3'), SAMPLES('test-report', '检测报告', 'FQ0303-3')], says: 'FQ0303-4' },
  { rule: rule('4.10-accounts-differ'), about: 'one accident at two hours', fires: [ASKED('事故是几点发生的？', '下午2点20分左右。', 'a.docx'), ASKED('事故什么时间发生的？', '1月16日16时40分。', 'b.docx')], not: [ASKED('事故是几点发生的？', '下午2点20分左右。', 'a.docx'), ASKED('事故什么时间发生的？', '14时30分。', 'b.docx')], says: '16时40分' },
  { rule: rule('4.10-accounts-differ'), about: 'two quantities of one sale', fires: [ASKED('卖了多少？', '卖了90组，一共卖了300箱。', 'a.docx'), ASKED('卖了多少？', '卖了500箱。', 'b.docx')], not: [ASKED('卖了多少？', '卖了300箱。', 'a.docx'), ASKED('卖了多少？', '卖了300箱，每箱20元。', 'b.docx')], says: '500箱' },
  { rule: rule('4.10-admitted-more'), about: 'the party told of twice as much', fires: [decision({ facts: '经查，你于2026年4月5日在清水河采砂450立方米。' }), ASKED('采了多少？', '采了600方左右。', 'a.docx')], not: [decision({ facts: '经查，你于2026年4月5日在清水河采砂600立方米。' }), ASKED('采了多少？', '采了600方左右。', 'a.docx')], says: '450' },
  { rule: rule('4.5-copy-unchecked'), about: 'a licence without any note', fires: [paper('identity-papers', '营业执照\n统一社会信用代码：92511025MA6B5H3L2U\n名称：河西县诚信副食店\n类型：个体工商户\n经营者：何平', '营业执照.pdf')], not: [paper('identity-papers', '营业执照\n统一社会信用代码：92511025MA6B5H3L2U\n名称：河西县诚信副食店\n经营者：何平\n与原件核对一致。提供人：何平', '营业执照.pdf')], says: '营业执照' },
  { rule: rule('4.12-requested-evidence-ignored'), about: 'a new measurement asked for at the hearing', fires: [decision(), paper('hearing-record', '听证笔录\n当事人：请求重新测量砂坑。')], not: [decision({ more: '经复核查明，无必要重新测量。' }), paper('hearing-record', '听证笔录\n当事人：请求重新测量砂坑。')], says: '重新测量' },
  { rule: rule('4.10-act-quantities-differ'), about: 'a fine that was adjusted explains no quantity', fires: [decision({ facts: '经查，2026年3月15日你公司在总排口排水180吨。' }), paper('investigation-report', '调查报告\n经查，2026年3月15日当事人在总排口排水120吨。\n以上事实有笔录证明。裁量基准计算罚款24万元，调整为36万元。')], not: [decision({ facts: '经查，2026年3月15日你公司在总排口排水180吨。' }), paper('investigation-report', '调查报告\n经查，2026年3月15日当事人在总排口排水120吨，经核实应为180吨。\n以上事实有笔录证明。')], says: '120吨' },
  { rule: rule('4.6-data-copied-undocumented'), about: 'a table copied off a computer', fires: [paper('inspection-record', '现场检查笔录\n电脑内有销售记录表，检查人员拷贝。')], not: [paper('inspection-record', '现场检查笔录\n电脑内有销售记录表，检查人员拷贝至光盘，提取人周立，校验值7f3a，当事人确认。')], says: '拷贝' },
  { rule: rule('4.15-taken-unlisted'), about: 'carried out and not listed', fires: [paper('measure-record', '强制拆除现场笔录\n屋内物品搬至走廊，未造册。')], not: [paper('measure-record', '强制拆除现场笔录\n屋内物品逐一清点造册，搬至走廊。')], says: '未造册' },
  { rule: rule('4.15-quantities-differ'), about: 'a list inside the notice of preservation', fires: [paper('preservation-paper', '先行登记保存通知书\n序号\t物品名称\t规格\t数量\n1\t10%吡虫啉可湿性粉剂\t20克/袋\t1240袋', 'a.docx'), paper('preservation-paper', '先行登记保存物品处理通知书\n对10%吡虫啉可湿性粉剂1260袋，转为没收待处理。', 'b.docx')], not: [paper('preservation-paper', '先行登记保存通知书\n序号\t物品名称\t规格\t数量\n1\t10%吡虫啉可湿性粉剂\t20克/袋\t1240袋', 'a.docx'), paper('preservation-paper', '先行登记保存物品处理通知书\n对10%吡虫啉可湿性粉剂1240袋，转为没收待处理。', 'b.docx')], says: '1260' },
  { rule: rule('4.4-unlawful-source'), about: 'an officer in plain clothes who raised his offer', fires: [paper('inspection-record', '现场笔录\n执法人员管涛身着便装，以乘客身份主动提出去县城，经其加价后司机同意。')], not: [paper('inspection-record', '现场笔录\n执法人员管涛拦停车辆，车上有乘客两名。')], says: '乘客' },
  { rule: rule('4.1-serious-without-facts'), about: 'serious without a fact', fires: [decision({ violated: SERIOUS })], not: [decision({ violated: '你店因同类违法行为二年内第三次被查处，属于情节严重。你店的行为违反了《食品安全法》第三十四条。' })], says: '情节严重' },
  {
    rule: rule('4.1-named-evidence-missing'), about: 'a test report is named and not there', says: '检验报告',
    fires: [decision({ evidence: '以上事实，有检验报告、询问笔录等证据证明。' }), paper('inquiry-record', SIGNED_INQUIRY, '询问笔录.docx'), ...filler(7)],
    not: [decision({ evidence: '以上事实，有检验报告、询问笔录等证据证明。' }), paper('inquiry-record', SIGNED_INQUIRY, '询问笔录.docx'), paper('test-report', REPORT, '检验报告.pdf'), ...filler(6)],
  },
  { rule: rule('4.1-no-evidence-named'), about: 'no evidence at all', fires: [decision({ evidence: '以上情况属实。' })], not: [decision()], says: '证据' },
  {
    rule: rule('4.1-quality-without-test'), about: 'below standard without a test', says: '不合格',
    fires: [decision({ facts: '经查，你店于2026年3月2日在店内销售的黄豆酱检验结论为不合格，货值金额300元。', evidence: '以上事实，有询问笔录等证据证明。' }), ...filler(8)],
    not: [decision({ facts: '经查，你店于2026年3月2日在店内销售的黄豆酱检验结论为不合格，货值金额300元。', evidence: '以上事实，有询问笔录等证据证明。' }), paper('test-report', REPORT), ...filler(8)],
  },
  {
    rule: rule('4.2-act-time-missing'), about: 'the report does not say when', says: '时间',
    fires: [paper('investigation-report', '案件调查终结报告\n经查，当事人在河西县城关镇中山路8号店内销售超过保质期的饼干二十盒，每盒售价十五元，没有查验记录。\n以上事实有询问笔录证明。')],
    not: [paper('investigation-report', '案件调查终结报告\n经查，2026年3月2日当事人在河西县城关镇中山路8号店内销售超过保质期的饼干二十盒，每盒售价十五元。\n以上事实有询问笔录证明。')],
  },
  {
    rule: rule('4.2-act-place-missing'), about: 'the report does not say where', says: '地点',
    fires: [paper('investigation-report', '案件调查终结报告\n经查，2026年3月2日当事人销售超过保质期的饼干二十盒，每盒售价十五元，进货时没有查验，共得款三百元。\n以上事实有询问笔录证明。')],
    not: [paper('investigation-report', '案件调查终结报告\n经查，2026年3月2日当事人在中山路8号店内销售超过保质期的饼干二十盒，每盒售价十五元，共得款三百元。\n以上事实有询问笔录证明。')],
  },
  { rule: rule('4.4-unlawful-source'), about: 'inducement', fires: [paper('inquiry-record', `${INQUIRY}\n答：执法人员假扮顾客，诱使我卖给他。`)], not: [paper('inquiry-record', SIGNED_INQUIRY)], says: '假扮' },
  {
    rule: rule('4.14-granted-with-missing-material'), about: 'granted without the drawings', says: '缺少',
    fires: [paper('licence-decision', '准予行政许可决定书\n经审查，决定准予行政许可。'), paper('inspection-record', '现场核查记录\n核查发现申请人缺少消防设施平面布置图。')],
    not: [paper('licence-decision', '准予行政许可决定书\n经审查，决定准予行政许可。'), paper('inspection-record', '现场核查记录\n核查发现申请人缺少消防设施平面布置图，2026年3月5日已补交。')],
  },
  { rule: rule('4.3-print-unverified'), about: 'a screenshot nobody verified', fires: [paper('other', '网页截图打印件\n商品详情页：黄豆酱，售价十五元，销量二百件，页面显示店铺名称为诚信副食店，评论三百条。', '网页截图.docx')], not: [paper('other', '网页截图打印件\n商品详情页：黄豆酱，售价十五元，销量二百件，页面显示店铺名称为诚信副食店。\n提取人：周立、吴敏　2026年3月3日', '网页截图.docx')], says: '网页截图' },
  { rule: rule('4.5-copy-unchecked'), about: 'a copy without a note', fires: [paper('identity-papers', '营业执照（副本）复印件\n统一社会信用代码：92511025MA6B5H3L2U\n名称：河西县诚信副食店\n经营者：何平\n登记机关：河西县行政审批局')], not: [paper('identity-papers', '营业执照（副本）复印件\n名称：河西县诚信副食店\n经营者：何平\n与原件核对无误。何平　2026年3月5日　核对人：周立、吴敏')], says: '复印件' },
  { rule: rule('4.5-copy-unsigned'), about: 'checked but signed by nobody', fires: [paper('identity-papers', '营业执照（副本）复印件\n统一社会信用代码：92511025MA6B5H3L2U\n名称：河西县诚信副食店\n经营者：何平\n与原件一致。')], not: [paper('identity-papers', '营业执照（副本）复印件\n名称：河西县诚信副食店\n经营者：何平，经营场所中山路8号\n与原件一致。提供人签名：何平')], says: '签名' },
  { rule: rule('4.6-digital-without-maker'), about: 'photographs without a maker', fires: [paper('photo-evidence', '现场照片及说明\n拍摄时间：2026年3月2日10时12分\n照片一：货架上的饼干，生产日期2025年1月1日。\n照片二：店内整体情况，货架三排。')], not: [paper('photo-evidence', '现场照片及说明\n拍摄时间：2026年3月2日10时12分\n拍摄人：周立\n照片一：货架上的饼干，生产日期2025年1月1日。\n照片二：店内整体情况，货架三排。')], says: '制作人' },
  { rule: rule('4.6-digital-without-time'), about: 'a recording without a time', fires: [paper('photo-evidence', '现场照片及说明\n拍摄人：周立\n照片一：货架上的过期饼干若干盒，摆放在进门左手第二排货架上层。\n照片二：店内整体情况。')], not: [paper('photo-evidence', '现场照片及说明\n拍摄人：周立，拍摄时间：2026年3月2日\n照片一：货架上的过期饼干若干盒，摆放在进门左手第二排货架上层。')], says: '时间' },
  { rule: rule('4.7-device-not-reviewed'), about: 'a device without review', fires: [decision({ facts: DEVICE }), ...filler(8)], not: [...filler(8), decision({ facts: DEVICE }), paper('other', '设备法制审核和技术审核意见\n该设备经法制和技术审核合格。')], says: '技术审核' },
  { rule: rule('4.7-site-not-published'), about: 'a site not published', fires: [decision({ facts: DEVICE }), ...filler(8)], not: [...filler(8), decision({ facts: DEVICE }), paper('other', '公告\n现将监控设备设置地点向社会公布如下。')], says: '设置地点' },
  { rule: rule('4.7-recording-not-reviewed'), about: 'a recording not reviewed', fires: [paper('investigation-report', '案件调查终结报告\n抓拍的记录未经审核即录入系统。')], not: [paper('investigation-report', '案件调查终结报告\n抓拍的记录经两名执法人员审核。')], says: '审核' },
  { rule: rule('4.8-record-without-times'), about: 'no end of the inquiry', fires: [paper('inquiry-record', `${SIGNED_INQUIRY.replace('9时10分至10时20分', '')}\n问：店里几个人？答：两个人，我和我爱人，平时都是她看店，我负责进货。`)], not: [paper('inquiry-record', SIGNED_INQUIRY)], says: '开始和结束时间' },
  { rule: rule('4.8-record-unsigned'), about: 'nobody signed', fires: [paper('inquiry-record', `${INQUIRY}\n被询问人（签名）：\n2026年3月5日`)], not: [paper('inquiry-record', SIGNED_INQUIRY)], says: '没有签名' },
  {
    rule: rule('4.8-page-unsigned'), about: 'one page unsigned among signed ones', says: '第2页',
    fires: [paper('inquiry-record', `${INQUIRY}\n被询问人（签名）：何平\f问：进货单据在哪里？答：没有保存，当时是一个送货的人送来的，没有给单据，也没有留电话，后来就找不到这个人了，我们也没有再进过他的货。另外店里还有一些别的货，都是批发市场进的，单据都在。\f问：还有吗？答：没有了。以上笔录我看过，属实，和我说的一样，没有补充和更正的地方，同意签字确认，愿意接受处理。\n被询问人（签名）：何平`)],
    not: [paper('inquiry-record', `${INQUIRY}\n被询问人（签名）：何平\f问：进货单据在哪里？答：没有保存，当时是一个送货的人送来的，没有给单据，也没有留电话，后来就找不到这个人了。\n被询问人（签名）：何平\f问：还有吗？答：没有了。以上笔录我看过，属实，和我说的一样，没有补充和更正的地方。\n被询问人（签名）：何平`)],
  },
  { rule: rule('4.8-correction-unconfirmed'), about: 'a change without confirmation', fires: [paper('hearing-record', '听证笔录\n代理人：笔录第2页有涂改，涂改处未捺印确认。')], not: [paper('hearing-record', '听证笔录\n代理人：笔录第2页有更正，更正处已捺印确认。')], says: '涂改' },
  {
    rule: rule('4.8-overlapping-records'), about: 'the same officers at one time', says: '周立',
    fires: [paper('inquiry-record', SIGNED_INQUIRY, '何平.docx'), paper('inquiry-record', SIGNED_INQUIRY.replaceAll('何平', '何芳').replace('9时10分至10时20分', '10时00分至11时00分'), '何芳.docx')],
    not: [paper('inquiry-record', SIGNED_INQUIRY, '何平.docx'), paper('inquiry-record', SIGNED_INQUIRY.replaceAll('何平', '何芳').replace('9时10分至10时20分', '10时30分至11时00分'), '何芳.docx')],
  },
  { rule: rule('4.8-record-ends-first'), about: 'the end before the beginning', fires: [paper('inquiry-record', SIGNED_INQUIRY.replace('9时10分至10时20分', '10时20分至9时10分'))], not: [paper('inquiry-record', SIGNED_INQUIRY)], says: '早于' },
  { rule: rule('4.9-result-not-told'), about: 'a bad result kept back', fires: [...filler(8), paper('test-report', REPORT), decision({ violated: '你店的行为违反了《食品安全法》第三十四条。' })], not: [...filler(8), paper('test-report', REPORT), paper('inquiry-record', `${SIGNED_INQUIRY}\n现将检验报告送达给你。`)], says: '告知' },
  { rule: rule('4.9-retest-right-not-told'), about: 'no right to a retest', fires: [paper('test-notice', '检验结果告知书\n河西县诚信副食店：经检验，你店销售的黄豆酱苯甲酸项目不合格，现将检验报告送达你店，请查收。\n2026年3月22日')], not: [paper('test-notice', '检验结果告知书\n河西县诚信副食店：经检验，你店销售的黄豆酱苯甲酸项目不合格。对结果有异议的，自收到之日起七个工作日内申请复检。\n2026年3月22日')], says: '复检' },
  { rule: rule('4.9-result-told-late'), about: 'told after the notice', fires: [paper('test-notice', '检验结果告知书\n对结果有异议的可以申请复检。\n河西县市场监督管理局\n2026年4月28日'), notice()], not: [paper('test-notice', '检验结果告知书\n对结果有异议的可以申请复检。\n河西县市场监督管理局\n2026年3月22日'), notice()], says: '2026年4月28日' },
  { rule: rule('4.9-sample-number-differs'), about: 'another sample was tested', fires: [paper('sampling-record', SAMPLING), paper('test-report', REPORT.replace('YP2026-018', 'YP2026-081'))], not: [paper('sampling-record', SAMPLING), paper('test-report', REPORT)], says: 'YP2026-081' },
  { rule: rule('4.9-sample-unsealed'), about: 'no word of sealing', fires: [paper('sampling-record', SAMPLING.replace('样品由抽样人员当场封样，封条由当事人何平签名，备份样品封存于抽样单位，', '样品由抽样人员带回单位，备份样品由抽样人员保管，检验样品由抽样人员送至检验机构，'))], not: [paper('sampling-record', SAMPLING)], says: '封存' },
  { rule: rule('4.9-retest-ignored'), about: 'a retest asked and not answered', fires: [paper('defence', '陈述申辩书\n我店对检验结果不服，特申请复检。')], not: [paper('defence', '陈述申辩书\n我店对检验结果不服，特申请复检。'), paper('recheck-opinion', '复核意见\n超过复检申请期限，不予复检，已书面答复。')], says: '复检' },
  { rule: rule('4.10-act-days-differ'), about: 'two days of one sale', fires: [decision(), notice({ facts: '经查，你店于2026年3月12日在河西县城关镇中山路8号店内销售超过保质期的饼干20盒。' })], not: [decision(), notice()], says: '2026-03-12' },
  { rule: rule('4.10-act-quantities-differ'), about: 'twenty or forty boxes', fires: [decision(), notice({ facts: '经查，你店于2026年3月2日在河西县城关镇中山路8号店内销售超过保质期的饼干40盒。' })], not: [decision(), notice()], says: '40盒' },
  { rule: rule('4.10-amounts-differ'), about: 'two figures of the gain', fires: [decision(), notice({ facts: '经查，你店于2026年3月2日在店内销售超过保质期的饼干20盒，违法所得600元，货值金额300元。', orders: '没收违法所得600元，罚款50000元。' })], not: [decision(), notice()], says: '600元' },
  { rule: rule('4.10-contradiction-unresolved'), about: 'disagreeing words left open', fires: [paper('investigation-report', '案件调查终结报告\n经查，当事人称进货四十盒，与送货人陈述不一致。\n建议罚款五万元。')], not: [paper('investigation-report', '案件调查终结报告\n经查，当事人称进货四十盒，与送货人陈述不一致，经核对送货单，以送货单的二十盒为准。')], says: '不一致' },
  {
    rule: rule('4.6-photograph-without-maker'), about: 'a photograph in a record', says: '拍摄人',
    fires: [paper('inspection-record', '现场检查记录\n检查时间：2026年3月2日10时至11时\n照片：IMG_20260302_1012.jpg，2026年3月2日10时12分，货架。')],
    not: [paper('inspection-record', '现场检查记录\n检查时间：2026年3月2日10时至11时\n照片：IMG_20260302_1012.jpg，2026年3月2日10时12分，货架；拍摄人：周立，执法记录仪07号。')],
  },
  {
    rule: rule('4.9-result-told-long-after'), about: 'two months on the desk', says: '相隔',
    fires: [paper('test-report', `${REPORT}\n2026年3月20日`), paper('test-notice', '检验结果告知书\n对结果有异议的可以申请复检。\n河西县市场监督管理局\n2026年5月28日')],
    not: [paper('test-report', `${REPORT}\n2026年3月20日`), paper('test-notice', '检验结果告知书\n对结果有异议的可以申请复检。\n河西县市场监督管理局\n2026年3月24日')],
  },
  {
    rule: rule('4.12-requested-evidence-ignored'), about: 'a witness nobody asked', says: '调取',
    fires: [paper('defence', '陈述申辩书\n请求调取批发市场的监控，可以证明我店没有卖过这批货。'), decision()],
    not: [paper('defence', '陈述申辩书\n请求调取批发市场的监控，可以证明我店没有卖过这批货。'), paper('recheck-opinion', '复核意见\n经向批发市场调取监控，当事人所述不属实。'), decision()],
  },
  {
    rule: rule('4.10-day-in-no-evidence'), about: 'the twelfth where all papers have the second', says: '2026年3月12日',
    fires: [decision({ facts: '经查，你店于2026年3月12日在河西县城关镇中山路8号店内销售过期饼干20盒。' }), ...EVIDENCE],
    not: [decision({ facts: '经查，你店于2026年3月2日在河西县城关镇中山路8号店内销售过期饼干20盒。' }), ...EVIDENCE],
  },
  {
    rule: rule('4.10-quantity-in-no-evidence'), about: 'fifty boxes where all papers have twenty', says: '50盒',
    fires: [decision({ facts: '经查，你店于2026年3月2日在河西县城关镇中山路8号店内销售过期饼干50盒。' }), ...EVIDENCE],
    not: [decision({ facts: '经查，你店于2026年3月2日在河西县城关镇中山路8号店内销售过期饼干20盒。' }), ...EVIDENCE],
  },
  { rule: rule('4.11-product-wrong'), about: 'a product that does not come out', fires: [paper('calculation-sheet', '计算表\n饼干20盒×15元＝360元')], not: [paper('calculation-sheet', '计算表\n饼干20盒×15元＝300元')], says: '300元' },
  { rule: rule('4.11-table-total-wrong'), about: 'a column that does not add up', fires: [paper('calculation-sheet', SHEET.replace('380', '480'))], not: [paper('calculation-sheet', SHEET)], says: '480' },
  { rule: rule('4.11-not-calculated'), about: 'a gain out of nowhere', fires: [decision({ facts: '经查，你店于2026年3月2日在店内销售过期饼干，违法所得300元。' }), ...filler(8)], not: [decision(), ...filler(8)], says: '计算' },
  { rule: rule('4.11-differs-from-sheet'), about: 'another gain than the sheet', fires: [decision({ facts: '经查，你店于2026年3月2日在店内销售过期饼干，违法所得900元。' }), paper('calculation-sheet', SHEET)], not: [decision({ facts: '经查，你店于2026年3月2日在店内销售过期饼干，违法所得380元。' }), paper('calculation-sheet', SHEET)], says: '900元' },
  { rule: rule('4.11-net-gain'), about: 'costs taken off', fires: [paper('calculation-sheet', '违法所得计算表\n销售款300元，违法所得为销售款扣除进货成本后的120元。')], not: [paper('calculation-sheet', '违法所得计算表\n销售款300元，违法所得为300元，不扣除进货成本。')], says: '扣除成本' },
  { rule: rule('4.11-net-gain'), about: 'price less cost', fires: [paper('calculation-sheet', '违法所得计算表\n违法所得：8盒×（20元-12元）＝64元')], not: [paper('calculation-sheet', '违法所得计算表\n违法所得：8盒×20元＝160元')], says: '款项' },
  {
    rule: rule('4.13-out-of-time'), about: 'found three years later', says: '2023年1月5日',
    fires: [decision({ facts: '经查，你公司于2023年1月5日在河西县城关镇发布含有绝对化用语的广告。' }), paper('filing-form', '立案审批表\n同意立案。王强　2026年2月10日')],
    not: [decision({ facts: '经查，你公司于2025年1月5日在河西县城关镇发布含有绝对化用语的广告。' }), paper('filing-form', '立案审批表\n同意立案。王强　2026年2月10日')],
  },
  { rule: rule('4.15-quantities-differ'), about: 'twenty on the list, thirty in the decision', fires: [paper('goods-list', LIST), paper('measure-decision', SEIZURE.replace('20盒', '30盒'))], not: [paper('goods-list', LIST), paper('measure-decision', SEIZURE)], says: '夹心饼干20盒' },
  { rule: rule('4.15-list-unsigned'), about: 'only the officers signed', fires: [paper('goods-list', `${LIST}\n实施人员：周立　吴敏`)], not: [paper('goods-list', `${LIST}\n当事人（签名）：何平\n实施人员：周立　吴敏`)], says: '签名' },
  { rule: rule('4.15-list-missing'), about: 'no list', fires: [paper('measure-decision', SEIZURE)], not: [paper('measure-decision', SEIZURE), paper('goods-list', LIST)], says: '清单' },
  { rule: rule('4.15-disposal-untraced'), about: 'nobody says what became of it', fires: [paper('measure-decision', SEIZURE), decision({ orders: '罚款50000元（大写：伍万元整）。' })], not: [paper('measure-decision', SEIZURE), decision({ orders: '1.没收扣押的夹心饼干20盒；\n2.罚款50000元（大写：伍万元整）。' })], says: '如何处理' },
  {
    rule: rule('4.14-condition-unchecked'), about: 'two conditions without a result', says: '应急预案',
    fires: [paper('licence-application', '行政许可申请书'), paper('inspection-record', '现场核查记录\n核查项目\t核查结果\n经营场所\t符合\n报警装置\t符合\n应急预案\t\n核查人员：周立　吴敏')],
    not: [paper('licence-application', '行政许可申请书'), paper('inspection-record', '现场核查记录\n核查项目\t核查结果\n经营场所\t符合\n报警装置\t符合\n应急预案\t符合\n核查人员：周立　吴敏')],
  },
  {
    rule: rule('4.10-measurements-differ'), about: 'a shed of two sizes', says: '48.5平方米',
    fires: [paper('inspection-record', '现场勘验笔录\n棚房长10米，宽4.85米，面积48.5平方米。'), paper('other', '规划认定函\n该棚房建筑面积84.5平方米。')],
    not: [paper('inspection-record', '现场勘验笔录\n棚房长10米，宽4.85米，面积48.5平方米。'), paper('other', '规划认定函\n该棚房建筑面积48.5平方米，店铺经营面积84.5平方米。')],
  },
  {
    rule: rule('4.8-signature-line-missing'), about: 'the party signed and no officer', says: '执法人员',
    fires: [paper('inquiry-record', `${SIGNED_INQUIRY.replace('以上笔录', `问：店里几个人？答：两个人。${'问：还卖什么？答：都是日用百货，没有别的。'.repeat(18)}以上笔录`)}`)],
    not: [paper('inquiry-record', `${SIGNED_INQUIRY.replace('以上笔录', `问：店里几个人？答：两个人。${'问：还卖什么？答：都是日用百货，没有别的。'.repeat(18)}以上笔录`)}\n询问人（签名）：周立　记录人（签名）：吴敏`)],
  },
  { rule: rule('4.11-product-wrong'), about: 'a sum told in words', fires: [paper('inquiry-record', '询问笔录\n答：卖了24份，每份15元，共380元。')], not: [paper('inquiry-record', '询问笔录\n答：卖了24份，每份15元，共360元。')], says: '360元' },
  { rule: rule('4.2-act-time-missing'), about: 'a decision that opens its facts with no word', fires: [decision({ facts: '你店在河西县城关镇中山路8号店内销售超过保质期的饼干20盒，每盒售价15元，违法所得300元，货值金额300元。', violated: '违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定。', evidence: '' })], not: [decision({ facts: '2026年3月2日，你店在河西县城关镇中山路8号店内销售超过保质期的饼干20盒，每盒售价15元，违法所得300元。', violated: '违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定。', evidence: '' })], says: '时间' },
]

testPairs(FACTS_RULES, [...PAIRS, ...carriedOut(FACTS_RULES)])
