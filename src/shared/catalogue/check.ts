/**
 * Whether the rows of a catalogue fit together: every id that is named exists, every closed list is complete, and the
 * derivation rules leave no answer without a type. Shape alone is checked by the schemas before.
 */
import { compareQuestionIds } from '../checklist/applicable-questions.ts'
import { matchesAnswer } from '../opinion/derivation.ts'
import { broken, type CatalogueProblem } from './broken.ts'
import { checkAnnualReport } from './check-annual-report.ts'
import { checkHolidays } from './check-holidays.ts'
import { formatCitation, type Citation } from './citation.ts'
import { DOCUMENT_KIND_IDS } from './document-kinds.ts'
import { MADE_PAPERS } from './file-volumes.ts'
import { SUBJECTS, type CatalogueContent, type Law, type Subject } from './schema.ts'
import { ACTION_KINDS, CONDITION_KINDS, HEADING_IDS, OPINION_TYPE_CODES, PROCESS_OUTCOME_CODES } from './vocabulary.ts'

/** Throws for the row named; knows which file the row came from. */
export type Report = (subject: Subject, row: string, field: string, problem: CatalogueProblem) => never

function checkUnique(catalogue: CatalogueContent, report: Report): void {
  for (const subject of SUBJECTS) {
    const seen = new Set<string>(catalogue.hidden.filter((one) => one.subject === subject).map((one) => one.id))
    for (const { id } of catalogue[subject]) {
      if (seen.has(id)) report(subject, id, 'id', 'duplicate')
      seen.add(id)
    }
  }
}

function checkClosedLists(catalogue: CatalogueContent, report: Report): void {
  const lists = [
    ['headings', HEADING_IDS],
    ['actionKinds', ACTION_KINDS],
    ['conditions', CONDITION_KINDS],
    ['opinionTypes', [...OPINION_TYPE_CODES, ...PROCESS_OUTCOME_CODES]],
    ['documentKinds', DOCUMENT_KIND_IDS],
  ] as const
  for (const [subject, members] of lists) {
    const present = new Set<string>(catalogue[subject].map((row) => row.id))
    const absent = members.find((member) => !present.has(member))
    if (absent !== undefined) report(subject, absent, 'id', 'missing')
  }
  catalogue.headings.forEach((heading) => {
    if (HEADING_IDS[heading.number - 1] !== heading.id) report('headings', heading.id, 'number', 'heading-mismatch')
  })
}

function citationProblem(citation: Citation, laws: ReadonlyMap<string, Law>): CatalogueProblem | undefined {
  const law = laws.get(citation.law)
  if (law === undefined) return 'law-unregistered'
  if (citation.article !== undefined) {
    if (law.highestArticle === null) return 'law-without-articles'
    return citation.article > law.highestArticle ? 'article-beyond-last' : undefined
  }
  if (citation.item === undefined) return undefined
  return law.highestItem === null || citation.item > law.highestItem ? 'item-beyond-last' : undefined
}

function checkCitations(catalogue: CatalogueContent, report: Report): void {
  const laws = new Map(catalogue.laws.map((law) => [law.title['zh-CN'], law]))
  for (const subject of SUBJECTS) {
    for (const row of catalogue[subject]) {
      row.basis.forEach((citation, index) => {
        const problem = citationProblem(citation, laws)
        if (problem !== undefined) report(subject, row.id, `basis.${index}`, problem)
      })
    }
  }
  for (const { id, vetoes, groups, gradesBasis } of catalogue.evaluationStandards) {
    const lines = [...vetoes, ...groups.flatMap(({ items }) => items)]
    for (const citation of [...gradesBasis, ...lines.flatMap(({ basis }) => basis)]) {
      const problem = citationProblem(citation, laws)
      if (problem !== undefined) report('evaluationStandards', id, formatCitation(citation, 'zh-CN'), problem)
    }
  }
  const ids = new Set(catalogue.laws.map((law) => law.id))
  for (const law of catalogue.laws) {
    if (law.replacedBy !== null && !ids.has(law.replacedBy)) report('laws', law.id, 'replacedBy', 'unknown')
    if (law.repealedOn !== null && law.repealedOn <= law.inForceFrom) {
      report('laws', law.id, 'repealedOn', 'ends-before-it-begins')
    }
  }
}

/** One place has one gist. */
function checkGists(catalogue: CatalogueContent, report: Report): void {
  const seen = new Set<string>()
  for (const { id, basis } of catalogue.gists) {
    const [{ law, article, paragraph, item }] = basis
    const place = [law, article, paragraph, item].join(' ')
    if (seen.has(place)) report('gists', id, 'basis.0', 'duplicate')
    seen.add(place)
  }
}

function checkQuestions(catalogue: CatalogueContent, report: Report): void {
  for (const question of catalogue.questions) {
    const number = Number(question.id.split('.')[0])
    if (HEADING_IDS[number - 1] !== question.heading) report('questions', question.id, 'heading', 'heading-mismatch')
    if (!question.mayNotApply && question.onlyWhen.length > 0) {
      report('questions', question.id, 'onlyWhen', 'always-applies-with-condition')
    }
  }
}

