/** What a file's name tells (文件名), without what changes from case to case: numbers, dates, people, parties, 扫描件. */
import { titleWords } from './title-text.ts'

export type FileMedia = 'image' | 'recording' | 'paper'

const IMAGE = /\.(?:jpe?g|png|bmp|gif|tiff?|webp|heic)$/iu
const RECORDING = /\.(?:mp4|avi|mov|mkv|wmv|flv|3gp|mp3|wav|m4a|aac|amr|wma)$/iu

export function mediaOfName(name: string): FileMedia {
  if (IMAGE.test(name)) return 'image'
  return RECORDING.test(name) ? 'recording' : 'paper'
}

/** Without folders and without the ending, in one width. */
function bareName(name: string): string {
  const file = name.split(/[\\/]/u).at(-1) ?? name
  return file
    .normalize('NFKC')
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .trim()
}

/** How cameras, telephones, scanners and messengers name what they make: it tells nothing of the content. */
const DEVICE =
  /^(?:IMG|DSCN?|DSCF|PXL|MVIMG|VID|MOV|WIN|Screenshot|mmexport|WechatIMG|wx_camera|photo|image|picture|scan|doc|CamScanner|微信图片|微信截图|QQ图片|QQ截图|屏幕截图|图片|相片|新建|扫描)[\s_\-()]*[\d_\-\s().]*$/iu

export function isDeviceName(name: string): boolean {
  return DEVICE.test(bareName(name))
}

/** Words about the copy, not about the document. */
const OF_THE_COPY =
  /扫描件?|复印件?|影印件|原件|副本|正本|电子版|打印版|盖章版?|签字版?|签章版?|已盖章|已签字|定稿|终稿|最终版?|修改稿?|修订版?|拟稿|代拟稿|草稿|送审稿|[vV]\d+(?:\.\d+)*|版本\d*|第?\d+[版稿次份页]|final|copy|scan/gu
const DATE =
  /(?:19|20)\d{2}\s*[年.\-_/]?\s*\d{1,2}\s*[月.\-_/]?\s*\d{1,2}\s*日?|\d{1,2}月\d{1,2}日|(?:19|20)\d{2}年?(?:\d{1,2}月)?/gu
const PARTS = /[-_—–·\s()[\]【】《》〔〕,，.。、;；:：]+/u

/** Names of places where people and firms act; what ends so is a party. */
const PARTY =
  /(?:公司|集团|工厂|厂|商店|店|超市|商行|经营部|销售部|服务部|门市部?|合作社|酒店|饭店|餐厅|餐馆|药房|药店|诊所|医院|学校|幼儿园|网吧|个体户|加油站|农场|养殖场|工作室|俱乐部|事务所)$/u

/** The commonest family names (百家姓), compound ones first. */
const FAMILY_NAMES =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 令狐 鲜于 慕容 司徒 夏侯 端木 ' +
  [
    ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔赖文樊兰殷施洪翟安倪季严牛温芦章鲁葛俞毕聂丛焦柳邢路岳齐梅辛管祝左涂谷祁舒耿卜纪欧甘裴柴景宁蒲苟雍卿',
  ].join(' ')
const FAMILY = new Set(FAMILY_NAMES.split(' '))
/** Characters that given names rarely have and names of papers do. */
const OF_PAPERS = /[书表录单函告证照图案笔件料据簿册账票信章报]/u

export function isPersonName(word: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(word) || OF_PAPERS.test(word)) return false
  return (FAMILY.has(word.slice(0, 1)) && word.length <= 3) || FAMILY.has(word.slice(0, 2))
}

/**
 * The words of a name that tell the document: 6询问笔录-邹大勇-20260123（扫描）.docx gives 询问笔录. Conjunctions stay, so that
 * several documents in one name can be told apart.
 */
export function tellingName(name: string): string {
  const bare = bareName(name)
    .replace(DATE, ' ')
    .replace(
      /^[(（]?\s*(?:[A-Za-z]?\d+|[一二三四五六七八九十]+)\s*(?:[-–—.]\s*\d+)*\s*[)）.、_\-—\s]*(?=\p{Script=Han}|[《(（])/u,
      '',
    )
    .replace(OF_THE_COPY, ' ')
  // 送达回证（处罚决定书）: what stands in brackets says of what, or of whom
  const outside = bare.replace(/[(（【[《][^()（）【】[\]《》]*[)）】\]》]/gu, '')
  const kept: string[] = []
  for (const piece of (titleWords(outside).length >= 3 ? outside : bare).split(
    /([、,，+]|[-_—–·\s()[\]【】《》〔〕.。;；:：]+)/u,
  )) {
    if (/^[、,，+]$/u.test(piece)) kept.push('、')
    else if (
      titleWords(piece) === '' ||
      /^[\dA-Za-z]+$/u.test(piece) ||
      isPersonName(piece) ||
      (PARTY.test(piece) && piece.length > 3)
    )
      kept.push(' ')
    else kept.push(piece.replace(/\d+$/u, ''))
  }
  return kept
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s、]+|[\s、]+$/gu, '')
}

/** Names that say nothing of the document and so teach nothing. */
const GENERIC = new Set([
  '材料',
  '文件',
  '文档',
  '附件',
  '资料',
  '新建文档',
  '新建文件',
  '其他',
  '证据',
  '案卷',
  '卷宗',
  '文书',
  '图',
  '表',
  '书',
  '资料袋',
  '未命名',
  '无标题',
])

/**
 * What names of the same make have in common: the pattern that a station's correction is learned for. Null where nothing
 * is left to learn by (numbers, dates, names of cameras and people).
 */
export function namePattern(name: string): string | null {
  if (isDeviceName(name)) return null
  const words = bareName(name)
    .replace(DATE, ' ')
    .replace(OF_THE_COPY, ' ')
    .split(PARTS)
    .map((word) => titleWords(word).replace(/\d+/gu, ''))
    .filter((word) => word !== '' && !isPersonName(word) && !(PARTY.test(word) && word.length > 3))
    .map((word) => word.toLowerCase())
  if (words.every((word) => GENERIC.has(word))) return null
  return words.join('-')
}
