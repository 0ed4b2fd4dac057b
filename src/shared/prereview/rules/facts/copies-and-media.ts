/** 4.3, 4.5, 4.6, 4.7: copies, prints, photographs, electronic data and what devices recorded. */
import type { CaseDocument } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { affirmed, fileSays, findingPapers, WHOLE_FILE } from './case-sections.ts'

const HEAD = 200
const CHECKED = /核对|核实|校对|与?原件|原本|一致|相符|无异|无误|属实|确认/u
const SIGNED = /签名|签字|盖章|印章|捺印|签章|核对人|提供人|提供单位/u

function headSays(document: CaseDocument, pattern: RegExp): boolean {
  return pattern.test(document.file.name) || pattern.test(denseText(document).slice(0, HEAD))
}

/** A scan read less surely than this may have lost the very words that are looked for. */
const READ_WHOLE = 0.84
/** A page beside surer ones may be read somewhat less surely. */
const READ_PAGE = 0.7

/** A sheet of captions has few words; a scan with as few was hardly read. */
const SHORTEST = 12
const SHORTEST_SCAN = 40

/** Only what was read whole can lack words. */
function wholeText(document: CaseDocument): boolean {
  const pages = document.file.text.pages.filter(({ number }) => document.spans.some(({ page }) => page === number))
  return (
    document.sure &&
    denseText(document).length >= (pages.every(({ source }) => source !== 'ocr') ? SHORTEST : SHORTEST_SCAN) &&
    pages.every(({ source, confidence }) => source !== 'none' && (confidence ?? 1) >= READ_PAGE) &&
    pages.reduce((sum, { confidence }) => sum + (confidence ?? 1), 0) >= READ_WHOLE * pages.length
  )
}

/** A licence or a card in the file can only be a copy; what was printed from a register is none. */
const isCardCopied = (document: CaseDocument): boolean =>
  document.kind === 'identity-papers' &&
  /营业执照|许可证|身份证|资格证|备案凭证|行驶证|驾驶证/u.test(denseText(document).slice(0, 40)) &&
  !headSays(document, /查询|登记信息|公示|打印|截图|下载|电子|系统/u)

const copies = (document: CaseDocument): boolean =>
  wholeText(document) &&
  (headSays(document, /复印件|复制件|影印件|抄录件/u) || isCardCopied(document)) &&
  ['identity-papers', 'other', 'earlier-penalty'].includes(document.kind)

export const COPY_UNCHECKED: PrereviewRule = {
  id: '4.5-copy-unchecked',
  questionId: '4.5',
  name: said('复制件未注明核对', 'Copy not checked against the original'),
  basis: [
    { law: '行政处罚法', article: 46, paragraph: 2 },
    { law: '最高人民法院关于行政诉讼证据若干问题的规定', article: 10 },
  ],
  severity: 'C',
  check: (file) =>
    file.documents
      .filter((document) => copies(document) && !file.documents.some((part) => part.file === document.file && says(part, CHECKED)))
      .map((document) => ({
        message: said(
          `“${document.file.name}”是复印件，没有注明与原件核对无误。`,
          `“${document.file.name}” is a copy without a note that it agrees with the original.`,
        ),
        suggestion: said(
          '由提供人注明“与原件核对无异”、出处和日期并签名或者盖章，执法人员核对后签名。',
          'Have the holder note agreement with the original, source and date, and sign; the officers sign too.',
        ),
        places: [titlePlace(document)],
      })),
}

export const COPY_UNSIGNED: PrereviewRule = {
  id: '4.5-copy-unsigned',
  questionId: '4.5',
  name: said('复制件无提供人签名', 'Copy not signed by its holder'),
  basis: [{ law: '最高人民法院关于行政诉讼证据若干问题的规定', article: 10 }],
  severity: 'C',
  check: (file) =>
    file.documents
      .filter(
        (document) =>
          copies(document) &&
          says(document, /核对|原件/u) &&
          !says(document, SIGNED) &&
          !says(document, /[\p{Script=Han}]{2,4}(?:[12][0-9]{3})年[0-9]{1,2}月[0-9]{1,2}日/u),
      )
      .map((document) => ({
        message: said(
          `“${document.file.name}”注明已核对，但没有提供人的签名或者盖章。`,
          `“${document.file.name}” is noted as checked, but nobody signed for it.`,
        ),
        suggestion: said('补充提供人的签名或者盖章和日期。', 'Add the holder’s signature or seal and the date.'),
        places: [titlePlace(document)],
      })),
}

