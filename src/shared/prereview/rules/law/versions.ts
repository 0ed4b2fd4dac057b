/** 5.2: the law cited was in force, on the day of the act and of the decision (从旧兼从轻). */
import type { CitationFact } from '../../../facts/facts.ts'
import type { LawEntry } from '../../../laws/law-lookup.ts'
import { beginOf, endOf, outOfForce } from '../../../laws/out-of-force.ts'
import type { IsoDate } from '../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { actDay, paperDay } from '../../judged-citations.ts'
import { placeOf } from '../../places.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll, says } from '../../wording.ts'
import { chineseDay, daysIn, lastNotice } from '../facts/case-sections.ts'
import { citingPapers } from './cited-places.ts'
import { isSubstantive, lawAndArticle, plainLaw } from './clauses.ts'

interface Cited {
  readonly document: CaseDocument
  readonly citation: CitationFact
  readonly entry: LawEntry
  /** See `paperDay`. */
  readonly decided: IsoDate
  readonly act: IsoDate | null
}

/** The laws that a paper applies, once each: as violated or as ground. */
function applied(file: CaseFile): readonly Cited[] {
  const notice = lastNotice(file)
  const act = actDay(file)
  const papers = file.of('decision', 'measure-decision', 'correction-order').filter(({ sure }) => sure)
  return [...papers, ...(notice === null ? [] : [notice])].flatMap((document) => {
    const decided = paperDay(file, document)
    if (decided === null) return []
    const seen = new Set<string>()
    return document.facts.citations.flatMap((citation) => {
      const entry = ['violated', 'basis'].includes(citation.role) && isSubstantive(citation) ? file.laws.find(citation.law) : null
      if (entry === null || seen.has(entry.id)) return []
      seen.add(entry.id)
      return [{ document, citation, entry, decided, act }]
    })
  })
}

const COMPARED = /从旧兼从轻|从旧|处罚较轻|较轻|第三十七条|第一千零五十七条|新旧|(?:旧|原)(?:法|条例)|施行(?:以|之)?前/u

/** The same law in several papers is one suspicion. */
function once(found: readonly Cited[], make: (first: Cited) => Omit<Suspicion, 'places'>): readonly Suspicion[] {
  return [...new Set(found.map(({ entry }) => entry.id))].flatMap((id) => {
    const same = found.filter(({ entry }) => entry.id === id)
    const [first] = same
    return first === undefined
      ? []
      : [
          {
            ...make(first),
            places: same.map(({ document, citation }) => placeOf(document, citation)),
            about: id,
            unverified: !first.entry.verified,
          },
        ]
  })
}

const successor = ({ entry }: Cited): string => (entry.replacedBy.length === 0 ? '' : `，已由《${entry.replacedBy.join('》《')}》取代`)

export const REPEALED_LAW: PrereviewRule = {
  id: '5.2-repealed-law',
  questionId: '5.2',
  name: said('适用已废止的法律', 'Law no longer in force'),
  basis: [
    { law: '行政处罚法', article: 37 },
    { law: '生态环境法典', article: 1057 },
  ],
  severity: 'F',
  check: (file) =>
    once(
      applied(file).filter(({ entry, act, decided }) => {
        // An act before the end is judged by the old law, unless the new one is lighter.
        return endOf(entry) !== null && [decided, act ?? decided].every((day) => outOfForce(file.laws, entry, day)?.state === 'ended')
      }),
      (cited) => ({
        message: said(
          `《${plainLaw(cited.citation.law)}》自${chineseDay(endOf(cited.entry) ?? cited.decided)}起已不再施行${successor(cited)}，${cited.act === null ? '决定' : `违法行为（${chineseDay(cited.act)}）`}在此之后。`,
          `《${plainLaw(cited.citation.law)}》 has not been in force since ${endOf(cited.entry)}; the ${cited.act === null ? 'decision' : `act (${cited.act})`} is later.`,
        ),
        suggestion: said(
          '改用行为发生时有效的法律；违法行为终了之日不明的，先予查明。',
          'Apply the law in force at the time of the act; establish that day first.',
        ),
        ...(cited.act === null ? { answer: 'cannotTell' as const } : {}),
      }),
    ),
}

/** Steps are taken by the rules of their own day, whenever the act was. */
const OF_THE_STEP: readonly CitationFact['role'][] = ['procedure', 'discretion', 'remedy']

