/**
 * The words by which measures are told (处罚用语): their kinds, what shows that a document decides here, and what
 * shows that it only tells of a statute, a threat or the past.
 */
import type { MeasureKind } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'

export const WORDS: readonly (readonly [MeasureKind, RegExp])[] = [
  [
    'suspendBusiness',
    /责令(?:其|你(?:单位|公司|店|厂)?|当事人)?(?:立即)?(?:停产停业|停业整顿|停产整治|停产整顿|停业|停产|关闭)/gu,
  ],
  [
    'orderCorrection',
    new RegExp(
      String.raw`责令[^。;\n“”]{0,36}?(?:改正|停止|退还|恢复|拆除|整改|补办|补种|清除|治理|消除|召回|报批|限期|转入|补足|补缴|采取|依法处理|退回(?:本|原)?矿区)|` +
        String.raw`责令[^。;\n“”]{0,10}:\n[■☑√✓][^。;\n]{0,24}(?:改正|停止|拆除)|限(?:期|于|你|` +
        String.raw`当事人)[^。;\n“”]{0,30}?(?:改正|拆除|恢复|整改|补种|退还|清除)`,
      'gu',
    ),
  ],
  ['warning', /警告(?=[,。;、\n\t)的并及]|处|$)/gu],
  ['criticism', /通报批评|(?:给予|予以)通报(?=[,。;、并])/gu],
  [
    'confiscateGain',
    /没收(?:其|你(?:单位|公司|店|厂)|当事人)?[^。;,\n]{0,12}?(?:违法|非法)(?:经营|销售)?(?:所得|收入)|没收[^。;,\n]{2,50}?(?:和|及|、)(?:违法|非法)(?:经营|销售)?(?:所得|收入)|没收[^。;,\n]{0,28}(?:所获|获取的?|取得的?)(?:收入|报酬)/gu,
  ],
  [
    'confiscateProperty',
    new RegExp(
      String.raw`没收(?!(?:其|当事人|你.{0,2})?(?:全部)?(?:的)?(?:违法|非法)(?:经营|销售)?(?:所得|收入)|款|金额)[^。;,\n]{2,40}|` +
        String.raw`(?:对|将)[^。;,\n]{2,40}?(?:进行|予以)没收(?=[。;,\n])`,
      'gu',
    ),
  ],
  ['suspendLicence', /暂扣[^。;,\n]{0,24}(?:证|执照|证件)/gu],
  ['downgrade', /降低资质等级/gu],
  ['revokeLicence', /吊销[^。;,\n]{0,30}(?:证|执照|许可|批准|资格|资质|科目)|撤销[^。;,\n]{0,50}(?:登记|许可|备案|批准)/gu],
  ['restrictActivity', /限制(?:开展)?(?:生产经营活动|生产|经营活动|申请)|(?:禁止|不得)(?:其|你(?:单位|公司))?参加政府采购/gu],
  [
    'banFromProfession',
    new RegExp(
      String.raw`(?:终身|[一二三四五六七八九十\d]{1,3}年(?:内|之内))(?:不得|禁止)(?:从事|担任|申请)|` +
        String.raw`(?:终身)?禁止(?:其|[\u3400-\u9fff]某{1,2})?(?:终身|[一二三四五六七八九十\d]{1,3}年)?(?:内)?从事` +
        String.raw`[^。;,\n]{2,20}(?:终身|[一二三四五六七八九十\d]{1,3}年)?|` +
        String.raw`取消[^。;,\n]{0,40}任职资格|限制从业|禁止从业|行业禁入|市场禁入|` +
        String.raw`停止(?:其)?执业(?:活动)?(?:[一二三四五六七八九十\d]{1,3}(?:个)?[月年])`,
      'gu',
    ),
  ],
  ['detention', /行政拘留/gu],
  ['noPenalty', /(?:不予|免予|免于)(?:行政)?处罚/gu],
  ['seizure', /(?:予以|决定|实施)[^。;\n]{0,24}(?:查封|扣押)|(?:查封|扣押)(?:期限|你(?:单位|公司|店)?的?)/gu],
]
export const FINE = /罚款|罚金(?!额)|处罚(?=(?:人民币)?[\d,.]{1,12}万?元)/gu
/** Refunds and payments ordered: 退回、支付、返还 with an amount. */
export const PAYMENT = /(?:退回|退还|返还|支付(?!范围|标准|比例|方式|系统|宝|政策|台账|记录|凭证|能力|义务|责任|条例)|补缴|追缴|追回|退赔|收回|补足|清退)[^。;\n]{0,40}?$/u

/** The document decides here. */
export const OPERATIVE = new RegExp(
  String.raw`决定|作出如下|如下(?:行政)?(?:处罚|处理)|处罚如下|处理如下|(?:现|兹|我局|本局|本机关|依法|特)?(?:责令|给予|予以|处以|并处|科处|` +
    String.raw`对[^。;]{1,40}处)|拟(?:作出|处|对|给予|决定|罚款)?|建议|处罚内容|处罚结果|处罚决定|单项处罚`,
  'u',
)
export const STATUTE = new RegExp(
  String.raw`^[^。;]{0,10}(?:应当(?:给予|处|对|由|责令)|可以(?:并)?(?:处|给予|对)|由[^。;]{2,30}(?:部门|机关|政府|` +
    String.raw`机构)(?:依法)?(?:责令|处|给予|没收|吊销|按照)|情节严重的|逾期不改正的|拒不改正的|构成犯罪|有下列)`,
  'u',
)
export const THREAT =
  /逾期|拒不|到期不|每日按|加处|如不|如拒|不履行|再次|将(?:依法|被|申请|按照|予以)|否则|情节严重的|的,(?:由|责令|处|并处|可以|没收|依照|吊销)/u
