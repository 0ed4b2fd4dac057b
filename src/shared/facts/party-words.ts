/** Words by which running text names a party (当事人): how names of entities are built, and what stands around them. */

const BODY =
  '有限责任公司|股份有限公司|有限公司|公司|合作社|经营部|服务部|门市部|商行|商店|超市|网吧|酒店|宾馆|饭店|餐厅|医院|卫生院|卫生室|' +
  '诊所|门诊部|药房|药店|幼儿园|学校|加油站|养殖场|加工厂|中心|工厂|砖厂|厂|店|经营户|农场|工程队|联合会|协会|商会|学会|研究会|促进会|' +
  '基金会|企业|支行|分行|经销部|销售部|批发部|营业部|工作室|事务所|俱乐部|研究院|KTV|会所|浴室|茶楼|影院|影城|粮库|车队|煤矿'
/** Letters of the words that follow a name in its sentence (未, 涉嫌, 销售): a name does not go on over them. */
const OF_THE_SENTENCE = '未在的违涉销售经对从向因和与及等产使发布存放擅自被将把为是无超'
const BRANCH =
  '(?:[\\u3400-\\u9fff]{2,12}?(?:分公司|支公司|中心支公司|营业部|支行|分行|分店|分厂)|' +
  `(?<=公司)[^\\P{Script=Han}${OF_THE_SENTENCE}营生有用]{2,10}(?:店|超市|药房|厂))?`
/** 酒店 in 酒店管理有限公司 is not where the name ends. */
const GOES_ON = `(?![^\\P{Script=Han}${OF_THE_SENTENCE}]{0,10}(?:公司|合作社))`
/** 甲公司等12家企业 */
const AND_OTHERS = '(?:等\\d{1,5}[家户名](?:[\\u3400-\\u9fff]{0,6}?(?:企业|单位|公司|机构|商户|组织))?)?'
export const ENTITY = `[\\u3400-\\u9fff()*·A-Za-z]{2,40}?(?:${BODY})${BRANCH}${GOES_ON}${AND_OTHERS}`

const CASE_NUMBER = '(?:[一二三四五六七八九十\\d]{1,2}[、.]|案例[一二三四五六七八九十\\d]{1,2}:?\\n?)?'
const MASKED_PERSON =
  '[\\u3400-\\u9fff]某[^\\P{Script=Han}于在未某违擅的驾因]\\d?(?=于|在|未|驾驶|违|擅|的|因)|[\\u3400-\\u9fff][某*]{1,2}'

/** How a text without form names the party that it is about, the surest first. */
export const IN_WORDS: readonly RegExp[] = [
  new RegExp(`(?:案件名称|案名|案由)[:\\t\\n]*(?:关于)?(${ENTITY})(?=[^\\n]{2,60}案)`, 'gu'),
  new RegExp(
    `(?:^|\\n)${CASE_NUMBER}(?:关于)?(${ENTITY})` +
      '(?=[^\\n。,;]{2,60}\\n?[^\\n。,;]{0,30}案(?:\\n|[。:]|$))',
    'gu',
  ),
  new RegExp(`当事人:?(${ENTITY}|${MASKED_PERSON}|[\\u3400-\\u9fff]{2,3}(?=驾驶|未|于|在))`, 'gu'),
  new RegExp(
    `(?:对|给予|向|在|到)(?:位于[^,。\\n]{2,60}?的)?(${ENTITY})(?=` +
      '[^,。\\n]{0,12}进行(?:了)?[^,。\\n]{0,8}(?:检查|调查|稽查|核查|抽查|抽检)|开展[^,。]{0,12}检查|购买|' +
      '作出|合并|处以?罚?|罚款|警告|的行政处罚|予以|依法)',
    'gu',
  ),
  new RegExp(
    `(?:^|\\n|[一二三四五六七八九十]、|对|关于|发现|:|,|。)(${ENTITY})(?=` +
      '销售|生产|涉嫌|发布|设置|未|擅自|违|因|的|在|经营|一案|重复|超|无证|存在|使用|允许|接纳)',
    'gu',
  ),
  // 甲集团发布公告称,收到…《行政处罚决定书》: a company tells of its own penalty.
  /(?:^|[\n。])([\u3400-\u9fff]{2,20}(?:集团|公司|股份))(?=(?:发布)?公告(?:称|,))/gu,
  // 甲公司全资子公司乙公司于某日收到《行政处罚决定书》
  new RegExp(
    `(?:子公司|孙公司|下属公司)(${ENTITY})(?:\\([^()]{0,40}简称[^()]{0,30}\\))?(?=[^。\\n]{0,16}收到[^。\\n]{0,40}处罚决定书)`,
    'gu',
  ),
  // 1 甲银行 乙银罚决字[2024]15号: the row of a table whose cells only gaps part.
  new RegExp(
    `(?:^|\\n)[|\\t]?\\d{0,3}[|\\t]?(${ENTITY}|[\\u3400-\\u9fff某*]{2,4}(?=[|\\t]))` +
      '(?=[|\\t]?[\\u3400-\\u9fff()]{2,16}[罚处][\\u3400-\\u9fff]{0,4}[[(]20\\d\\d[\\])])',
    'gu',
  ),
  /(?:对|给予|向)([\u3400-\u9fff]某{1,2}\d?)(?=作出|合并|处|罚款|警告|的行政处罚|予以)/gu,
  /(?:^|[\n\t。,])([\u3400-\u9fff]某{1,2})(?=于\d{4}年|在?未经|在?未取得|擅自|驾驶|涉嫌|无证)/gu,
  /(?:向|对|给予)([\u3400-\u9fff]{2,20}?)(?=作出了?《?行政处罚|合并[^。]{0,20}的行政处罚)/gu,
]
/** How many of the ways look at the name of the case alone. */
export const CASE_NAMES = 2

