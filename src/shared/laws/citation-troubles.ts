/** What can be wrong with a citation of a law (法律引用), in words. */
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { LawEntry, LawKind } from './law-lookup.ts'
import { placeWords, type PlaceInLaw } from './law-words.ts'

export const CITATION_TROUBLE_KINDS = [
  'unknown-law',
  'title-misprinted',
  'not-in-force-on-act-day',
  'not-in-force-on-decision-day',
  'no-such-article',
  'no-such-paragraph',
  'no-such-item',
  'paragraph-is-item',
  'item-is-paragraph',
  'wrong-law-kind',
  'quotation-differs',
  'quotation-elsewhere',
] as const
export type CitationTroubleKind = (typeof CITATION_TROUBLE_KINDS)[number]

export interface ProposedCitation extends PlaceInLaw {
  readonly law: string
  /** 《行政处罚法》第五十八条第（一）项 */
  readonly words: string
}

export interface CitationTrouble {
  readonly kind: CitationTroubleKind
  /**
   * `wrong`: it cannot stand. `weigh`: it may stand, an officer must judge (old-or-lighter, APL 37). `unsure`: what it is
   * held against is not verified (未核实), or the law is not known here.
   */
  readonly weight: 'wrong' | 'weigh' | 'unsure'
  readonly words: Bilingual
  readonly proposal: ProposedCitation | null
}

export function proposed(law: string, place: PlaceInLaw): ProposedCitation {
  return { ...place, law, words: `《${law}》${placeWords(place)}` }
}

function named(law: string, place: PlaceInLaw): string {
  return `《${law}》${placeWords(place)}`
}

export function unknownLaw(law: string): CitationTrouble {
  return {
    kind: 'unknown-law',
    weight: 'unsure',
    words: {
      'zh-CN': `法规登记和法规库中没有《${law}》，未核实其是否存在、是否有效。`,
      en: `Neither the register nor the library has 《${law}》; whether it exists and is in force is not verified.`,
    },
    proposal: null,
  }
}

/** @param likely false where the other title may be another text, or a short form of it */
export function titleMisprinted(law: string, place: PlaceInLaw, known: string, likely: boolean): CitationTrouble {
  const proposal = proposed(known, place)
  return {
    kind: 'title-misprinted',
    weight: likely ? 'weigh' : 'unsure',
    words: {
      'zh-CN': `没有登记《${law}》，${likely ? '疑为' : '是否为'}《${known}》之误${likely ? '' : '，未核实'}。`,
      en: likely
        ? `《${law}》 is not known; it looks like a misprint of 《${known}》.`
        : `《${law}》 is not known; whether 《${known}》 is meant is not verified.`,
    },
    proposal,
  }
}

/** How a day stands to the versions of a law. */
export interface OutOfForce {
  readonly state: 'notYet' | 'ended'
  /** First day in force, or first day no longer in force. */
  readonly since: IsoDate
}

interface DayTrouble {
  readonly entry: LawEntry
  /** `paper`: the day of a paper that decides nothing. `today`: nothing is decided yet. */
  readonly which: 'act' | 'decision' | 'paper' | 'today'
  readonly day: IsoDate
  readonly out: OutOfForce
  readonly weight: CitationTrouble['weight']
}

export function notInForce({ entry, which, day, out, weight }: DayTrouble): CitationTrouble {
  const [dayZh, dayEn] = {
    act: ['行为发生日', 'on the day of the act'],
    decision: ['作出决定日', 'on the day of the decision'],
    paper: ['文书日期', 'on the day of the paper'],
    today: ['今天', 'today'],
  }[which]
  const successors = entry.replacedBy.map((title) => `《${title}》`).join('、')
  const told =
    out.state === 'notYet'
      ? {
          zh: `《${entry.title}》自${out.since}起施行，${dayZh}（${day}）尚未施行`,
          en: `《${entry.title}》 is in force from ${out.since}; ${dayEn} (${day}) it was not yet`,
        }
      : {
          zh: `《${entry.title}》自${out.since}起失效，${dayZh}（${day}）已不再施行`,
          en: `《${entry.title}》 ended on ${out.since}; ${dayEn} (${day}) it was no longer in force`,
        }
  const instead =
    successors === '' || out.state === 'notYet'
      ? { zh: '', en: '' }
      : { zh: `；现为${successors}`, en: `; now ${successors}` }
  const weigh =
    weight === 'weigh'
      ? {
          zh: '。须按从旧兼从轻原则（行政处罚法第三十七条）说明适用理由',
          en: '. Old-or-lighter (APL 37) must be weighed and stated',
        }
      : { zh: '', en: '' }
  return {
    kind: which === 'act' ? 'not-in-force-on-act-day' : 'not-in-force-on-decision-day',
    weight,
    words: { 'zh-CN': `${told.zh}${instead.zh}${weigh.zh}。`, en: `${told.en}${instead.en}${weigh.en}.` },
    proposal: null,
  }
}