/** What was done or said before, by this agency or another. */
export const EARLIER = new RegExp(
  String.raw`曾(?:因|被|经)|此前|以前|上一年(?!度?年?(?:收入|营业|销售))|已于|已经|前次|原(?:行政)?处罚|该决定书|申请人|听证会上|请求|要求|希望|辩称|认为.{0,20}(?:过重|过高)|无行政处罚|` +
    String.raw`首次告知|第一次告知|供裁量参考|被处以|被处罚|受过|予以撤回|降了|` +
    String.raw`\d日,?[^。;]{0,30}(?:下达|送达|发出|作出)了?《[^》]*(?:指令书|通知书|责令[^》]*决定书)》`,
  'u',
)
export const TOLD =
  /告知(?:你|当事人|了|其)[^。;]{0,30}(?:拟|享有|将)|拟(?:作出)?(?:的)?(?:行政)?处罚(?:决定)?的?(?:事实|内容|理由|种类)|申请.{0,8}(?:听证|强制执行)/u
export const TOTAL_BEFORE = /(?:合计|共计|总计|合并|罚没款?(?:合计|共计|总额)|以上|上述)[^。;,\n]{0,16}$/u
/** 以上合并处罚:1.警告;2.罚款30500元;3.没收违法所得3260元: the whole list tells again what stands above, added up. */
export const MERGED_LIST =
  /(?:以上|上述|综上|(?<![\u3400-\u9fff])[两三四五六七八九]项)[^。;:\n]{0,12}(?:合并|合计|共计|总计)[^。;:\n]{0,16}:[^。]{4,400}|(?<=[。;\n])合并(?:执行|处罚)[^。;:\n]{0,6}:[^。]{4,400}/gu
export const RANGE_BEHIND = /^[^。;,\n]{0,12}(?:以上|以下|幅度)/u

/** Where a list of measures begins and how far it reaches. */
export const LIST_HEAD = new RegExp(
  String.raw`(?:如下|以下)(?:的)?(?:行政)?(?:处罚|处理|决定|处罚决定|处理决定|行政处罚决定|意见)?[^。;\n]{0,14}[:。]?\n?|` +
    String.raw`(?:拟作出的行政处罚|拟(?:作)?(?:出)?(?:行政)?(?:处罚|处理)?决定|处罚内容|处罚结果|处罚决定内容|行政处罚内容|决定(?:内容|事项)|处理决定|` +
    String.raw`处罚种类(?:和|及)(?:内容|方式|幅度)|处罚决定)(?:\t|:|\n)|` +
    String.raw`(?:决定|拟)(?:给予|予以|处以?|作出)?(?:当事人|你(?:单位|公司|厂|店)?|其)?(?=\n?(?:1(?:、|\.(?!\d))|①|\([1一]\)))|` +
    String.raw`决定(?:给予|予以|对)[^。;:,\n]{1,30}:(?=\n?(?:1(?:、|\.(?!\d))|\(?[一1]\)?(?:[、)]|\.(?!\d))|①))|(?:并|故|现|特|我局|本局|本机关|本关|我关)?决定[:]\n?`,
  'gu',
)
export const LIST_END = new RegExp(
  String.raw`(?:如不服|不服本|履行方式|缴纳方式|申请行政复议|申请复议|提起行政诉讼|(?:当事人|你(?:单位|公司|厂|店|户)?|被处罚(?:人|单位))(?:应当?|须|` +
    String.raw`必须)(?:自|在|于)|自(?:收到|接到|送达)|限于?(?:接到|收到)|收款银行|逾期(?![^,。;\n]{0,24}行为)|联系人|救济|(?:以上|上述)罚(?:没)?款|罚款(?:限|缴|自|` +
    String.raw`应)|请于|法定期限|告知如下|享有|你公司的权利|根据《中华人民共和国行政处罚法》第[四六][十三四五六]|要求听证|有权|未在)`,
  'u',
)
export const LONGEST_LIST = 1600

/** Words before 责令 that make it a report of something, not an order. */
export const NOT_OF_THE_AGENCY =
  /\d日[^前]{0,12}$|由|应当|可以|被|经|曾|未|后|下达|出具|制作|发出|送达|要求|《|\d、|证据|以上事实/u

/** Documents that propose and do not order. */
export const PROPOSING = new Set<DocumentKindId>(
  (
    'prior-notice investigation-report submission-form' +
    ' explanation discretion-sheet discussion-minutes' +
    ' review-opinion hearing-report recheck-opinion' +
    ' hearing-record filing-form materials-list' +
    ' transfer-check hearing-notice expert-opinion'
  ).split(' '),
)

/** Documents that tell of facts or of what others want: they order nothing. */
export const ORDERING_NOTHING = new Set<DocumentKindId>(
  (
    'clue-form inspection-record inquiry-record' +
    ' photo-evidence sampling-record test-report' +
    ' identity-papers power-of-attorney' +
    ' officer-certificates evidence-list service-receipt' +
    ' defence hearing-request recordings-index' +
    ' legal-basis-extract earlier-penalty materials-list' +
    ' licence-application payment-receipt goods-list' +
    ' enforcement-delegation correction-check'
  ).split(' '),
)