/**
 * A bulletin of several cases begins each with its number and its party: 一、甲医院…, 二、乙医院…; 1、甲医院存在…. Figures
 * number the evidence too, so behind them the party must do something.
 */
export const NUMBERED_CASE = new RegExp(
  `(?:^|\\n)(?:[一二三四五六七八九十]{1,2}、(${ENTITY})(?=[\\u3400-\\u9fff])|` +
    `\\d{1,2}[、.](${ENTITY})(?=存在|因|未|擅自|违|涉嫌|在|于|销售|生产|使用|超|伪造))`,
  'gu',
)

const LEADING_CLAUSE = new RegExp(
  '^.*(?:[局会队](?:依法)?(?:查处|查获|处罚|通报)了?|执法人员|依法对|位于.{2,40}的|我局对|本机关对|委托|举报|投诉|' +
    '反映|联合对)(?=.{4,})',
  'u',
)
const LEADING_WORDS =
  /^(?:经查|查明|检查[时中]?|巡查[时中]?|调查|发现|当事人|对|向|在|由|给予|近期|近日|反映|称|包括|其中|以及|查获|查处|到|位于|依法)+/u

/** Without the beginning of the sentence that runs into a name. */
export function withoutLeadingWords(name: string): string {
  const rest = name.replace(LEADING_CLAUSE, '')
  return rest === name ? name.replace(LEADING_WORDS, '') : rest
}

const NO_NAME = new RegExp(
  '^(?:辖区|辖内|属地|该|本|这|那|你|我|其|上述|涉案|有关|相关|未|擅自|不|涉嫌|通过|另|某些|多家|两家|部分|全部|任何|生产|销售|使用|' +
    '存在|违法)|该|技术人员|仓库中|^(?:天猫|淘宝|京东|拼多多|抖音|微信|美团|网络?)(?:网?店|店铺|商城|小店)|^在对|检查时|时发现|擅自|涉嫌|当事人|其经营|被投诉|(?<!第)一(?:超市|便利店|药店|餐厅|饭店|诊所|小店|商店|门店)$|' +
    '(?<!第)[一二两三四五六七八九十多某各][家个](?:超市|便利店|药店|餐厅|饭店|诊所|小店|商店|门店|公司|企业|酒店|医院|店|厂)$',
  'u',
)

/** 一超市, 该公司, 未经批准擅自经营的网店: words of a sentence, no name. */
export function isPartyName(name: string): boolean {
  return name.length >= 2 && !NO_NAME.test(name)
}