const DIGITAL = /照片|录像|录音|视频|电子数据|截图|截屏|聊天记录|音像/u
const MAKER =
  /拍摄人|拍照人|制作人|录制人|提取人|记录人|摄影人|摄像人|取证人|采集人|固定人|拍摄者|由[^，。]{2,4}拍摄|执法人员|制作说明|查询人|存证/u

const digital = (document: CaseDocument): boolean =>
  wholeText(document) &&
  (document.kind === 'photo-evidence' ||
    document.kind === 'recordings-index' ||
    (document.kind === 'other' && /照片|视频|录像|录音|电子数据|截图/u.test(denseText(document).slice(0, 30))))

export const DIGITAL_WITHOUT_MAKER: PrereviewRule = {
  id: '4.6-digital-without-maker',
  questionId: '4.6',
  name: said('视听资料、电子数据无制作人', 'Electronic evidence without a maker'),
  basis: [
    { law: '行政处罚法', article: 46, paragraph: 2 },
    { law: '最高人民法院关于行政诉讼证据若干问题的规定', article: 12 },
  ],
  severity: 'C',
  check: (file) =>
    file.documents
      .filter((document) => digital(document) && says(document, DIGITAL) && !says(document, MAKER))
      .map((document) => ({
        message: said(
          `“${document.file.name}”没有注明制作人（拍摄人、提取人）。`,
          `“${document.file.name}” does not say who made (took, extracted) it.`,
        ),
        suggestion: said(
          '注明制作方法、制作时间、制作人和证明对象，说明原始载体存放何处。',
          'State method, time, maker and what it proves, and where the original is kept.',
        ),
        places: [titlePlace(document)],
      })),
}

/** A photograph that a record mentions in a line of its own: 照片：IMG_1.jpg，后仓. */
const CAPTION = /(?:照片|视频|录像|截图)(?:[0-9一二三四五六七八九十]+)?：[^。]{6,140}/u

export const CAPTION_WITHOUT_MAKER: PrereviewRule = {
  id: '4.6-photograph-without-maker',
  questionId: '4.6',
  name: said('笔录所附照片、录像未注明拍摄人', 'Photograph of a record without its maker'),
  basis: [{ law: '最高人民法院关于行政诉讼证据若干问题的规定', article: 12 }],
  severity: 'C',
  check(file) {
    // A paper of its own, or an index, may name the maker for all of them.
    if (file.of('photo-evidence', 'recordings-index').some((document) => says(document, MAKER))) return []
    return file
      .of('inspection-record', 'measure-record')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, CAPTION)
          .filter(
            ({ match }) =>
              /\.(?:jpg|jpeg|png|mp4|avi|mov)|IMG|VID|[0-9]{6,}/iu.test(match[0]) &&
              !/拍摄人|录制人|制作人|拍照人|由[^，。]{2,4}拍摄|记录仪/u.test(denseText(document).slice(match.index, match.index + 240)),
          )
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `“${document.file.name}”所附照片（录像）没有注明拍摄人、拍摄设备。`,
              `The photograph in “${document.file.name}” does not name who took it and with what.`,
            ),
            suggestion: said(
              '注明拍摄人、拍摄时间、地点和原始载体存放处，由当事人确认。',
              'Name maker, time, place and where the original is kept, with the party’s confirmation.',
            ),
            places: [place],
          })),
      )
  },
}

const COPIED =
  /(?:电脑|计算机|手机|服务器|后台|系统|收银机|U盘|硬盘|监控)[^。；]{0,40}(?:拷贝|导出|复制|下载|翻拍|提取|调取)[^。；]{0,30}|(?:拷贝|导出|下载|翻拍|复制)(?:了)?[^。；]{0,24}(?:记录|数据|文件|表格|视频|监控|账册|台账|聊天)[^。；]{0,20}/u
const HOW =
  /校验|哈希|MD5|SHA|完整性|封存|提取人|制作人|提取方法|制作方法|原始(?:载体|存储|介质)|存储介质|光盘|刻录|存证|公证|提取(?:固定)?(?:笔录|清单|记录)|见证人/iu

