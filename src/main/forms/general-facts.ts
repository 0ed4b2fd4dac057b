/** What every form may say of a case: the registration, the station, the review. */
import { ACTION_KIND_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import { citationInWords, effectInWords } from '../../shared/opinion/compose.ts'
import { NO_FACTS, withFacts, type FormFacts } from '../../shared/forms/form-facts.ts'
import { metTriggers } from '../cases/case-facts.ts'
import { requireRound } from '../cases/case-record.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { caseNumberOf } from '../opinion/numbers.ts'
import { personName } from '../people/people.ts'
import { dayOfMoment, dayText, type FormDesk } from './form-source.ts'

export function generalFacts(desk: FormDesk): FormFacts {
  const { context, record } = desk
  const { reader } = context
  const { fields } = record
  const { party } = fields
  const station = context.station()
  const round = requireRound(reader, record.id, record.round)
  const { triggers } = metTriggers(context.catalogue, fields, station)
  const papers = presentMaterials(reader, record.id).length
  return withFacts(NO_FACTS, {
    values: {
      caseTitle: fields.title,
      caseNumber: caseNumberOf(reader, record.id) ?? '',
      fileNumber: fields.fileNumber,
      cause: fields.cause,
      party: party.name,
      partyCode: party.code,
      partyAddress: party.address,
      partyRepresentative: party.legalRepresentative,
      actionKinds: fields.actionKinds.map((kind) => ACTION_KIND_LABELS[kind]['zh-CN']).join('、'),
      triggers: triggers.map(({ label, verified }) => `${label['zh-CN']}${verified ? '' : '（未核实）'}`).join('；'),
      proposedDecision: fields.effects.map(effectInWords).join('；'),
      decisionBasis: fields.citations.filter(({ role }) => role !== 'violated').map(citationInWords).join('、'),
      caseFacts: fields.facts,
      handlers: fields.handlers.map(({ name, certificateNumber }) => (certificateNumber === '' ? name : `${name}（执法证号${certificateNumber}）`)).join('、'),
      handlingUnit: fields.submittingUnit,
      agency: station.agency,
      reviewBody: station.reviewBody,
      reviewer: record.reviewerId === null ? '' : personName(reader, record.reviewerId),
      round: `第${record.round}轮`,
      filedOn: dayText(fields.filedOn),
      receivedOn: dayText(round.submittedOn),
      acceptedOn: dayText(round.acceptedOn),
      reviewDue: dayText(record.dueOn),
      materialCount: papers === 0 ? '' : `见送审材料清单，共${papers}件`,
      madeOn: dayText(context.today()),
      ...opinionFacts(desk, desk.issued.at(-1)?.round.round ?? 0),
    },
  })
}

/** Of the round's issued opinion; nothing where there is none. */
export function opinionFacts({ context, issued }: FormDesk, round: number): FormFacts['values'] {
  const found = issued.find((one) => one.round.round === round)
  if (found === undefined) return {}
  const { opinion } = found
  const type = context.catalogue.opinionTypes.find(({ id }) => id === opinion.type)?.name['zh-CN'] ?? ''
  return { opinionNumber: opinion.number ?? '', opinionType: type, opinionDate: dayOfMoment(opinion.issuedAt) }
}
