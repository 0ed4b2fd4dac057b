/**
 * What minutes of a collective discussion (集体讨论记录) say: when, who, each view, the outcome. Read from the words of the
 * paper; what is not found is absent. The minutes themselves stay what counts.
 */

export interface ReadAttendee {
  readonly name: string
  readonly post: string
  /** Empty where the minutes record no view of this person. */
  readonly view: string
  /** 同意, 不同意, 保留意见; empty where the view does not say it in such words. */
  readonly stance: string
}

export interface ReadMinutes {
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly absent: string
  readonly outcome: string
  readonly attendees: readonly ReadAttendee[]
}

const LABELS = {
  time: '(?:集体)?(?:讨论|会议)?(?:时间|日期)',
  place: '(?:集体)?(?:讨论|会议)?地点',
  chair: '(?:会议)?主持人?',
  recorder: '(?:会议)?记录(?:人员?|员)?',
  attendees: '(?:参加|出席|参会|与会)(?:讨论|会议)?(?:人员|人|成员)?',
  others: '列席(?:人员|人)?|汇报(?:人员|人)?|回避(?:情况|人员)?',
  absent: '(?:缺席|请假)(?:人员|人)?(?:及原因|情况)?',
  matter: '(?:讨论)?(?:案由|事项|议题|案件名称|案件)',
  outcome: '(?:集体)?(?:讨论|会议|审议)(?:结论|决定|结果)(?:意见)?|结论(?:意见)?',
  signed: '(?:参加|出席|参会|与会|讨论)?(?:人员|人)?(?:签名|签字)|记录人签名',
} as const

const ANY_LABEL = Object.values(LABELS).join('|')
/** A label that begins a line or a cell; its value reaches to the next label of the line. */
const labelled = (label: string): RegExp => new RegExp(`(?:^|[\\n\\t ‖|])(?:${label})[ ]*[:：\\t][ ]*([^\\n]*?)(?=[\\t ‖|]+(?:${ANY_LABEL})[ ]*[:：\\t]|\\n|$)`, 'u')
/** A heading on a line of its own; what it heads reaches to the next heading or the signatures. */
const headed = (label: string): RegExp => new RegExp(`(?:^|\\n)[#\\s一二三四五六七八九十、.（）()]*(?:${label})[ ]*[:：]?\\n([\\s\\S]*?)(?=\\n[#\\s!]*(?:${ANY_LABEL})[ ]*[:：\\t\\n]|$)`, 'u')

export function readMinutes(paper: string): ReadMinutes {
  const text = paper.replaceAll(/[\u3000\u00A0]/gu, ' ').replaceAll('\r', '')
  const value = (label: string): string => tidy((labelled(label).exec(text)?.[1] ?? '').replaceAll('\t', ' '))
  const [chair] = peopleIn(value(LABELS.chair))
  const named = peopleIn(value(LABELS.attendees))
  const people = chair === undefined || named.some(({ name }) => name === chair.name) ? named : [chair, ...named]
  return {
    place: value(LABELS.place),
    chair: chair === undefined ? '' : titled(chair),
    recorder: peopleIn(value(LABELS.recorder)).map(({ name }) => name)[0] ?? '',
    absent: value(LABELS.absent),
    outcome: value(LABELS.outcome) || tidy(headed(LABELS.outcome).exec(text)?.[1] ?? ''),
    attendees: people.map((one) => ({ ...one, ...viewOf(text, one.name, people) })),
  }
}

interface Somebody {
  readonly name: string
  readonly post: string
}

const PERSON = /^(\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})?)(?:[ ]*[（(]([^（）()]{1,30})[）)])?$/u

/** `梁正宏（局长）、方志鹏（副局长）`; what is no name is left out. */
function peopleIn(list: string): Somebody[] {
  return list
    .split(/[、，,；;]|\s{2,}|(?<=[）)])\s/u)
    .flatMap((one) => {
      const found = PERSON.exec(one.trim())
      return found === null ? [] : [{ name: found[1] ?? '', post: found[2] ?? '' }]
    })
}

const titled = ({ name, post }: Somebody): string => (post === '' ? name : `${name}（${post}）`)

const SAYS = '(?:认为|表示|发言|提出)[:：，,]?'
const POST = '(?:[（(][^（）()]{1,30}[）)])?[ ]*'

/** Where somebody else begins to speak, or the discussion ends. */
function nextSpeaker(people: readonly Somebody[]): string {
  const somebody = `(?<=[。；！\\n])\\s*\\p{Script=Han}{2,4}${POST}[:：]`
  const attendee = `(?:${people.map(({ name }) => name).join('|')})${POST}(?:[:：]|${SAYS})`
  return `(?:${somebody}|${attendee}|\\n[#\\s!一二三四五六七八九十、]*(?:${ANY_LABEL})[ ]*[:：\\t\\n]|$)`
}

function viewOf(text: string, name: string, people: readonly Somebody[]): { readonly view: string; readonly stance: string } {
  const spoken = new RegExp(`(?:^|[\\n。；！\\t ])${name}${POST}(?:[:：]|${SAYS})([\\s\\S]+?)(?=${nextSpeaker(people)})`, 'u').exec(text)
  const view = tidy(spoken?.[1] ?? '')
  return { view, stance: stanceIn(view) }
}

const AGAINST = /不同意(?!见)|不赞成|反对/gu
const FOR = /同意(?!见)|赞成|没有意见|没有不同意见|无(?:不同)?意见|没有异议|无异议/u

/** Only what is said one way: who agrees with one thing and not with another is judged by who reads the minutes. */
function stanceIn(view: string): string {
  if (/保留意见/u.test(view)) return '保留意见'
  const rest = view.replaceAll(AGAINST, '')
  if (FOR.test(rest)) return rest === view ? '同意' : ''
  return rest === view ? '' : '不同意'
}

const tidy = (words: string): string => words.replaceAll(/\s*\n\s*/gu, '').replaceAll(/[ \t]+/gu, ' ').trim()
