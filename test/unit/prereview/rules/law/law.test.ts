import { LAW_RULES } from '../../../../../src/shared/prereview/rules/law/index.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { thingsAndCells } from './things-and-cells.ts'
import { carriedOut } from '../carried-out.ts'
import { decision, filler, notice, paper, testPairs, type Pair } from '../pairs.ts'

function rule(id: string): PrereviewRule {
  const found = LAW_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const PERMIT = {
  agency: '云浦市生态环境局',
  head: '当事人：云浦市恒光电镀有限公司\n统一社会信用代码：91439901MA9X000111\n法定代表人：邱某某',
  facts: '经查，你公司自2025年11月17日至2026年3月4日在云浦市东港工业园兴业路26号未取得排污许可证排放生产废水1328吨。',
  violated: '你公司的行为违反了《排污许可管理条例》第二条第一款的规定。',
  basis: '依照《排污许可管理条例》第三十三条第（一）项的规定，',
  orders: '罚款人民币320000元（大写：叁拾贰万元整）。',
}
const WATER = {
  ...PERMIT,
  violated: '你公司的行为违反了《中华人民共和国水污染防治法》第二十一条第二款的规定。',
  basis: '依照《中华人民共和国水污染防治法》第八十三条第（一）项的规定，',
}
const LATE = '经查，你公司自2026年9月1日至2026年9月20日在云浦市东港工业园兴业路26号未取得排污许可证排放生产废水。'
/** As a decision without a heading of its own tells it: nothing begins the facts but the inspection. */
const FOUND = (day: string) => `${day}，本局执法人员对你公司进行检查时，发现你公司未取得排污许可证排放生产废水。`
const FIREWORKS = {
  agency: '河西县应急管理局',
  facts: '经查，你店于2026年1月12日在河西县城关镇购进非法生产的烟花48箱，售出6箱，每箱380元，违法所得2,280元。',
  violated: '你店的行为违反了《烟花爆竹安全管理条例》第二十条第二款的规定。',
  basis: '依据《烟花爆竹安全管理条例》第三十八条第二款的规定，',
  orders: '1.罚款3000元；\n2.没收烟花42箱；\n3.没收违法所得2,280元。',
}
const SHEET = ['处罚裁量计算表', '因素\t选定等级\t百分值\t事实和证据', '持续时间\t三个月以上\t4%\t运行记录', '社会影响\t群众投诉\t5%\t投诉单6份', '合计\t\t9%\t', '计算结果：罚款320000元。'].join('\n')
const CELL = '裁量说明\n本案属于一般情节，适用二十万元以上三十万元以下罚款的档次。法定幅度为二十万元以上一百万元以下罚款。'
const SEIZED = ['扣押物品清单', '序号\t物品名称\t数量\t备注', '1\t烟花\t40箱\t无标签', '2\t冰柜\t1台\t店内存放饮料'].join('\n')
const INQUIRY = '询问笔录\n问：以前受过处罚吗？答：没有受过处罚，头一回。\n问：现在怎么样？答：已经主动整改，全部召回。'

const INCOME = (share: string, fine: string) => ({
  facts: '经查，2026年3月2日，你未及时消除生产安全事故隐患，发生一般事故。',
  head: '当事人：何平，男\n住址：河西县城关镇中山路8号',
  violated: '违反了《中华人民共和国安全生产法》第二十一条第（五）项的规定。',
  basis: '依据《中华人民共和国安全生产法》第九十五条第（一）项的规定，',
  orders: `处上一年年收入200000元${share}的罚款，计罚款${fine}元。`,
})
const EARLIER_FINE =
  '行政处罚决定书\n河市监罚〔2026〕2号\n当事人：河西县诚信副食店\n2026年3月2日，你店销售超过保质期的饼干。\n依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项的规定，决定罚款50000元。\n河西县市场监督管理局\n2026年3月20日'

const KITCHEN = '现场笔录\n我局对饼干20盒予以扣押，同时扣押当事人手机一部、家用冰箱一台。'

const LIKE_CASES = (fines: string): string => `案件调查终结报告\n同类案件：甲公司销售过期食品，罚款${fines.split(' ')[0]}万元；乙公司销售过期食品，罚款${fines.split(' ')[1]}万元；丙店销售过期食品，罚款${fines.split(' ')[2]}万元。`

const PAIRS: readonly Pair[] = [
  { rule: rule('5.4-demolition-though-correctable'), about: 'the planning office says that it can be put right', fires: [paper('expert-opinion', '复函\n该房屋属于尚可采取改正措施消除对规划实施影响的情形。'), decision({ orders: '限你自收到本决定书之日起七日内自行拆除。' })], not: [paper('expert-opinion', '复函\n该房屋属于无法采取改正措施消除对规划实施影响的情形。'), decision({ orders: '限你自收到本决定书之日起七日内自行拆除。' })], says: '拆除' },
  { rule: rule('5.12-far-from-similar-cases'), about: 'three times what the report itself sets beside it', fires: [decision(), paper('investigation-report', LIKE_CASES('1.5 1.6 2'))], not: [decision(), paper('investigation-report', LIKE_CASES('4 5 6'))], says: '16,000元' },
  { rule: rule('5.9-departure-without-approval'), about: 'raised above what the benchmark gives', fires: [paper('investigation-report', '案件调查终结报告\n按照裁量基准计算罚款为3万元，考虑专项整治，调整为5万元。'), decision()], not: [paper('investigation-report', '案件调查终结报告\n按照裁量基准计算罚款为5万元，建议罚款5万元。'), decision()], says: '裁量基准' },
  { rule: rule('5.7-correction-left-out'), about: 'ordered to stop and to set right', fires: [decision({ orders: '罚款50000元。', basis: '依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项的规定，' }), ...filler(8)].map((one) => ({ ...one, text: one.text.replace('责令改正，', '') })), not: [decision({ orders: '责令停产整治，罚款50000元。' }), ...filler(8)].map((one) => ({ ...one, text: one.text.replace('责令改正，', '') })), says: '责令' },
  { rule: rule('5.1-circular-beside-law'), about: 'a plan of the city beside the law', fires: [decision({ basis: '依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项和《河西县食品安全专项整治工作方案》第九条的规定，' })], not: [decision({ basis: '依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项和《河西县市场监管行政处罚裁量基准》第九条的规定，' })], says: '工作方案' },
  { rule: rule('5.3-cited-without-paragraph-or-item'), about: 'an article of four items cited bare', fires: [decision({ ...PERMIT, basis: '依照《排污许可管理条例》第三十三条的规定，' })], not: [decision(PERMIT)], says: '第33条' },
  { rule: rule('5.2-old-version-named'), about: 'the text of 2014 for an act of 2026', fires: [decision({ ...PERMIT, violated: '你公司的行为违反了《中华人民共和国安全生产法》（2014年修正）第三十六条第二款的规定。' })], not: [decision({ ...PERMIT, violated: '你公司的行为违反了《中华人民共和国安全生产法》（2021年修正）第三十六条第二款的规定。' })], says: '2014年' },
  { rule: rule('5.13-personal-things-taken'), about: 'a telephone and a refrigerator taken along', fires: [paper('measure-record', KITCHEN)], not: [paper('measure-record', '现场笔录\n我局对饼干20盒予以扣押，未扣押当事人手机。')], says: '手机' },
  { rule: rule('5.14-extra-condition'), about: 'a deposit and an association', fires: [paper('licence-decision', '准予行政许可决定书\n根据《娱乐场所管理条例》的规定，准予许可。你单位应当加入县娱乐行业协会，缴纳经营保证金30000元。')], not: [paper('licence-decision', '准予行政许可决定书\n根据《娱乐场所管理条例》的规定，准予许可。')], says: '协会' },
  { rule: rule('5.1-only-a-circular'), about: 'a circular as the only ground', fires: [decision({ basis: '依据《河西县关于开展食品安全专项整治的通知》的规定，' })], not: [decision()], says: '规范性文件' },
  { rule: rule('5.1-measure-without-law'), about: 'a seizure by the procedure law alone', fires: [paper('measure-decision', '扣押决定书\n依据《中华人民共和国行政强制法》第二十二条，决定对饼干20盒予以扣押。')], not: [paper('measure-decision', '扣押决定书\n依据《中华人民共和国食品安全法》第一百一十条第（四）项，决定对饼干20盒予以扣押。')], says: '法律、法规' },
  { rule: rule('5.3-violated-rule-missing'), about: 'only the penalty clause', fires: [decision({ violated: '' })], not: [decision()], says: '违反的条款' },
  { rule: rule('5.3-cited-without-article'), about: 'no article', fires: [decision({ basis: '依据《中华人民共和国食品安全法》的规定，' })], not: [decision()], says: '食品安全法' },
  { rule: rule('5.3-penalty-without-ground'), about: 'no ground at all', fires: [decision({ violated: '你店的行为违法。', basis: '现' })], not: [decision()], says: '依据' },
  { rule: rule('5.3-article-does-not-exist'), about: 'article 183 of a law of 154', fires: [decision({ basis: '依据《中华人民共和国行政处罚法》第一百八十三条的规定，' })], not: [decision()], says: '183' },
  { rule: rule('5.3-article-does-not-exist'), about: 'a refusal of a licence that rests on no article', fires: [paper('licence-decision', '不予行政许可决定书\n依据《中华人民共和国行政许可法》第九十三条第二款的规定，决定不予许可。')], not: [paper('licence-decision', '不予行政许可决定书\n依据《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予许可。')], says: '第93条' },
  { rule: rule('5.3-article-does-not-exist'), about: 'a report that nobody but the agency reads', fires: [decision(), paper('investigation-report', '案件调查终结报告\n依据《中华人民共和国行政处罚法》第一百八十三条的规定，建议罚款。')], not: [decision(), paper('investigation-report', '案件调查终结报告\n依据《中华人民共和国行政处罚法》第五十七条的规定，建议罚款。')], says: '183' },
  { rule: rule('5.3-paragraph-for-item'), about: 'a paragraph where the article has items', fires: [decision({ ...PERMIT, basis: '依照《排污许可管理条例》第三十三条第一款的规定，' })], not: [decision(PERMIT)], says: '疑将“项”误为“款”' },
  { rule: rule('5.3-item-does-not-exist'), about: 'item nine of four', fires: [decision({ ...PERMIT, basis: '依照《排污许可管理条例》第三十三条第（九）项的规定，' })], not: [decision(PERMIT)], says: '只有4项' },
  { rule: rule('5.3-basis-differs-from-notice'), about: 'article 34 after 33 was told', fires: [decision({ ...PERMIT, basis: '依照《排污许可管理条例》第三十四条第（一）项的规定，' }), notice(PERMIT)], not: [decision(PERMIT), notice(PERMIT)], says: '第34条' },
  { rule: rule('5.3-title-misprinted'), about: 'a letter wrong in the title', fires: [decision({ ...WATER, basis: '依照《中华人民共和国水污杂防治法》第八十三条第（一）项的规定，' })], not: [decision(WATER)], says: '水污染防治法' },
  { rule: rule('5.4-norm-disputed-in-file'), about: 'the panel finds the law applied wrongly', fires: [paper('hearing-report', '听证报告\n主持人认为：本案事实清楚，但适用法律错误，应当按无证经营处理。'), decision()], not: [paper('hearing-report', '听证报告\n主持人认为：本案事实清楚，适用法律正确。'), decision()], says: '适用法律错误' },
  { rule: rule('5.2-repealed-law'), about: 'the water law for an act of September 2026', fires: [decision({ ...WATER, facts: LATE, day: '2026年11月8日' })], not: [decision(WATER)], says: '2026年8月15日' },
  { rule: rule('5.2-repealed-law'), about: 'the water law for what an inspection of September 2026 found', fires: [decision({ ...WATER, facts: FOUND('2026年9月3日'), day: '2026年11月8日' })], not: [decision({ ...WATER, facts: FOUND('2026年6月3日'), day: '2026年11月8日' })], says: '违法行为（2026年9月3日）' },
  { rule: rule('5.2-lighter-not-compared'), about: 'what an inspection of June 2026 found, decided under the new code', fires: [decision({ ...WATER, facts: FOUND('2026年6月3日'), day: '2026年11月8日' })], not: [decision({ ...WATER, facts: FOUND('2026年9月3日'), day: '2026年11月8日' })], says: '违法行为（2026年6月3日）' },
  { rule: rule('5.2-repealed-procedure'), about: 'the procedure of 2010 in a decision of 2026', fires: [decision({ ...PERMIT, more: '本局依据《环境行政处罚办法》第四十八条的规定告知你公司陈述、申辩的权利。' })], not: [decision({ ...PERMIT, more: '本局依据《生态环境行政处罚办法》第四十八条的规定告知你公司陈述、申辩的权利。' })], says: '2023年7月1日' },
  { rule: rule('5.2-repealed-procedure'), about: 'a step that was taken while the rule held', fires: [notice({ ...PERMIT, more: '本局依据《环境行政处罚办法》第四十八条的规定告知你公司陈述、申辩的权利。' })], not: [decision({ ...PERMIT, more: '本局于2023年6月1日依据《环境行政处罚办法》第四十八条的规定告知你公司陈述、申辩的权利。' })], says: '《环境行政处罚办法》' },
  { rule: rule('5.2-not-yet-in-force'), about: 'the code for an act of March 2026', fires: [decision({ ...PERMIT, basis: '依照《生态环境法典》第一千一百零二条的规定，', violated: '你公司的行为违反了《生态环境法典》第四百条的规定。', day: '2026年9月8日' })], not: [decision({ ...PERMIT, facts: LATE, basis: '依照《生态环境法典》第一千一百零二条的规定，', day: '2026年11月8日' })], says: '2026年8月15日' },
  { rule: rule('5.2-lighter-not-compared'), about: 'an old act decided under the new code', fires: [decision({ ...WATER, day: '2026年9月8日' })], not: [decision({ ...WATER, day: '2026年9月8日', more: '按照从旧兼从轻的原则，新法处罚并不较轻。' })], says: '是否处罚较轻' },
  {
    rule: rule('5.2-revised-between'), about: 'the law changed after the act', says: '2025年10月15日',
    fires: [decision({ facts: '经查，你公司于2025年3月4日在河西县城关镇中山路8号作虚假宣传。', violated: '你公司的行为违反了《中华人民共和国反不正当竞争法》第八条的规定。', basis: '依据《中华人民共和国反不正当竞争法》第二十条的规定，', orders: '罚款200000元。' })],
    not: [decision({ facts: '经查，你公司于2025年12月4日在河西县城关镇中山路8号作虚假宣传。', violated: '你公司的行为违反了《中华人民共和国反不正当竞争法》第九条的规定。', basis: '依据《中华人民共和国反不正当竞争法》第二十五条的规定，', orders: '罚款200000元。' })],
  },
  { rule: rule('5.5-fine-outside-range'), about: '8,000 where 5,000 is the most', fires: [decision({ ...FIREWORKS, orders: '1.罚款8,000元；\n2.没收烟花42箱。' })], not: [decision(FIREWORKS)], says: '1,000元以上5,000元以下' },
  {
    rule: rule('5.5-fine-outside-range'), about: 'sixty per cent where fifty is the most', says: '23,700元',
    fires: [decision({ agency: '河西县烟草专卖局', facts: '经查，你店于2026年1月10日在河西县城关镇中山路8号未取得烟草专卖零售许可证经营卷烟，违法经营额47,400元。', violated: '你店的行为违反了《烟草专卖法实施条例》第六条。', basis: '依据《烟草专卖法实施条例》第五十七条的规定，', orders: '处以违法经营总额60%的罚款，计人民币28,440元。' })],
    not: [decision({ agency: '河西县烟草专卖局', facts: '经查，你店于2026年1月10日在河西县城关镇中山路8号未取得烟草专卖零售许可证经营卷烟，违法经营额47,400元。', violated: '你店的行为违反了《烟草专卖法实施条例》第六条。', basis: '依据《烟草专卖法实施条例》第五十七条的规定，', orders: '处以违法经营总额30%的罚款，计人民币14,220元。' })],
  },
  {
    rule: rule('5.5-higher-band-without-condition'), about: 'the band of those who refuse', says: '拒不',
    fires: [decision({ agency: '河西县应急管理局', facts: '经查，你公司于2026年3月2日在河西县城关镇厂区未按规定设置警示标志。', violated: '你公司的行为违反了《中华人民共和国安全生产法》第三十五条的规定。', basis: '依据《中华人民共和国安全生产法》第九十九条第（一）项的规定，', orders: '罚款120000元。', head: '当事人：河西县光明机械有限公司\n法定代表人：何平' })],
    not: [decision({ agency: '河西县应急管理局', facts: '经查，你公司于2026年3月2日在河西县城关镇厂区未按规定设置警示标志。', violated: '你公司的行为违反了《中华人民共和国安全生产法》第三十五条的规定。', basis: '依据《中华人民共和国安全生产法》第九十九条第（一）项的规定，', orders: '罚款30000元。', head: '当事人：河西县光明机械有限公司\n法定代表人：何平' })],
  },
  { rule: rule('5.5-fine-outside-quoted-range'), about: 'outside what it quotes', fires: [decision({ violated: '你店的行为违反了《河西市市容管理条例》第十条的规定。', basis: '依据《河西市市容管理条例》第三十条“处五百元以上五千元以下罚款”的规定，', orders: '罚款6000元。' })], not: [decision({ violated: '你店的行为违反了《河西市市容管理条例》第十条的规定。', basis: '依据《河西市市容管理条例》第三十条“处五百元以上五千元以下罚款”的规定，', orders: '罚款3000元。' })], says: '6,000元' },
  { rule: rule('5.5-kind-not-in-clause'), about: 'a licence revoked by a clause that has none', fires: [decision({ ...FIREWORKS, basis: '依据《烟花爆竹安全管理条例》第三十六条第二款的规定，', orders: '1.罚款20000元；\n2.吊销烟花爆竹经营许可证。' })], not: [decision({ ...FIREWORKS, orders: '1.罚款3000元；\n2.吊销烟花爆竹经营许可证。' })], says: '吊销' },
  { rule: rule('5.11-below-range-without-ground'), about: 'below the range for nothing', fires: [decision({ ...FIREWORKS, more: '决定予以减轻处罚。', orders: '罚款500元。' })], not: [decision({ ...FIREWORKS, more: '你店主动消除违法行为危害后果，符合行政处罚法第三十二条的规定，决定予以减轻处罚。', orders: '罚款500元。' })], says: '1,000元' },
  { rule: rule('5.11-mitigated-for-hardship'), about: 'hardship only', fires: [paper('discussion-minutes', '案件集体讨论记录\n李局：考虑到当事人经营困难，同意减轻处罚。')], not: [paper('discussion-minutes', '案件集体讨论记录\n李局：经营困难不是减轻处罚的法定情形，按基准处罚。')], says: '困难' },
  { rule: rule('5.6-two-fines-for-one-act'), about: 'two laws, two fines, one act', fires: [decision({ orders: '1.依据《中华人民共和国食品安全法》第一百二十四条罚款50000元；\n2.依据《中华人民共和国产品质量法》第五十二条罚款600元。' })], not: [decision({ more: '你店有上述两项违法行为，应当分别处罚。', orders: '1.罚款50000元；\n2.罚款600元。' })], says: '同一违法行为' },
  { rule: rule('5.6-fined-before'), about: 'fined by another bureau', fires: [decision(), paper('earlier-penalty', '以前处罚查询记录\n该违法行为已于2026年3月10日被河西县城市管理局罚款2000元。')], not: [decision(), paper('earlier-penalty', '以前处罚查询记录\n未发现该行为受过罚款的记录。')], says: '受过罚款' },
  {
    rule: rule('5.6-two-decisions'), about: 'two agencies, one party', says: '河西县城市管理局',
    fires: [decision(), { ...decision({ agency: '河西县城市管理局' }), name: '城管处罚决定书.docx' }],
    not: [decision(), { ...decision(), name: '决定书二稿.docx' }],
  },
  { rule: rule('5.7-correction-left-out'), about: 'nobody ordered to correct', fires: [{ ...decision(), text: decision().text.replace('责令改正，', '') }, ...filler(8)], not: [decision(), ...filler(8)], says: '责令' },
  { rule: rule('5.7-gain-not-confiscated'), about: 'a gain left with the party', fires: [decision({ orders: '罚款50000元（大写：伍万元整）。' })], not: [decision()], says: '300元' },
  { rule: rule('5.7-goods-not-confiscated'), about: 'seized goods that the clause confiscates', fires: [decision({ ...FIREWORKS, orders: '1.罚款3000元；\n2.没收违法所得2,280元。' }), paper('goods-list', SEIZED)], not: [decision(FIREWORKS), paper('goods-list', SEIZED)], says: '没收' },
  { rule: rule('5.8-benchmark-not-mentioned'), about: 'no benchmark', fires: [decision()], not: [decision({ more: '按照《市场监督管理行政处罚裁量基准》第三项，属于一般情节。' })], says: '裁量基准' },
  { rule: rule('5.8-factor-without-facts'), about: 'five per cent for nothing', fires: [paper('discretion-sheet', SHEET.replace('投诉单6份', '—'))], not: [paper('discretion-sheet', SHEET)], says: '社会影响' },
  { rule: rule('5.8-factor-sum-wrong'), about: 'four and five are nine', fires: [paper('discretion-sheet', SHEET.replace('9%', '12%'))], not: [paper('discretion-sheet', SHEET)], says: '12' },
  { rule: rule('5.8-fine-not-in-sheet'), about: 'another fine than the sheet', fires: [decision({ ...PERMIT, orders: '罚款人民币360000元。' }), paper('discretion-sheet', `${SHEET}法定幅度为200000元至1000000元。`)], not: [decision(PERMIT), paper('discretion-sheet', `${SHEET}法定幅度为200000元至1000000元。`)], says: '360,000元' },
  { rule: rule('5.8-fine-outside-cell'), about: 'above the cell', fires: [decision(PERMIT), paper('discretion-sheet', CELL)], not: [decision({ ...PERMIT, orders: '罚款人民币250000元。' }), paper('discretion-sheet', CELL)], says: '300,000元' },
  { rule: rule('5.8-top-of-range-without-reasons'), about: 'the highest fine for nothing', fires: [decision({ ...FIREWORKS, orders: '罚款5000元。' })], not: [decision({ ...FIREWORKS, more: '你店二年内再次违法，应当从重处罚。', orders: '罚款5000元。' })], says: '顶格' },
  { rule: rule('5.9-departure-without-approval'), about: 'a departure nobody approved', fires: [decision(PERMIT), paper('discretion-sheet', '裁量说明\n本案调整适用裁量基准，高于基准规定的幅度处罚。')], not: [decision(PERMIT), paper('discretion-sheet', '裁量说明\n本案调整适用裁量基准，理由如下：……'), paper('discussion-minutes', '集体讨论记录\n同意调整适用裁量基准，报主要负责人批准。')], says: '偏离' },
  {
    rule: rule('5.12-far-from-similar-cases'), about: 'ten times the median', says: '中位数',
    fires: [decision(PERMIT), paper('earlier-penalty', '同类案件检索\n云环罚〔2024〕1号，罚款20000元；云环罚〔2024〕2号，罚款30000元；云环罚〔2025〕3号，罚款32000元。')],
    not: [decision(PERMIT), paper('earlier-penalty', '同类案件检索\n云环罚〔2024〕1号，罚款220000元；云环罚〔2024〕2号，罚款300000元；云环罚〔2025〕3号，罚款320000元。')],
  },
  { rule: rule('5.12-similar-cases-unexplained'), about: 'a party that points at like cases', fires: [paper('hearing-record', '听证笔录\n代理人：同类案件均只罚款五万元，本案却罚三十二万元。'), decision(PERMIT)], not: [paper('hearing-record', '听证笔录\n代理人：同类案件均只罚款五万元，本案却罚三十二万元。'), paper('recheck-opinion', '复核意见\n所称同类案件情节不同，不具有可比性。'), decision(PERMIT)], says: '同类案件' },
  { rule: rule('5.10-first-offence-not-discussed'), about: 'a first offence nobody weighed', fires: [paper('inquiry-record', INQUIRY), decision()], not: [paper('inquiry-record', INQUIRY), decision({ more: '你店系初次违法，但危害后果不属轻微，不适用行政处罚法第三十三条。' })], says: '初次违法' },
  { rule: rule('5.10-correction-not-discussed'), about: 'a recall nobody weighed', fires: [paper('inquiry-record', INQUIRY), { ...decision(), text: decision().text.replace('责令改正，', '') }], not: [paper('inquiry-record', INQUIRY), decision({ more: '你店已主动召回，予以从轻处罚。' })], says: '主动' },
  {
    rule: rule('5.10-minor'), about: 'sixteen years old', says: '十八周岁',
    fires: [decision({ head: '当事人：何小平，男，居民身份证号码：511025201003124513，住河西县城关镇中山路8号' })],
    not: [decision({ head: '当事人：何小平，男，居民身份证号码：511025198003124518，住河西县城关镇中山路8号' })],
  },
  { rule: rule('5.13-unrelated-things-seized'), about: 'the family’s television', fires: [paper('goods-list', `${SEIZED}\n3\t电视机\t1台\t家庭自用`)], not: [paper('goods-list', SEIZED)], says: '电视机' },
  { rule: rule('5.13-whole-premises-sealed'), about: 'the whole warehouse', fires: [paper('measure-decision', '查封决定书\n依据《烟花爆竹安全管理条例》，决定查封你店整个仓库，期限三十日。')], not: [paper('measure-decision', '查封决定书\n依据《烟花爆竹安全管理条例》，决定查封存放非法烟花的二号仓间，期限三十日。')], says: '整个仓库' },
  { rule: rule('5.13-lawful-goods-seized'), about: 'lawful goods taken along', fires: [paper('measure-record', '现场笔录\n店内另有手续齐全的烟花31箱，一并扣押。')], not: [paper('measure-record', '现场笔录\n店内另有手续齐全的烟花31箱，未予扣押。')], says: '手续齐全' },
  { rule: rule('5.14-refusal-without-ground'), about: 'a condition out of a circular', fires: [paper('licence-decision', '不予行政许可决定书\n根据《关于控制新设网点的通知》，不予行政许可。')], not: [paper('licence-decision', '不予行政许可决定书\n你店与最近网点距离不足，不符合《烟花爆竹经营许可实施办法》第十六条，不予行政许可。')], says: '不予许可' },
  { rule: rule('5.1-licence-on-a-circular'), about: 'refused by minutes of a meeting', fires: [paper('licence-decision', '不予行政许可决定书\n根据《关于网点布局的会议纪要》，决定不予行政许可。')], not: [paper('licence-decision', '不予行政许可决定书\n根据《烟花爆竹经营许可实施办法》第十六条和《关于网点布局的会议纪要》，决定不予行政许可。')], says: '会议纪要' },
  { rule: rule('5.5-share-of-income-outside-range'), about: 'half instead of two fifths of the income', fires: [decision(INCOME('50%', '100000'))], not: [decision(INCOME('40%', '80000'))], says: '50%' },
  {
    rule: rule('5.6-same-act-fined-before'), about: 'the act of one day fined again', says: '2026年3月2日',
    fires: [decision(), paper('filing-form', '立案审批表\n同意立案。王强　2026年4月10日'), paper('earlier-penalty', EARLIER_FINE)],
    not: [decision(), paper('filing-form', '立案审批表\n同意立案。王强　2026年4月10日'), paper('earlier-penalty', EARLIER_FINE.replace('2026年3月2日', '2025年3月2日'))],
  },
  { rule: rule('5.12-far-from-similar-cases'), about: 'a row of sums without numbers', fires: [decision(), paper('investigation-report', '案件调查终结报告\n本机关同类案件3件，罚款分别为5000元、6000元、8000元。')], not: [decision(), paper('investigation-report', '案件调查终结报告\n本机关同类案件3件，罚款分别为40000元、50000元、6万元。')], says: '中位数' },
  { rule: rule('5.11-below-range-without-ground'), about: 'asked for and refused is no mitigation', fires: [decision({ orders: '罚款30000元。', more: '综合考虑，决定减轻处罚。' })], not: [decision({ orders: '罚款30000元。', more: '你店不符合减轻处罚的情形。' })], says: '30,000元' },
]

testPairs(LAW_RULES, [...PAIRS, ...thingsAndCells(rule), ...carriedOut(LAW_RULES)])
