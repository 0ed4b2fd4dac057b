/** The standards (评查标准) that files can be scored by: what ships, and the station's own. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { CATALOGUE_PROBLEMS, type CatalogueProblem } from '../../shared/catalogue/broken.ts'
import type { EvaluationStandard } from '../../shared/catalogue/evaluation-standards.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { StandardEntry } from '../../shared/evaluation/contract.ts'
import { compareVersions, readStandard } from '../../shared/evaluation/standard-file.ts'
import { sha256Schema, type IsoInstant, type Sha256 } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'

export function standardKey(standard: EvaluationStandard): Sha256 {
  return sha256Schema.parse(createHash('sha256').update(canonicalize(standard) ?? '', 'utf8').digest('hex'))
}

/** Newest version of each first; shipped ones before the station's. */
export function standardsOf({ reader, catalogue }: Pick<CallContext, 'reader' | 'catalogue'>): StandardEntry[] {
  const shipped = catalogue.evaluationStandards.map((standard) => ({
    key: standardKey(standard),
    origin: 'shipped' as const,
    standard,
    importedBy: null,
    importedAt: null,
  }))
  const all = [...shipped, ...importedStandards(reader)]
  return all
    .map((one) => ({
      ...one,
      superseded: all.some(({ standard: { id, version } }) => id === one.standard.id && compareVersions(version, one.standard.version) > 0),
    }))
    .sort((one, other) => Number(one.superseded) - Number(other.superseded))
}

type Imported = Omit<StandardEntry, 'superseded'>

function importedStandards(reader: Reader): Imported[] {
  return reader
    .all<{ key: Sha256; content: string; importedBy: string; importedAt: IsoInstant }>(
      `SELECT s.key, s.content, p.name AS importedBy, s.imported_at AS importedAt FROM evaluation_standards s
       JOIN people p ON p.id = s.imported_by ORDER BY s.imported_at DESC, s.key`,
    )
    // the table is guarded: it is as it was checked
    .map(({ content, ...row }) => ({ ...row, origin: 'station', standard: JSON.parse(content) as EvaluationStandard }))
}

/** Throws `evaluation-standard-refused`. */
export function importStandard(context: CallContext, text: string): Sha256 {
  const { standard, problems } = readStandard(text)
  if (standard === null) {
    const [first] = problems
    throw new FashenError('evaluation-standard-refused', { field: first?.field ?? '', problem: first?.problem ?? '' })
  }
  const refuse = (field: string, problem: CatalogueProblem): never => {
    throw new FashenError('evaluation-standard-refused', { field, problem: CATALOGUE_PROBLEMS[problem] })
  }
  if (context.catalogue.evaluationStandards.some(({ id }) => id === standard.id)) refuse('id', 'standard-is-shipped')
  const earlier = importedStandards(context.reader).filter((one) => one.standard.id === standard.id)
  if (earlier.some((one) => compareVersions(one.standard.version, standard.version) >= 0)) refuse('version', 'standard-version')
  const key = standardKey(standard)
  context.act({ act: 'evaluation.importStandard', subject: 'station', content: { key, id: standard.id, version: standard.version } }, (writer) =>
    writer.run(
      'INSERT INTO evaluation_standards (key, standard_id, version, content, imported_by, imported_at) VALUES (?, ?, ?, ?, ?, ?)',
      key,
      standard.id,
      standard.version,
      JSON.stringify(standard),
      context.person.id,
      context.instant(),
    ),
  )
  context.emit({ kind: 'changed', subject: 'evaluation' })
  return key
}