/** Laws that a paper takes its steps by and that had ended before it, unless it tells of a step from before their end. */
function endedSteps(file: CaseFile): readonly Cited[] {
  return citingPapers(file).flatMap((document) => {
    const decided = paperDay(file, document)
    if (decided === null) return []
    const seen = new Set<string>()
    return document.facts.citations.flatMap((citation) => {
      if (!OF_THE_STEP.includes(citation.role) && (isSubstantive(citation) || citation.role === 'other')) return []
      const entry = file.laws.find(citation.law)
      const ended = entry === null ? null : endOf(entry)
      if (entry === null || ended === null || decided < ended || seen.has(entry.id)) return []
      seen.add(entry.id)
      const told = findAll(document, new RegExp(`[^。；]*《[^》]*${escaped(plainLaw(citation.law))}》[^。；]*`, 'u'))
      if (told.some(({ match }) => daysIn(match[0]).some((day) => day < ended))) return []
      return [{ document, citation, entry, decided, act: null }]
    })
  })
}

const escaped = (words: string): string => words.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&')

export const REPEALED_PROCEDURE: PrereviewRule = {
  id: '5.2-repealed-procedure',
  questionId: '5.2',
  name: said('程序上引用已废止的规定', 'A step taken by a rule that is no longer in force'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 3 }],
  severity: 'C',
  check: (file) =>
    once(endedSteps(file), (cited) => ({
      message: said(
        `《${plainLaw(cited.citation.law)}》自${chineseDay(endOf(cited.entry) ?? cited.decided)}起已不再施行${successor(cited)}，文书在此之后仍据以履行程序。`,
        `《${plainLaw(cited.citation.law)}》 has not been in force since ${endOf(cited.entry)}; the paper still takes its steps by it.`,
      ),
      suggestion: said(
        '改为引用现行有效的程序规定，并核对相应的条款和期限。',
        'Cite the procedure now in force, and check its articles and periods.',
      ),
    })),
}

export const NOT_YET_IN_FORCE: PrereviewRule = {
  id: '5.2-not-yet-in-force',
  questionId: '5.2',
  name: said('适用行为时尚未施行的法律', 'Law not yet in force at the time of the act'),
  basis: [
    { law: '行政处罚法', article: 37 },
    { law: '立法法', article: 104 },
  ],
  severity: 'F',
  check: (file) =>
    once(
      applied(file).filter(({ document, entry, act, decided }) => {
        if (hasOlderName(file, entry)) return false
        const notYet = (day: IsoDate): boolean => outOfForce(file.laws, entry, day)?.state === 'notYet'
        return notYet(decided) || (act !== null && notYet(act) && !says(document, COMPARED))
      }),
      (cited) => ({
        message: said(
          `《${plainLaw(cited.citation.law)}》自${chineseDay(beginOf(cited.entry) ?? cited.decided)}起施行，违法行为（${chineseDay(cited.act ?? cited.decided)}）在此之前，未说明为何适用新法。`,
          `《${plainLaw(cited.citation.law)}》 is in force from ${beginOf(cited.entry)}; the act (${cited.act ?? cited.decided}) is earlier and the papers do not say why the new law applies.`,
        ),
        suggestion: said(
          '适用行为发生时的法律；新法处罚较轻或者不认为违法的，说明理由后适用新法。',
          'Apply the law of the time of the act, or show that the new one is lighter.',
        ),
      }),
    ),
}

/** The register keeps only the current version of most laws: an earlier one may have had the same rule. */
function hasOlderName(file: CaseFile, entry: LawEntry): boolean {
  if (entry.earlierVersions === true) return true
  const registered = file.catalogue.laws.find((law) => law.title['zh-CN'] === entry.title)
  const replaces = file.catalogue.laws.some((law) => law.replacedBy !== null && law.replacedBy === registered?.id)
  return !replaces && entry.versions.length <= 1
}

export const CODE_NOT_COMPARED: PrereviewRule = {
  id: '5.2-lighter-not-compared',
  questionId: '5.2',
  name: said('法律变更后未比较轻重', 'Old and new law not compared'),
  basis: [
    { law: '行政处罚法', article: 37 },
    { law: '生态环境法典', article: 1057 },
  ],
  severity: 'C',
  check: (file) =>
    once(
      applied(file).filter(({ document, entry, act, decided }) => {
        const ended = endOf(entry)
        return (
          ended !== null &&
          act !== null &&
          act < ended &&
          decided >= ended &&
          document.kind !== 'correction-order' &&
          document.kind !== 'measure-decision' &&
          !file.documents.some(
            (one) =>
              ['decision', 'prior-notice', 'investigation-report', 'explanation', 'discretion-sheet', 'discussion-minutes'].includes(
                one.kind,
              ) && says(one, COMPARED),
          )
        )
      }),
      (cited) => ({
        message: said(
          `违法行为（${chineseDay(cited.act ?? cited.decided)}）适用《${plainLaw(cited.citation.law)}》，该法自${chineseDay(endOf(cited.entry) ?? cited.decided)}起不再施行${successor(cited)}，材料没有比较新法是否处罚较轻或者不再处罚。`,
          `The act (${cited.act}) is judged by 《${plainLaw(cited.citation.law)}》, out of force since ${endOf(cited.entry)}; nothing compares whether the new law is lighter.`,
        ),
        suggestion: said(
          '按从旧兼从轻比较新旧规定，在报告和决定中写明。',
          'Compare both laws (old, unless the new is lighter) and say so in the report and the decision.',
        ),
        answer: 'cannotTell' as const,
      }),
    ),
}