/** Data taken off a machine, and nobody notes by whom, how, and that it is what stood there. */
export const DATA_COPIED_UNDOCUMENTED: PrereviewRule = {
  id: '4.6-data-copied-undocumented',
  questionId: '4.6',
  name: said('电子数据提取没有记载方法、制作人', 'Data copied without saying how and by whom'),
  basis: [
    { law: '行政处罚法', article: 46, paragraph: 2 },
    { law: '最高人民法院关于行政诉讼证据若干问题的规定', article: 12 },
  ],
  severity: 'C',
  check(file) {
    if (file.of('photo-evidence', 'recordings-index').some((document) => says(document, HOW))) return []
    return file
      .of('inspection-record', 'measure-record')
      .filter((document) => document.sure && !says(document, HOW))
      .flatMap((document) =>
        affirmed(document, COPIED)
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `“${place.match[0]}”：没有记载提取的方法、制作人、校验和原始载体。`,
              `“${place.match[0]}”: neither method nor maker, check value or original is noted.`,
            ),
            suggestion: said(
              '补充电子数据提取说明，载明提取人、时间、方法、原始载体和完整性校验值，由当事人确认。',
              'Add how, when and by whom it was taken, the original and its check value, confirmed by the party.',
            ),
            places: [place],
          })),
      )
      .slice(0, 1)
  },
}

export const DIGITAL_WITHOUT_TIME: PrereviewRule = {
  id: '4.6-digital-without-time',
  questionId: '4.6',
  name: said('视听资料、电子数据无制作时间', 'Electronic evidence without a time'),
  basis: [{ law: '最高人民法院关于行政诉讼证据若干问题的规定', article: 12 }],
  severity: 'C',
  check: (file) =>
    file.documents
      .filter((document) => digital(document) && says(document, DIGITAL) && !says(document, /[0-9]{1,2}[月:：时.-][0-9]{1,2}|二〇/u))
      .map((document) => ({
        message: said(`“${document.file.name}”没有注明制作（拍摄、提取）时间。`, `“${document.file.name}” does not say when it was made.`),
        suggestion: said('补充制作时间，并与现场笔录核对。', 'Add the time and check it against the on-site record.'),
        places: [titlePlace(document)],
      })),
}

/** The paper is a print, not a disc or a list that also has one. */
const printed = (document: CaseDocument): boolean =>
  headSays(document, /截图|截屏|网页打印|打印件|聊天记录|交易记录/u) && !/视听资料|电子数据|光盘/u.test(denseText(document).slice(0, 24))

