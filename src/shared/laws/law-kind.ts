/** What kind of law (效力位阶) a text is: from what its head says, then from the folder it lay in, then from its title. */
import type { LawKind } from './law-lookup.ts'

/** The place that a local law is named after. */
export const PLACE = /^(?:中共)?[一-鿿]{2,12}?(?:省|市(?![场政容民])|自治区|自治州|自治县|经济特区|县(?!级)|新区)/u
const DOCUMENT =
  /(?:通知|意见|纲要|规划|决议|通告|公告|复函|方案|导则|标准|指引|指南|清单|纪要|细目|报告|讲话|答复|函)(?:（[^）]*）)?$/u
const COURT = /最高人民(?:法院|检察院)/u

interface Evidence {
  readonly title: string
  /** The lines between title and body, joined. */
  readonly head: string
  /** Folders above the file, joined with `/`. */
  readonly folders: string
}

function byPlace(head: string, folders: string): LawKind {
  // last of all, because the head of a government rule may name the congress that a law came from
  if (
    /政府(?:令|第\d+次|常务)|人民政府/u.test(head) &&
    !/人民代表大会(?:常务委员会)?[^，。]{0,20}(?:通过|批准|公布|修[正订改])/u.test(head)
  )
    return 'localRule'
  if (/政府规章/u.test(folders)) return 'localRule'
  return 'localRegulation'
}

function byFolders(folders: string): LawKind | null {
  if (/司法解释/u.test(folders)) return 'interpretation'
  if (/地方政府规章/u.test(folders)) return 'localRule'
  if (/地方性?法规/u.test(folders)) return 'localRegulation'
  if (/规范性文件|相关文件|中央文件/u.test(folders)) return 'document'
  if (/行政法规/u.test(folders)) return 'regulation'
  if (/部门规章|[部署局委]规章/u.test(folders)) return 'rule'
  if (
    /(?:^|\/)(?:\d*\.?法律|宪法|宪法相关法|民法典|刑法|行政法|经济法|社会法|诉讼与非诉讼程序法)(?:\/|$)/u.test(folders)
  )
    return 'law'
  return null
}

export function kindOf({ title: whole, head, folders }: Evidence): LawKind {
  const title = whole.replace(/^中华人民共和国/u, '')
  if (COURT.test(title) || (/^人民(?:法院|检察院)/u.test(title) && !title.endsWith('法'))) return 'interpretation'
  if (/^[[(（]?(?:GB|HJ|AQ|DB|GA|NY|JT)[\s/T]*\d/u.test(title)) return 'standard'
  const local =
    PLACE.test(title) &&
    !/^(?:经济特区|自治|城市|城镇|市|县|全国|省)|^(?:关于|国家|建设|房屋|住宅|农村|人民|文化|网络|证券|期货|集贸)/u.test(
      title,
    )
  if (local && !/国务院/u.test(title))
    return DOCUMENT.test(title) && !/法规/u.test(folders) ? 'document' : byPlace(head, folders)
  if (/(?:法|法典|宪法)(?:（试行）)?$/u.test(title) && !/[办方]法(?:（试行）)?$/u.test(title)) return 'law'
  if (/^(?:刑法修正案|全国人民代表大会|全国人大)/u.test(title)) return 'law'
  const byFolder = byFolders(folders)
  if (byFolder === 'interpretation' && COURT.test(head + title)) return 'interpretation'
  if (DOCUMENT.test(title)) return byFolder === 'regulation' || byFolder === 'interpretation' ? byFolder : 'document'
  const byHead = kindByHead(head)
  return (
    byHead ??
    byFolder ??
    (/条例(?:（[^）]*）)?$/u.test(title)
      ? 'regulation'
      : /(?:办法|规定|规则|细则|程序|规程)(?:（[^）]*）)?$/u.test(title)
        ? 'rule'
        : 'document')
  )
}

/** Who made it: the first who adopted or promulgated it; what amended it later is of the same rank or higher. */
function kindByHead(head: string): LawKind | null {
  const found =
    /国务院(?:令|第\d+次|发布|公布|批准|、[^，。；]{2,16}令)|(?:全国)?人民代表大会(?:常务委员会)?第|(?:部|总局|署|局|委员会|银行)(?:、[^，。]{1,20}(?:部|总局|署|局|委员会))?令|人民政府令|最高人民法院审判委员会|最高人民检察院检察委员会/u.exec(
      head,
    )
  const words = found?.[0] ?? ''
  if (words === '') return null
  if (words.startsWith('国务院批准')) return null
  if (words.startsWith('国务院')) return 'regulation'
  if (words.includes('代表大会')) return 'law'
  if (words.includes('政府')) return 'localRule'
  return words.includes('最高人民') ? 'interpretation' : 'rule'
}