export const REVISED_BETWEEN: PrereviewRule = {
  id: '5.2-revised-between',
  questionId: '5.2',
  name: said('行为后法律已修改', 'The law was revised after the act'),
  basis: [{ law: '行政处罚法', article: 37 }],
  severity: 'A',
  check: (file) =>
    once(
      applied(file).filter(({ document, entry, act, decided }) => {
        if (act === null || endOf(entry) !== null || says(document, COMPARED) || document.kind === 'correction-order') return false
        const then = file.laws.versionOn(entry, act)
        const now = file.laws.versionOn(entry, decided)
        return then !== null && now !== null && then.inForceFrom !== now.inForceFrom
      }),
      (cited) => ({
        message: said(
          `《${plainLaw(cited.citation.law)}》在违法行为（${chineseDay(cited.act ?? cited.decided)}）之后修改（${chineseDay(file.laws.versionOn(cited.entry, cited.decided)?.inForceFrom ?? cited.decided)}起施行），请核对所引${lawAndArticle(cited.citation)}属于哪一版本。`,
          `《${plainLaw(cited.citation.law)}》 was revised after the act; check to which version the citation belongs.`,
        ),
        suggestion: said(
          '按从旧兼从轻选择版本，并核对条号。',
          'Choose the version (old, unless the new is lighter) and check the numbers.',
        ),
        answer: 'cannotTell' as const,
      }),
    ),
}

const NOTED_VERSION = /《([^》]{2,40})》（((?:19|20)[0-9]{2})年?(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改|制定|公布|版|施行)(?:版|本)?）/u

/** 《安全生产法》（2014年修正） for an act of 2026: the paper itself says that it applies a text that held no more. */
export const OLD_VERSION_NAMED: PrereviewRule = {
  id: '5.2-old-version-named',
  questionId: '5.2',
  name: said('注明适用旧版本', 'An older version is named'),
  basis: [{ law: '行政处罚法', article: 37 }],
  severity: 'F',
  check(file) {
    const act = actDay(file)
    const notice = lastNotice(file)
    const papers = [...file.of('decision', 'measure-decision', 'correction-order').filter(({ sure }) => sure), ...(notice === null ? [] : [notice])]
    const found = papers.flatMap((document) =>
      findAll(document, NOTED_VERSION).flatMap(({ match, ...place }) => {
        const entry = file.laws.find(match[1] ?? '')
        const day = act ?? document.day
        const version = entry === null || day === null ? null : file.laws.versionOn(entry, day)
        const began = version?.inForceFrom ?? null
        // A text passed late in a year is often in force only from the next.
        if (entry === null || began === null || Number(match[2]) >= Number(began.slice(0, 4)) - 1) return []
        if (says(document, COMPARED)) return []
        return [{ entry, began, named: match[2] ?? '', title: match[1] ?? '', place, version }]
      }),
    )
    const [first] = found
    if (first === undefined) return []
    return [
      {
        message: said(
          `文书注明适用${first.named}年的《${plainLaw(first.title)}》，违法行为时有效的是${chineseDay(first.began)}起施行的版本。`,
          `The paper applies the ${first.named} text of 《${plainLaw(first.title)}》; at the time of the act the text in force from ${first.began} held.`,
        ),
        suggestion: said(
          '改用行为发生时有效的版本，核对条号和幅度；确应适用旧法的，说明从旧兼从轻的理由。',
          'Apply the version in force at the time of the act and check numbers and range, or say why the old one applies.',
        ),
        places: found.map(({ place }) => place),
        unverified: first.version?.verified === false,
      },
    ]
  },
}

export const VERSION_RULES: readonly PrereviewRule[] = [OLD_VERSION_NAMED, REPEALED_LAW, REPEALED_PROCEDURE, NOT_YET_IN_FORCE, CODE_NOT_COMPARED, REVISED_BETWEEN]
