/** A station in which histories happen: everybody is there twice, has a certificate, and its clock is set by the history. */
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/contract.ts'
import type { ErrorJson } from '../../src/shared/errors/errors.ts'
import type { CaseId, PersonId } from '../../src/shared/values/values.ts'
import type { StationFields } from '../../src/shared/station/contract.ts'
import type { Reader } from '../../src/main/store/database.ts'
import { unwrapSecret, wrapSecret, wrappedSecretSchema } from '../../src/main/keys/wrapped-secret.ts'
import { certificateOf, SIGNING_PASSWORD } from '../support/test-case.ts'
import { createTestStation, personFields, STATION_FIELDS, type TestStation } from '../support/test-station.ts'

/** Who acts in a history. Two reviewers, so that who is drawn in place of another is no chance. */
export const ACTING = ['handler', 'handler2', 'reviewer', 'reviewer2', 'head', 'head2', 'agencyHead', 'supervisor', 'officer1', 'officer2'] as const
export type Acting = (typeof ACTING)[number]

export type Answer<Name extends MethodName> = { readonly ok: true; readonly value: MethodOutput<Name> } | { readonly ok: false; readonly error: ErrorJson }

export interface HistoryStation {
  readonly station: TestStation
  readonly reader: Reader
  now(): Date
  pass(minutes: number): void
  /** An answer of the core, refusals as data. */
  ask<Name extends MethodName>(login: Acting, name: Name, input: MethodInput<Name>): Promise<Answer<Name>>
  /** The same, where a refusal ends the run. */
  do<Name extends MethodName>(login: Acting, name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>
  idOf(login: string): PersonId
  certificate(login: Acting): string
  /** Those of the histories, in the order in which they were registered. */
  readonly cases: CaseId[]
  /** Rises with every commit of the store; what is refused leaves it. */
  commits(): number
  close(): void
}

/** What a station is: of which trade and place, and with that by which rules its clocks run. */
export type Kind = Pick<StationFields, 'sector' | 'divisionCode'>

/** @param begins the first moment, in UTC */
export async function createHistoryStation(begins: string, kind: Kind = STATION_FIELDS): Promise<HistoryStation> {
  let now = new Date(begins)
  const logged: string[] = []
  const station = await createTestStation({ now: () => now, fields: { ...STATION_FIELDS, ...kind }, log: (line) => void logged.push(line) })
  for (const [login, name] of [['officer1', '方正'], ['officer2', '林立']] as const) {
    const credentials = [{ kind: 'enforcementCertificate' as const, number: `43000-${login}`, validFrom: '2020-01-01', validUntil: '2039-12-31' }]
    await station.addPerson(personFields(login, name, ['handler'], { credentials } as never))
  }
  const certificates = new Map<Acting, string>()
  for (const login of ['reviewer', 'reviewer2', 'head', 'head2'] as const) {
    const certificate = await certificateOf(station.as(login))
    certificates.set(login, certificate)
    await cheapen(station, certificate)
  }
  const { reader } = station.workstation.workbench
  const ask = async <Name extends MethodName>(login: Acting, name: Name, input: MethodInput<Name>): Promise<Answer<Name>> => {
    const reply = await station.workstation.dispatch(name, input, station.as(login).caller)
    return reply as Answer<Name>
  }
  return {
    station,
    reader,
    cases: [],
    now: () => now,
    pass: (minutes) => void (now = new Date(now.getTime() + minutes * 60_000)),
    ask,
    do: async (login, name, input) => {
      const answer = await ask(login, name, input)
      if (!answer.ok) throw new Error(`${name} by ${login}: ${JSON.stringify(answer.error)} ${answer.error.code === 'internal' ? (logged.at(-1) ?? '') : ''}`)
      return answer.value
    },
    idOf: (login) => {
      const id = station.ids.get(login)
      if (id === undefined) throw new Error(`nobody here is called ${login}`)
      return id
    },
    certificate: (login) => certificates.get(login) ?? '0190a000-0000-7000-8000-000000000000',
    commits: () => reader.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0,
    close: () => station.close(),
  }
}

/** Wraps a signing key anew at the least cost: half of a run would be scrypt, for passwords that guard nothing here. */
async function cheapen({ workstation: { workbench } }: TestStation, certificateId: string): Promise<void> {
  const row = workbench.reader.get<{ wrapped_key: string; person_id: string }>('SELECT wrapped_key, person_id FROM certificates WHERE id = ?', certificateId)
  if (row === undefined) throw new Error(`no certificate ${certificateId}`)
  const purpose = `signing-key:${row.person_id}`
  const key = await unwrapSecret(wrappedSecretSchema.parse(JSON.parse(row.wrapped_key)), SIGNING_PASSWORD, purpose)
  if (key === undefined) throw new Error('the signing key does not open')
  const wrapped = await wrapSecret(key, SIGNING_PASSWORD, purpose, { N: 2 ** 14, r: 8, p: 1 })
  workbench.withoutAudit('test', (writer) => writer.run('UPDATE certificates SET wrapped_key = ? WHERE id = ?', JSON.stringify(wrapped), certificateId))
}

/** Every third case goes its way without much ado, so that some come to their decision and to what follows it. */
export const isSmooth = ({ cases }: HistoryStation, caseId: CaseId): boolean => cases.indexOf(caseId) % 3 === 0

export interface StoredCase {
  readonly state: string
  readonly round: number
  readonly reviewer: Acting | null
}

export function storedCase({ reader, idOf }: HistoryStation, caseId: CaseId): StoredCase {
  const row = reader.get<{ state: string; round: number; reviewer: string | null }>('SELECT state, round, reviewer_id AS reviewer FROM cases WHERE id = ?', caseId)
  if (row === undefined) throw new Error(`the case ${caseId} is gone`)
  return { ...row, reviewer: ACTING.find((login) => idOf(login) === row.reviewer) ?? null }
}
