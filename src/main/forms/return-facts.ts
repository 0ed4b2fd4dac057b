/** What an answer to the procuratorate says of a registered return (检察意见回复函). */
import type { FormFact, FormFacts } from '../../shared/forms/form-facts.ts'
import type { ReturnView } from '../../shared/transfer/contract.ts'
import { BAR_LABELS, NON_PROSECUTION_LABELS, OUTCOME_LABELS, RETURN_KIND_LABELS } from '../../shared/transfer/way-back-words.ts'
import { dayText, sentence } from './form-source.ts'

/** @param decided what became of it in this station, where its case is one of this station */
export function replyFacts({ fields, assessment, decision, answer, clock }: ReturnView, decided: string): Partial<FormFacts> {
  const values: Partial<Record<FormFact, string>> = {
    procuratorate: fields.procuratorate,
    returnKind: RETURN_KIND_LABELS[fields.kind]['zh-CN'],
    returnNumber: fields.number,
    returnIssuedOn: dayText(fields.issuedOn),
    returnReceivedOn: dayText(fields.receivedOn),
    nonProsecutionNumber: fields.decisionNumber,
    nonProsecutionGround: NON_PROSECUTION_LABELS[fields.ground]['zh-CN'],
    party: fields.party,
    offence: fields.offence,
    returnAsked: sentence(fields.asked),
    returnDue: dayText(clock?.due),
    returnOutcome: decision === null ? '' : OUTCOME_LABELS[decision.outcome]['zh-CN'],
    returnReason: decision?.reason ?? '',
    returnResult: answer?.result ?? decided,
    ...(assessment === null
      ? {}
      : {
          limitationVerdict: limitationText(assessment),
          returnBasis: assessment.basis === '' ? '没有处罚依据' : assessment.basis,
          punishable: assessment.bars.length === 0 ? '可以处罚' : `不能处罚：${assessment.bars.map((bar) => BAR_LABELS[bar]['zh-CN']).join('、')}`,
          returnExplanation: assessment.explanation,
        }),
  }
  return { values, proposed: answer === null && decided !== '' ? ['returnResult'] : [] }
}

/** With the days as documents write them; a period that nobody read in the text of the law says so. */
function limitationText({ actEndedOn, discoveredOn, limitation: { lastDay, verdict, verified } }: NonNullable<ReturnView['assessment']>): string {
  const said = verdict === 'inTime' ? '在处罚时效内' : '已过处罚时效'
  return `违法行为于${dayText(actEndedOn)}终了，处罚时效至${dayText(lastDay)}${verified ? '' : '（未核实）'}；于${dayText(discoveredOn)}被发现，${said}。`
}