export function noSuchArticle(
  law: string,
  place: PlaceInLaw,
  highest: number | null,
  weight: CitationTrouble['weight'],
): CitationTrouble {
  const words = placeWords({ article: place.article, sub: place.sub })
  const last =
    highest === null ? { zh: '', en: '' } : { zh: `，该法共${highest}条`, en: `; it has ${highest} articles` }
  return {
    kind: 'no-such-article',
    weight,
    words: { 'zh-CN': `《${law}》没有${words}${last.zh}。`, en: `《${law}》 has no ${words}${last.en}.` },
    proposal: null,
  }
}

export function noSuchPart(
  kind: 'no-such-paragraph' | 'no-such-item',
  law: string,
  place: PlaceInLaw,
  there: number,
  proposal: ProposedCitation | null,
): CitationTrouble {
  const whole =
    kind === 'no-such-paragraph'
      ? placeWords({ article: place.article, sub: place.sub })
      : placeWords({ ...place, item: null })
  const has =
    kind === 'no-such-paragraph'
      ? { zh: `只有${there}款`, en: `${there} paragraph(s)` }
      : { zh: there === 0 ? '没有分项' : `只有${there}项`, en: there === 0 ? 'no items' : `${there} item(s)` }
  return {
    kind,
    weight: 'wrong',
    words: {
      'zh-CN': `没有${named(law, place)}：《${law}》${whole}${has.zh}。${proposal === null ? '' : `可能应为${proposal.words}。`}`,
      en: `There is no ${named(law, place)}: ${whole} has ${has.en}.${proposal === null ? '' : ` Probably ${proposal.words}.`}`,
    },
    proposal,
  }
}

/** 第三十三条第一款 of an article that is one paragraph of four items: it says nothing that 第三十三条 does not. */
export function undivided(law: string, place: PlaceInLaw, items: number, proposal: ProposedCitation): CitationTrouble {
  return {
    kind: 'paragraph-is-item',
    weight: 'weigh',
    words: {
      'zh-CN': `${named(law, place)}：该条不分款，列有${items}项，疑将“项”误为“款”，可能应为${proposal.words}。`,
      en: `${named(law, place)}: the article is a single paragraph with ${items} items; an item (项) may be cited as a paragraph (款). Probably ${proposal.words}.`,
    },
    proposal,
  }
}

export function confused(
  kind: 'paragraph-is-item' | 'item-is-paragraph',
  law: string,
  place: PlaceInLaw,
  proposal: ProposedCitation,
): CitationTrouble {
  const [zh, en] =
    kind === 'paragraph-is-item'
      ? ['疑将“项”误为“款”', 'an item (项) is cited as a paragraph (款)']
      : ['疑将“款”误为“项”', 'a paragraph (款) is cited as an item (项)']
  return {
    kind,
    weight: 'wrong',
    words: {
      'zh-CN': `${named(law, place)}：${zh}，应为${proposal.words}。`,
      en: `${named(law, place)}: ${en}; it should be ${proposal.words}.`,
    },
    proposal,
  }
}

const KIND_WORDS: Readonly<Record<LawKind, Bilingual>> = {
  law: { 'zh-CN': '法律', en: 'a law' },
  regulation: { 'zh-CN': '行政法规', en: 'an administrative regulation' },
  rule: { 'zh-CN': '部门规章', en: 'a departmental rule' },
  interpretation: { 'zh-CN': '司法解释', en: 'a judicial interpretation' },
  localRegulation: { 'zh-CN': '地方性法规', en: 'a local regulation' },
  localRule: { 'zh-CN': '地方政府规章', en: 'a local government rule' },
  document: { 'zh-CN': '规范性文件', en: 'a normative document' },
  standard: { 'zh-CN': '标准', en: 'a standard' },
}

export function wrongKind(entry: LawEntry): CitationTrouble {
  const kind = KIND_WORDS[entry.kind]
  return {
    kind: 'wrong-law-kind',
    weight: entry.verified ? 'wrong' : 'unsure',
    words: {
      'zh-CN': `《${entry.title}》是${kind['zh-CN']}，不得设定行政处罚（行政处罚法第十条至第十六条），不能单独作为处罚依据。`,
      en: `《${entry.title}》 is ${kind.en}, which may not set a penalty (APL 10–16) and cannot be its basis alone.`,
    },
    proposal: null,
  }
}

export function quotationDiffers(law: string, place: PlaceInLaw, words: string): CitationTrouble {
  return {
    kind: 'quotation-differs',
    weight: 'wrong',
    words: {
      'zh-CN': `${named(law, place)}的引文与条文不一致：“${words}”不在该条中。`,
      en: `The words quoted from ${named(law, place)} differ from the text: “${words}” is not in that article.`,
    },
    proposal: null,
  }
}

export function quotationElsewhere(law: string, place: PlaceInLaw, proposal: ProposedCitation): CitationTrouble {
  return {
    kind: 'quotation-elsewhere',
    weight: 'wrong',
    words: {
      'zh-CN': `引文不在${named(law, place)}，而在${proposal.words}。`,
      en: `The words quoted do not stand in ${named(law, place)} but in ${proposal.words}.`,
    },
    proposal,
  }
}