export const PRINT_UNVERIFIED: PrereviewRule = {
  id: '4.3-print-unverified',
  questionId: '4.3',
  name: said('网页、截图打印件未经查证', 'Unverified print of a page or screen'),
  basis: [{ law: '行政处罚法', article: 46, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file.documents
      .filter(
        (document) =>
          wholeText(document) &&
          ['other', 'photo-evidence'].includes(document.kind) &&
          printed(document) &&
          !says(document, /核对|核实|查询人|提取人|制作人|打印人|记录人|拍摄人|公证|存证|执法人员|签名|签字|盖章/u),
      )
      .map((document) => ({
        message: said(
          `“${document.file.name}”是打印件、截图，没有提取人、核对人，未经查证。`,
          `“${document.file.name}” is a print or screenshot that nobody extracted or verified by name.`,
        ),
        suggestion: said(
          '由两名执法人员提取固定并签名，注明来源和时间，交当事人核对。',
          'Have two officers fix and sign it with source and time, and let the party check it.',
        ),
        places: [titlePlace(document)],
      })),
}

/** Evidence taken by a device that stands by itself (电子技术监控设备), as the agency relies on it. */
const DEVICE =
  /电子技术监控|电子监控(?:设备|记录|系统)|电子警察|监控抓拍|抓拍(?:设备|系统|照片|记录)|不停车(?:称重|超限)?检测|动态(?:称重|检测)(?:系统|设备|数据)|非现场执法|(?:自动|在线)监(?:测|控)(?:数据|设备|设施)?(?:显示|证明|表明|记录)|(?:自动|在线)监(?:测|控)(?:数据|记录)(?=[、，,）)]|等证据|作为)/u

const devicePlaces = (file: Parameters<PrereviewRule['check']>[0]): ReturnType<typeof affirmed> =>
  file.documents.length < WHOLE_FILE
    ? []
    : [...findingPapers(file), ...file.of('filing-form', 'clue-form').filter(({ sure }) => sure)].flatMap((document) =>
        affirmed(document, DEVICE).slice(0, 1),
      )

export const DEVICE_NOT_REVIEWED: PrereviewRule = {
  id: '4.7-device-not-reviewed',
  questionId: '4.7',
  name: said('监控设备未经法制和技术审核', 'Monitoring device not reviewed'),
  basis: [{ law: '行政处罚法', article: 41, paragraph: 1 }],
  severity: 'F',
  check(file) {
    const places = devicePlaces(file)
    if (
      places.length === 0 ||
      fileSays(
        file,
        /(?<![未没])(?:经|通过|完成|进行)(?:了)?[^。]{0,20}(?:法制(?:和|、|与))?技术(?:(?:和|、|与)法制)?审核|设备[^。]{0,20}(?:法制|技术)审核(?:意见|合格|通过|报告)|(?:技术审核|比对监测|有效性(?:审核|判定)|检定(?:证书|合格)|联网验收|自主验收)/u,
      )
    )
      return []
    return [
      {
        message: said(
          '以监控设备的记录认定事实，卷内没有设备经法制审核和技术审核的材料。',
          'Facts rest on a monitoring device; nothing in the file shows its legal and technical review.',
        ),
        suggestion: said(
          '补充设备法制审核、技术审核及检定材料；未经审核的，记录不得作为证据。',
          'Add the reviews and calibration; without them the recording is no evidence.',
        ),
        places: places.slice(0, 2),
      },
    ]
  },
}

export const DEVICE_SITE_UNPUBLISHED: PrereviewRule = {
  id: '4.7-site-not-published',
  questionId: '4.7',
  name: said('监控设备设置地点未公布', 'Monitoring site not published'),
  basis: [{ law: '行政处罚法', article: 41, paragraph: 1 }],
  severity: 'F',
  check(file) {
    const places = devicePlaces(file).filter(({ match }) => !/^(?:自动|在线)/u.test(match[0]))
    const told = fileSays(file, /(?:设置地点|点位|位置|设备)[^。]{0,30}(?<![未没有尚])(?:向社会)?(?<!未|未向社会)(?:公布|公告|公示)/u)
    const denied = file.documents.flatMap((document) =>
      findAll(document, /(?:设置地点|点位|位置)[^。]{0,16}(?:未|没有|尚未)[^。]{0,6}(?:公布|公告|公示|公开)/u),
    )
    if (denied.length === 0 && (places.length === 0 || told)) return []
    return [
      {
        message: said('卷内没有监控设备设置地点向社会公布的材料。', 'Nothing shows that the site of the monitoring device was published.'),
        suggestion: said(
          '补充设置地点公布的公告和日期（应当早于违法行为发生之日）。',
          'Add the publication and its date, which must lie before the act.',
        ),
        places: [...denied, ...places].slice(0, 2),
      },
    ]
  },
}

export const RECORDING_NOT_REVIEWED: PrereviewRule = {
  id: '4.7-recording-not-reviewed',
  questionId: '4.7',
  name: said('监控记录内容未经审核', 'Recording not reviewed'),
  basis: [{ law: '行政处罚法', article: 41, paragraph: 2 }],
  severity: 'F',
  check: (file) =>
    file.documents.flatMap((document) =>
      findAll(
        document,
        /(?:监控|抓拍|监测|检测)[^。]{0,12}(?:记录|数据|照片)[^。]{0,10}(?:未经|没有|未|尚未)(?:经过?)?(?:人工)?(?:审核|复核)/u,
      )
        .slice(0, 1)
        .map((place) => ({
          message: said('监控设备记录的内容未经审核即作为证据。', 'What the device recorded was used without being reviewed.'),
          suggestion: said(
            '由行政机关审核记录内容是否真实、清晰、完整、准确，并留存审核记录。',
            'Review whether the recording is true, clear, complete and accurate, and keep the review.',
          ),
          places: [place],
        })),
    ),
}

export const MEDIA_RULES: readonly PrereviewRule[] = [
  PRINT_UNVERIFIED,
  COPY_UNCHECKED,
  COPY_UNSIGNED,
  DIGITAL_WITHOUT_MAKER,
  CAPTION_WITHOUT_MAKER,
  DIGITAL_WITHOUT_TIME,
  DATA_COPIED_UNDOCUMENTED,
  DEVICE_NOT_REVIEWED,
  DEVICE_SITE_UNPUBLISHED,
  RECORDING_NOT_REVIEWED,
]
