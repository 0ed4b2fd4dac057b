/**
 * What passes between the agency and the police after the delivery, and with the procuratorate about the police: 移送材料补正函,
 * 提请复议书, 立案监督建议书, 涉案物品移交清单 (R310 art. 8, 9, 12; 公安机关办理刑事案件程序规定 art. 180, 181).
 */
import { inOneColumn, type FormFact, type FormFacts } from '../../shared/forms/form-facts.ts'
import { aboutCase, dayText, momentText, sentence, type FormDesk, type FormSource } from './form-source.ts'
import { dueOf, lastStep, paperSince, suspicionFacts, trackOf, type Track } from './transfer-track.ts'

/** What every letter after the delivery says of it. The police who have the case now are those to whom it was passed on. */
function deliveredFacts(desk: FormDesk, track: Track) {
  const delivered = lastStep(track, 'deliver')
  const forwarded = lastStep(track, 'recordForwarding')
  const letter = paperSince(desk.context.reader, desk.record.id, track.steps, 'transferLetter')?.number ?? ''
  return {
    ...suspicionFacts(desk, track),
    crimeFacts: sentence(track.suspicion.facts),
    crimeBasis: sentence(track.suspicion.basis),
    policeOrgan: forwarded?.content.toOrgan ?? delivered?.content.policeOrgan ?? '',
    transferredAt: momentText(delivered?.step.happenedAt),
    // a delivery that was recorded without its number is that of the letter that was printed for it
    transferLetterNumber: delivered === null ? '' : delivered.content.number || letter,
  }
}

export function transferSupplement(desk: FormDesk): FormSource {
  const track = trackOf(desk)
  if (track === null) return { wait: 'noSuspicion' }
  const notice = lastStep(track, 'recordSupplementNotice')
  if (notice === null) return { wait: 'noPoliceSupplement' }
  return aboutCase(() => {
    const supplied = lastStep(track, 'supplyPapers')
    return {
      values: {
        ...deliveredFacts(desk, track),
        policeNoticeNumber: notice.content.number,
        policeNoticeAt: momentText(notice.step.happenedAt),
        policeAsked: notice.content.asked,
        policeSupplied: supplied?.content.supplied ?? '',
        policeSupplementDue: dueOf(desk, 'policeSupplement').day,
      },
    }
  })
}

export function reconsiderationRequest(desk: FormDesk): FormSource {
  const track = trackOf(desk)
  if (track === null) return { wait: 'noSuspicion' }
  const refused = lastStep(track, 'recordNonFiling')
  if (refused === null) return { wait: 'noNonFiling' }
  return aboutCase(() => ({
    values: {
      ...deliveredFacts(desk, track),
      nonFilingNumber: refused.content.number,
      nonFilingAt: momentText(refused.step.happenedAt),
      nonFilingReason: sentence(refused.content.reason),
      reconsiderationReason: sentence(lastStep(track, 'requestReconsideration')?.content.reason ?? ''),
      reconsiderationDue: dueOf(desk, 'reconsiderationRequest').day,
    },
  }))
}

/** From acceptance on: the police may be late, may not file, or may hold to it; once they filed there is nothing to supervise. */
export function supervisionRequest(desk: FormDesk): FormSource {
  const track = trackOf(desk)
  if (track === null) return { wait: 'noSuspicion' }
  const requested = lastStep(track, 'requestSupervision')
  if (requested === null && lastStep(track, 'recordFiling') !== null) return { wait: 'filedByPolice' }
  if (lastStep(track, 'recordReceipt') === null) return { wait: 'noReceipt' }
  return aboutCase(() => ({
    values: {
      ...deliveredFacts(desk, track),
      supervisionGround: groundText(desk, track),
      procuratorate: requested?.content.procuratorate ?? '',
      supervisionReason: sentence(requested?.content.reason ?? ''),
      supervisionBasis: basisText(track),
    },
  }))
}

/** The steps on which supervision is asked for; all of them as long as it was not. */
function untilRequested(track: Track): Track {
  const requested = lastStep(track, 'requestSupervision')?.step
  return requested === undefined ? track : { ...track, steps: track.steps.filter(({ seq }) => seq <= requested.seq) }
}

/** R310 art. 9 speaks of a notice of non-filing that came; of police who are only late it does not: whoever writes says on what it rests. */
const basisText = (track: Track): string => (lastStep(untilRequested(track), 'recordNonFiling') === null ? '' : '《行政执法机关移送涉嫌犯罪案件的规定》第九条')

/**
 * What the police did until supervision was asked for, as far as it is recorded: that they are late is only said once their
 * days are over, and of a day that has been only as of that day.
 */
function groundText(desk: FormDesk, whole: Track): string {
  const requested = lastStep(whole, 'requestSupervision')?.step ?? null
  const track = untilRequested(whole)
  const receipt = lastStep(track, 'recordReceipt')
  const refused = lastStep(track, 'recordNonFiling')
  const upheld = lastStep(track, 'recordUpheld')
  if (refused === null) {
    const { day, isLate } = dueOf(desk, 'policeDecision')
    return receipt === null || !isLate ? '' : `公安机关于${momentText(receipt.step.happenedAt)}接受移送，审查期限于${day}届满，${requested === null ? '至今' : `截至${dayText(requested.happenedOn)}`}没有作出是否立案的决定。`
  }
  const first = `本机关于${momentText(refused.step.happenedAt)}收到公安机关${refused.content.number}不予立案通知书，不予立案的理由是：${sentence(refused.content.reason)}`
  if (upheld === null) return first
  return `${first}经本机关提请复议，公安机关以${upheld.content.number}复议决定维持不予立案，本机关于${momentText(upheld.step.happenedAt)}收到，理由是：${sentence(upheld.content.reason)}`
}

export function goodsHandover(desk: FormDesk): FormSource {
  const track = trackOf(desk)
  if (track === null) return { wait: 'noSuspicion' }
  const filed = lastStep(track, 'recordFiling')
  if (filed === null) return { wait: 'notFiledYet' }
  return aboutCase((): Partial<FormFacts> => {
    const handed = lastStep(track, 'handOver')
    const values: Partial<Record<FormFact, string>> = {
      ...deliveredFacts(desk, track),
      offence: filed.content.offence || track.suspicion.offence,
      policeFilingNumber: filed.content.number,
      policeFiledAt: momentText(filed.step.happenedAt),
      goodsHandoverDue: dueOf(desk, 'goodsHandover').day,
      handedOverAt: momentText(handed?.step.happenedAt),
      handoverPapers: handed?.content.papers ?? '',
    }
    // how the goods fall into columns the records do not say: whoever makes the list does
    return { values: { ...values, goodsTyped: goodsLines(track) }, proposed: ['goodsTyped'] }
  })
}

const WITHOUT_GOODS = '，—，—，—'

/**
 * As they were handed over, a line each, in the column of the name: the words were written for no columns. That a case has no
 * goods is said by the hand-over or by the delivery.
 */
function goodsLines(track: Track): string {
  const handed = lastStep(track, 'handOver')
  if (handed !== null) return handed.content.goods === '' ? `本案没有移交的涉案物品${WITHOUT_GOODS}` : inOneColumn(handed.content.goods)
  const list = lastStep(track, 'deliver')?.content.attachments.find(({ kind }) => kind === 'goodsList')
  return list === undefined || list.attached ? '' : `${inOneColumn(list.note)}${WITHOUT_GOODS}`
}
