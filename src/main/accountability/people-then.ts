/** People as they were when they acted, read from the audit chain. */
import { differs, namedOnly, postAt, type PersonChange, type PersonThen, type Post } from '../../shared/accountability/person-then.ts'
import { personIdSchema } from '../../shared/values/values.ts'
import { allPeople, findPerson } from '../people/people.ts'
import type { Reader } from '../store/database.ts'

/** What entries of people say of a post, whatever else they hold. */
interface WrittenPost {
  readonly name?: string
  readonly department?: string
  readonly roles?: Post['roles']
}

function postOf({ name = '', department = '', roles = [] }: WrittenPost): Post {
  return { name, department, roles }
}

/** The changes of one person in the order of the chain. */
function changesOf(reader: Reader, id: string): PersonChange[] {
  const rows = reader.all<{ seq: number; act: string; content: string }>(
    "SELECT seq, act, content FROM audit WHERE subject = ? AND act IN ('person.add', 'person.update') ORDER BY seq",
    `person/${id}`,
  )
  return rows.map(({ seq, act, content }) => {
    if (act === 'person.add') return { seq, before: null, after: postOf(JSON.parse(content) as WrittenPost) }
    const { before, after } = JSON.parse(content) as { readonly before: WrittenPost; readonly after: WrittenPost }
    return { seq, before: postOf(before), after: postOf(after) }
  })
}

export interface PeopleThen {
  /** The person as of the entry `seq`. */
  at(id: string, seq: number): PersonThen
  /** Who held the supervisor's post at any time between two entries, both included, as they were then, with the entry that says so. */
  supervisorsBetween(first: number, last: number): readonly { readonly who: PersonThen; readonly seq: number | null }[]
}

export function peopleThen(reader: Reader): PeopleThen {
  const known = new Map<string, { readonly changes: readonly PersonChange[]; readonly today: Post & { readonly active: boolean } }>()
  const find = (id: string) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const parsed = personIdSchema.safeParse(id)
    const person = parsed.success ? findPerson(reader, parsed.data) : undefined
    if (person === undefined) return undefined
    const { name, department, roles, active } = person
    const found = { changes: changesOf(reader, id), today: { name, department, roles, active } }
    known.set(id, found)
    return found
  }
  const at = (id: string, seq: number): PersonThen => {
    if (id === 'system') return namedOnly('本站')
    const found = find(id)
    if (found === undefined) return namedOnly(id)
    const then = postAt(found.changes, found.today, seq)
    return { id, ...then, today: differs(then, found.today) || !found.today.active ? found.today : null }
  }
  return {
    at,
    supervisorsBetween: (first, last) =>
      allPeople(reader).flatMap(({ id }) => {
        const found = find(id)
        if (found === undefined) return []
        const begun = found.changes.findLast(({ seq }) => seq <= first)
        const added = found.changes.find(({ before }) => before === null)?.seq ?? 0
        const during = found.changes.filter(({ seq }) => seq > first && seq <= last)
        const start = added > last ? undefined : { seq: begun?.seq ?? null, post: postAt(found.changes, found.today, first + 1) }
        const posts = [...(start === undefined || added > first ? [] : [start]), ...during.map(({ seq, after }) => ({ seq, post: after }))]
        const held = posts.findLast(({ post }) => post.roles.includes('supervisor'))
        return held === undefined ? [] : [{ who: at(id, Math.max(held.seq ?? 0, first) + 1), seq: held.seq }]
      }),
  }
}
