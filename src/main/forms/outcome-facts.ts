/** 公示情况 and 复议诉讼结果 in words, from what disclosure, the clocks of the case and later findings have of it. */
import { rulesOfKind } from '../../shared/catalogue/disclosure-rules.ts'
import { CHANGE_OUTCOME_LABELS } from '../../shared/disclosure/standing.ts'
import { ledgerWords } from '../../shared/ledger/ledger-words.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { daysOf } from '../deadlines/clock-records.ts'
import { disclosureOf } from '../disclosure/case-disclosure.ts'
import { changesOf, publicationsOf } from '../disclosure/disclosure-record.ts'
import { dayText, type FormDesk } from './form-source.ts'

const WORDS = ledgerWords['zh-CN']

/** Both are put together here: who makes the form may say it otherwise. */
export function outcomeFacts(desk: FormDesk) {
  return { values: { published: publishedText(desk), remedyResult: remedyText(desk) }, proposed: ['published', 'remedyResult'] as const }
}

function publishedText({ context: { reader, catalogue }, record }: FormDesk): string {
  const { status, withheld, withdrawnOn } = disclosureOf(reader, record.id)
  if (status === 'none') return ''
  const names = new Map(rulesOfKind(catalogue.disclosureRules, 'place').map(({ id, name }) => [id, name['zh-CN']]))
  const publications = publicationsOf(reader, record.id).map(({ publishedOn, place, placeName }) => `${dayText(publishedOn)}在${place === 'other' ? placeName : (names.get(place) ?? placeName)}公开`)
  const marked = daysOf(reader, record.id).find(({ event, takenBack }) => event === 'published' && takenBack === null)
  const said = [
    ...(publications.length > 0 ? publications : marked === undefined ? [] : [`${dayText(marked.on)}公开`]),
    ...(withheld === null ? [] : [`${dayText(withheld.on)}批准不予公开（${withheld.reason}）`]),
    ...(withdrawnOn === null ? [] : [`${dayText(withdrawnOn)}撤回公开`]),
  ]
  return said.length === 0 ? '尚未公开' : said.join('；')
}

/** Nothing where nothing was recorded: that nobody turned to a court is not known here. */
function remedyText({ context: { reader }, record }: FormDesk): string {
  const changes = changesOf(reader, record.id).map(({ changedOn, outcome, organ, number }): Said => {
    const by = [organ, number].filter((part) => part !== '').join(' ')
    return [changedOn, `决定被${CHANGE_OUTCOME_LABELS[outcome]['zh-CN']}${by === '' ? '' : WORDS.note(by)}`]
  })
  const steps = daysOf(reader, record.id).flatMap(({ event, on, note, takenBack }): Said[] => {
    if (takenBack !== null || !isRemedy(event)) return []
    // what a registered change of the decision says, the plain day of it need not say again
    if (event === 'decisionChanged' && changes.length > 0) return []
    return [[on, `${WORDS.remedy[event]}${note === '' ? '' : WORDS.note(note)}`]]
  })
  const later = reader
    .all<{ on: IsoDate; source: keyof typeof WORDS.later }>(
      `SELECT l.found_on AS "on", l.source FROM later_defects l WHERE l.case_id = ? AND l.source IN ('reconsideration', 'court')
       AND NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = l.id)`,
      record.id,
    )
    .map(({ on, source }): Said => [on, WORDS.later[source]])
  const all = [...steps, ...changes, ...later].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return all.map(([on, words]) => `${dayText(on)}${words}`).join('；')
}

type Said = readonly [on: IsoDate, words: string]

const isRemedy = (event: string): event is keyof typeof WORDS.remedy => Object.hasOwn(WORDS.remedy, event)
