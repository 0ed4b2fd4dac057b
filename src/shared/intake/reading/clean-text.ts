/** Cleaning text that was read: what is printed stays; what only a program or a font made is taken out. */

/**
 * Radicals (部首) that fonts in PDF files put in the place of the characters they look like (⻓ for 长). Kangxi radicals and
 * compatibility ideographs have normal forms in Unicode; these have none.
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺁': '厂', '⺌': '小', '⺎': '兀', '⺏': '尣', '⺐': '尢', '⺒': '巳', '⺓': '幺', '⺗': '心', '⺘': '扌', '⺟': '母', '⺠': '民', '⺡': '氵',
  '⺢': '水', '⺣': '灬', '⺥': '爫', '⺦': '丬', '⺨': '犭', '⺩': '王', '⺪': '疋', '⺫': '罒', '⺬': '示', '⺭': '礻', '⺮': '竹', '⺰': '纟',
  '⺳': '网', '⺶': '羊', '⺸': '羋', '⺻': '聿', '⺼': '月', '⺾': '艹', '⻀': '艹', '⻁': '虎', '⻂': '衤', '⻄': '西', '⻅': '见', '⻆': '角',
  '⻇': '角', '⻈': '讠', '⻉': '贝', '⻋': '车', '⻌': '辶', '⻍': '辶', '⻎': '辶', '⻏': '阝', '⻐': '钅', '⻑': '長', '⻒': '镸', '⻓': '长',
  '⻔': '门', '⻕': '阜', '⻖': '阝', '⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻟': '飠', '⻠': '饣',
  '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾', '⻫': '斉', '⻬': '齐', '⻭': '歯',
  '⻮': '齿', '⻯': '竜', '⻰': '龙', '⻱': '龜', '⻲': '亀', '⻳': '龟',
}

/** Check boxes and ticks of the symbol fonts (Wingdings, Wingdings 2), in the private area where PDF files leave them. */
export const SYMBOL_CHARACTERS: Readonly<Record<string, string>> = {
  '\uf0a8': '☐', '\uf06f': '☐', '\uf071': '☐', '\uf072': '☐', '\uf0a3': '☐', '\uf0fe': '☑', '\uf052': '☑', '\uf053': '☒', '\uf0fd': '☒',
  '\uf0fc': '√', '\uf050': '√', '\uf0fb': '×', '\uf04f': '×',
}
const SYMBOL = /[\uf04f-\uf0fe]/g

const LOOKALIKE = /[\u2e80-\u2fd5\uf900-\ufaff]/g
/** Joiners, marks of writing direction, soft hyphens: invisible, and in the way of every search. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
const CONTROL = /[\p{Cc}\p{Cs}]/gu

function asPrinted(character: string): string {
  const known = RADICALS[character]
  if (known !== undefined) return known
  const normal = character.normalize('NFKC')
  return normal.length === 1 ? normal : character
}

/**
 * Line ends are `\n`, spaces that do not break are spaces, control characters and invisible ones are gone, radicals are
 * the characters they stand for. Full-width characters stay as they are printed.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll(CONTROL, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replaceAll(LOOKALIKE, asPrinted)
    .replaceAll(SYMBOL, (character) => SYMBOL_CHARACTERS[character] ?? character)
}

/** Lines without spaces at their ends, at most one empty line in a row, none at the ends of the text. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/^[ \u3000]+(?=\S)|[ \t\u3000]+$/g, ''))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^\n+|\n+$/g, '')
}

const UNITS = '年月日时分秒元万亿号条款项个人天份页吨米升克千公户台辆件箱瓶岁倍名张次种份期层栋座间亩户批'

/**
 * Takes out the little space that typesetting leaves between Chinese characters and digits (2026 年 3 月): in a DOCX it
 * is not there. Only where the digits and their unit belong together; a space between a name and a number stays.
 */