function checkDerivation(catalogue: CatalogueContent, report: Report): void {
  const rules = [...catalogue.derivationRules].sort((left, right) => left.order - right.order)
  const known = new Set([...catalogue.questions, ...catalogue.hidden].map((row) => row.id))
  OPINION_TYPE_CODES.forEach((type, index) => {
    if (rules[index]?.type !== type) report('derivationRules', rules[index]?.id ?? type, 'order', 'rule-order')
  })
  rules.forEach((rule, index) => {
    if (index >= OPINION_TYPE_CODES.length) report('derivationRules', rule.id, 'order', 'rule-order')
    const last = rule.type === 'T-OK'
    if ((rule.anyOf.length === 0) !== last) report('derivationRules', rule.id, 'anyOf', 'rule-empty')
    for (const id of rule.anyOf.flatMap((match) => match.questions ?? [])) {
      if (!known.has(id)) report('derivationRules', rule.id, `anyOf.${id}`, 'unknown')
    }
  })
  const passing = new Set<string>(catalogue.opinionTypes.filter((type) => type.passes).map((type) => type.id))
  for (const question of [...catalogue.questions].sort((left, right) => compareQuestionIds(left.id, right.id))) {
    for (const answer of ['no', 'cannotTell'] as const) {
      const rule = rules.find((one) => one.anyOf.some((match) => matchesAnswer(match, question, answer)))
      if (rule === undefined) return report('derivationRules', question.id, answer, 'rule-gap')
      const mustNotPass = answer === 'cannotTell' || question.severity === 'F'
      if (mustNotPass && passing.has(rule.type)) report('derivationRules', rule.id, question.id, 'passes-with-defect')
    }
  }
}

function checkOpinionTypes(catalogue: CatalogueContent, report: Report): void {
  for (const type of catalogue.opinionTypes) {
    if (type.passes && type.needsNewRound) report('opinionTypes', type.id, 'needsNewRound', 'new-round-and-passes')
  }
}

function checkPlaces(catalogue: CatalogueContent, report: Report): void {
  for (const wording of catalogue.wording) {
    for (const [language, text] of Object.entries(wording.text)) {
      const used = new Set([...text.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1] ?? ''))
      const declared = new Set(wording.places)
      if (used.size !== declared.size || [...used].some((place) => !declared.has(place))) {
        report('wording', wording.id, `text.${language}`, 'places-differ')
      }
    }
  }
}

function checkSectorsAndMaterials(catalogue: CatalogueContent, report: Report): void {
  const sectors = new Set(catalogue.sectors.map((sector) => sector.id))
  for (const subject of ['majorTriggers', 'reviewLimits', 'periods', 'decisionRules'] as const) {
    for (const { id, sector } of catalogue[subject]) {
      if (sector !== null && !sectors.has(sector)) report(subject, id, 'sector', 'unknown')
    }
  }
  for (const { id, need, onlyWhen } of catalogue.materials) {
    if (need === 'conditional' && onlyWhen.length === 0) report('materials', id, 'onlyWhen', 'condition-missing')
    if (need !== 'conditional' && onlyWhen.length > 0) report('materials', id, 'onlyWhen', 'condition-unexpected')
  }
  const materials = new Set([...catalogue.materials, ...catalogue.hidden].map(({ id }) => id))
  for (const { id, countsAs } of catalogue.documentKinds) {
    if (countsAs.some(({ material }) => !materials.has(material))) report('documentKinds', id, 'countsAs', 'unknown')
  }
  if (!catalogue.reviewLimits.some((row) => row.sector === null && row.region === null && row.days !== null)) {
    report('reviewLimits', 'limit.default', 'days', 'missing')
  }
}

/** Every kind stands in one volume at most, and something says where other papers stand. */
function checkFileVolumes(catalogue: CatalogueContent, report: Report): void {
  const known = {
    documents: new Set<string>([...catalogue.documentKinds.map(({ id }) => id), 'other']),
    materials: new Set([...catalogue.materials, ...catalogue.hidden].map(({ id }) => id)),
  }
  const placed = new Set<string>()
  for (const row of catalogue.fileVolumes) {
    for (const field of ['documents', 'materials', 'forms', 'made'] as const) {
      for (const kind of row[field]) {
        if ((field === 'documents' || field === 'materials') && !known[field].has(kind)) report('fileVolumes', row.id, field, 'unknown')
        if (placed.has(`${field}/${kind}`)) report('fileVolumes', row.id, field, 'duplicate')
        placed.add(`${field}/${kind}`)
      }
    }
  }
  const needed = ['documents/other', ...MADE_PAPERS.map((kind) => `made/${kind}`)]
  if (needed.some((kind) => !placed.has(kind))) report('fileVolumes', 'volume.other', 'documents', 'missing')
}

/** Throws `catalogue-broken` for the first thing that does not fit; `fileOf` names the file of a row. */
export function checkCatalogue(
  catalogue: CatalogueContent,
  fileOf: (subject: Subject, row: string) => string,
): void {
  const report: Report = (subject, row, field, problem) => {
    throw broken(fileOf(subject, row), row, field, problem)
  }
  checkUnique(catalogue, report)
  checkClosedLists(catalogue, report)
  checkCitations(catalogue, report)
  checkGists(catalogue, report)
  checkQuestions(catalogue, report)
  checkOpinionTypes(catalogue, report)
  checkDerivation(catalogue, report)
  checkPlaces(catalogue, report)
  checkSectorsAndMaterials(catalogue, report)
  checkHolidays(catalogue, report)
  checkAnnualReport(catalogue, report)
  checkFileVolumes(catalogue, report)
}
