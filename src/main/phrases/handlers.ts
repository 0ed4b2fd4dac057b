/**
 * Reusable phrases. What the station offers to everybody is an act with its audit entry; a person's own phrases are
 * like drafts: on disk, but no act.
 */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Phrase, phrasesContract } from '../../shared/phrases/contract.ts'
import type { PhraseShelf } from '../../shared/phrases/phrase.ts'
import type { Role } from '../../shared/people/roles.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import type { Writer } from '../store/database.ts'
import { countOfShelf, deletePhrase, phraseById, phrasesFor, writePhrase, type KeptPhrase } from './phrase-record.ts'

/** Who writes the station's phrases. */
const STATION_WRITERS: readonly Role[] = ['head', 'admin']
/** Phrases on one shelf: more than anybody looks through. */
const MOST_PHRASES = 1000

export const phrasesHandlers: Handlers<typeof phrasesContract> = {
  'phrases.list': (context) => ({
    phrases: phrasesFor(context.reader, context.person.id)
      .map(told)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    mayEditStation: mayEditStation(context),
  }),

  'phrases.save': (context, { phraseId, expectedVersion, shelf, fields }) => {
    const method = 'phrases.save'
    const before = phraseId === null ? undefined : requirePhrase(context, phraseId, expectedVersion)
    for (const touched of new Set<PhraseShelf>([shelf, before?.shelf ?? shelf])) requireShelf(context, touched, method)
    const owner = shelf === 'own' ? context.person.id : null
    if (before?.shelf !== shelf && countOfShelf(context.reader, owner) >= MOST_PHRASES) {
      throw new FashenError('invalid-input', { method, field: 'phrases', problem: 'too-many-phrases' })
    }
    const id = before?.id ?? uuidv7()
    const version = (before?.version ?? 0) + 1
    const at = context.instant()
    const stationTouched = shelf === 'station' || before?.shelf === 'station'
    keep(context, stationTouched, { act: 'phrase.save', id, content: { version, shelf, ...fields } }, (writer) =>
      writePhrase(writer, { id, owner, version, fields, by: context.person.id, at }),
    )
    context.emit({ kind: 'changed', subject: 'phrases' })
    return { ...fields, id, shelf, version, savedAt: at }
  },

  'phrases.remove': (context, { phraseId, expectedVersion }) => {
    const { id, shelf, name } = requirePhrase(context, phraseId, expectedVersion)
    requireShelf(context, shelf, 'phrases.remove')
    keep(context, shelf === 'station', { act: 'phrase.remove', id, content: { name } }, (writer) => deletePhrase(writer, id))
    context.emit({ kind: 'changed', subject: 'phrases' })
    return null
  },
}

/** Without its owner: it is the caller's or nobody's. */
function told({ id, shelf, version, savedAt, name, text, heading, questionId }: KeptPhrase): Phrase {
  return { id, shelf, version, savedAt, name, text, heading, questionId }
}

function mayEditStation({ person }: CallContext): boolean {
  return person.roles.some((role) => STATION_WRITERS.includes(role))
}

function requireShelf(context: CallContext, shelf: PhraseShelf, method: string): void {
  if (shelf === 'station' && !mayEditStation(context)) throw new FashenError('not-allowed', { method, needs: [...STATION_WRITERS] })
}

/** Another person's phrase is not told apart from one that is not there. */
function requirePhrase(context: CallContext, id: string, expected: number): KeptPhrase {
  const phrase = phraseById(context.reader, id)
  if (phrase === undefined || (phrase.owner !== null && phrase.owner !== context.person.id)) {
    throw new FashenError('not-found', { subject: 'phrase', id })
  }
  if (phrase.version !== expected) throw new FashenError('conflict', { subject: 'phrase', id, expected, actual: phrase.version })
  return phrase
}

interface PhraseAct {
  readonly act: 'phrase.save' | 'phrase.remove'
  readonly id: string
  readonly content: Readonly<Record<string, unknown>>
}

function keep(context: CallContext, audited: boolean, { act, id, content }: PhraseAct, work: (writer: Writer) => void): void {
  if (audited) context.act({ act, subject: `phrase/${id}`, content }, work)
  else context.withoutAudit(act, work)
}