export function closeUpNumbers(line: string): string {
  return line
    .replaceAll(new RegExp(String.raw`(?<=[\d％%]) (?=[${UNITS}])`, 'g'), '')
    .replaceAll(/(?<=[年月时第〔〕共计约为达]) (?=\d)|(?<=日) (?=\d{1,2} ?[时点:：])/g, '')
    .replaceAll(/(?<=\d) (?=[〕）])|(?<=[〔（]) (?=\d)/g, '')
}

const SINGLE = /^[\p{Script=Han}，。、；：？！（）《》〔〕“”]$/u

/**
 * Closes up words that were spread to fill a line or a cell (罗 海 峰, 住 所): three or more single characters in a row, or
 * two that are the whole cell.
 */
export function closeUpSpread(line: string): string {
  if (!line.includes(' ')) return line
  return line.split('\t').map(closeUpSpreadCell).join('\t')
}

function closeUpSpreadCell(cell: string): string {
  const tokens = cell.split(' ')
  const single = tokens.map((token) => SINGLE.test(token))
  const singles = single.filter(Boolean).length
  if (tokens.length === 2 && singles === 2) return tokens.join('')
  if (singles < 3) return cell
  // a whole line that was stretched: what is longer in it are numbers
  if (tokens.length >= 5 && singles >= tokens.length * 0.6) return tokens.join('')
  const inRun = single.map((_one, index) => [-2, -1, 0].some((from) => [0, 1, 2].every((step) => single[index + from + step] === true)))
  return tokens.reduce((closed, token, index) => closed + (index === 0 || (inRun[index] === true && inRun[index - 1] === true) ? '' : ' ') + token, '')
}

const OPENING = /(?:《?〈|[（(])(?=[^〈《（()）》〉]*[)）])/gu
const CLOSING = /(?<=（[^〈《（()）》〉]*)[)）]/gu
/** The year in a document's number: 〔2026〕3号. */
const YEAR_OF_NUMBER = /[[【〔(（「]((?:19|20)\d\d)[\]】〕)）」]+(?= ?第? ?\d+ ?-?\d* ?号)/gu
/** The second character of this term is a single stroke that gets lost, and leaves a gap. */
const CREDIT_CODE = /统\s?一?\s?社\s?会\s?信\s?用\s?代\s?码/gu
const BESIDE_HAN: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{Script=Han}\d）”]) ?[:∶] ?(?=[\p{Script=Han}]|$)/gu, '：'],
  [/(?<=\p{Script=Han}) ?; ?/gu, '；'],
  [/(?<=\p{Script=Han}) ?, ?(?=\p{Script=Han})/gu, '，'],
]

/** Puts right what recognition regularly makes of Chinese punctuation: 〈复印件) for （复印件）, a colon of half width. */
export function repairRecognised(line: string): string {
  const bracketed = line.replaceAll(YEAR_OF_NUMBER, '〔$1〕').replaceAll(CREDIT_CODE, '统一社会信用代码').replaceAll(OPENING, '（').replaceAll(CLOSING, '）')
  return BESIDE_HAN.reduce((text, [pattern, mark]) => text.replaceAll(pattern, mark), bracketed)
}

/** Full-width marks bring room of their own, on the side where nothing is printed. */
const ROOM_OF_MARKS = /(?<=[，。、；：？！（《〈〔“]) +| +(?=[，。、；：？！）》〉〕”])/gu
/** What recognition sees in the end of a ruled line or a speck at the head of a cell. */
const SPECKS = /(?<=^|\t)[“”"'`|｜‘’·.,_]+ ?(?=[\p{Script=Han}\d《（])/gu

/** A name or a number that fills its cell is one word. */
const WHOLE_CELL = /(?<=^|\t)(?:\p{Script=Han}{1,2} \p{Script=Han}{1,2}|\d{3,} \d{3,})(?=\t|$)/gu

/** Takes out what recognition puts between characters that stand together, and specks. */
export function closeUpRecognised(line: string): string {
  return line.replaceAll(ROOM_OF_MARKS, '').replaceAll(SPECKS, '').replaceAll(WHOLE_CELL, (cell) => cell.replace(' ', ''))
}
