/** The evaluation of files (案卷评查). */
import type { evaluationContract } from '../../shared/evaluation/contract.ts'
import type { Handlers } from '../core/handler.ts'
import { allEvaluations, requireEvaluation, requireFile, sampledFiles, sheetsOf, summaryOf } from './evaluation-record.ts'
import { populationOf } from './population.ts'
import { beginSheet, correctSheet, resumeSheet, saveSheet, signSheet } from './sheets.ts'
import { importStandard, standardsOf } from './standard-record.ts'
import { checkSample, startEvaluation } from './starting.ts'
import { resultsWorkbook } from './workbook.ts'

export const evaluationHandlers: Handlers<typeof evaluationContract> = {
  'evaluation.standards': (context) => standardsOf(context),
  'evaluation.importStandard': (context, { text }) => ({ key: importStandard(context, text) }),
  'evaluation.list': ({ reader }) => allEvaluations(reader).map((row) => summaryOf(reader, row)),
  'evaluation.population': ({ reader }, { population }) => ({ size: populationOf(reader, population).length }),
  'evaluation.start': (context, input) => ({ evaluationId: startEvaluation(context, input) }),

  'evaluation.get': ({ reader, person }, { evaluationId }) => {
    const row = requireEvaluation(reader, evaluationId)
    const files = sampledFiles(reader, evaluationId, person.id)
    const scores = files.flatMap(({ score }) => (score === null ? [] : [score]))
    const average = scores.length === 0 ? null : Math.round((scores.reduce((sum, score) => sum + score, 0) * 100) / scores.length) / 100
    return { ...summaryOf(reader, row), standard: row.standard, draw: row.draw, files, average }
  },

  'evaluation.checkSample': ({ reader }, { evaluationId }) => checkSample(reader, evaluationId),

  'evaluation.file': ({ reader, person }, { evaluationId, caseId }) => {
    const { name, standard } = requireEvaluation(reader, evaluationId)
    const file = requireFile(reader, evaluationId, caseId, person.id)
    return { evaluationId, evaluationName: name, standard, file, sheets: sheetsOf(reader, evaluationId, caseId) }
  },

  'evaluation.begin': (context, place) => {
    beginSheet(context, place)
    return null
  },
  'evaluation.resume': (context, { reason, ...place }) => {
    resumeSheet(context, place, reason)
    return null
  },
  'evaluation.save': (context, { expectedVersion, sheet, ...place }) => ({ version: saveSheet(context, place, expectedVersion, sheet) }),
  'evaluation.sign': (context, { expectedVersion, ...place }) => ({ score: signSheet(context, place, expectedVersion) }),
  'evaluation.correct': (context, { reason, ...place }) => {
    correctSheet(context, place, reason)
    return null
  },
  'evaluation.workbook': (context, { evaluationId, language }) => resultsWorkbook(context, evaluationId, language),
}
