/**
 * A station in a temporary folder, opened with a random data key: everything behind the contract is real, only the
 * password work of set-up and sign-in is left out.
 */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { StagedFile } from '../../src/shared/contract/reply.ts'
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/contract.ts'
import { errorFromJson } from '../../src/shared/errors/errors.ts'
import { personFieldsSchema, type PersonFields, type SignedInPerson } from '../../src/shared/people/contract.ts'
import type { Role } from '../../src/shared/people/roles.ts'
import { stationFieldsSchema, type StationFields } from '../../src/shared/station/contract.ts'
import { personIdSchema, type PersonId } from '../../src/shared/values/values.ts'
import { openWorkstation, type Workstation, type WorkstationOptions } from '../../src/main/core/workstation.ts'
import type { Caller } from '../../src/main/core/host-interface.ts'
import { wrapSecret, type WrappedSecret } from '../../src/main/keys/wrapped-secret.ts'
import { insertPerson } from '../../src/main/people/people.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const RESOURCES = resolve(import.meta.dirname, '../../resources')

export const STATION_FIELDS: StationFields = stationFieldsSchema.parse({
  agency: '清川县生态环境局',
  reviewBody: '法制审核股',
  region: '示例省清川县',
  divisionCode: null,
  level: 'county',
  numberPrefix: '清环',
  sector: 'ecology',
})

/** One person of each kind; two reviewers and two heads, so that one can stand in for the other. */
export const CAST: readonly { readonly login: string; readonly name: string; readonly roles: readonly Role[] }[] = [
  { login: 'handler', name: '田禾', roles: ['handler'] },
  { login: 'handler2', name: '苗青', roles: ['handler'] },
  { login: 'reviewer', name: '顾盼', roles: ['reviewer'] },
  { login: 'reviewer2', name: '贺知', roles: ['reviewer'] },
  { login: 'head', name: '韩正', roles: ['head'] },
  { login: 'head2', name: '梁实', roles: ['head'] },
  { login: 'agencyHead', name: '陆离', roles: ['agencyHead'] },
  { login: 'supervisor', name: '苏木', roles: ['supervisor'] },
]
export const ADMINISTRATOR = { login: 'admin', name: '管宁' }

export function personFields(login: string, name: string, roles: readonly Role[], more: Partial<PersonFields> = {}): PersonFields {
  const reviews = roles.includes('reviewer') || roles.includes('head')
  return personFieldsSchema.parse({
    name,
    login,
    department: '',
    roles,
    credentials: reviews ? [{ kind: 'legalQualification', number: `A-${login}`, validFrom: '2015-03-01', validUntil: null }] : [],
    reviewSince: reviews ? '2016-01-04' : null,
    hasProofOfEarlierReview: false,
    ...more,
  })
}

/** The least that scrypt may cost here; nobody signs in with it. */
function hidden(personId: string): Promise<WrappedSecret> {
  return wrapSecret(randomBytes(16), 'nobody-types-this', `login:${personId}`, { N: 2 ** 14, r: 8, p: 1 })
}

export interface TestClient {
  readonly caller: Caller
  readonly person: SignedInPerson
  /** Throws the error that the core answered. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>
  stage(name: string, content: string | Uint8Array | AsyncIterable<Uint8Array>, size?: number): Promise<StagedFile>
  read(reference: string): Promise<Buffer>
}

export interface TestStation {
  readonly folder: string
  readonly dataKey: Uint8Array
  readonly workstation: Workstation
  readonly ids: ReadonlyMap<string, PersonId>
  /** The same connection each time. */
  as(login: string): TestClient
  /** Another window of the same person. */
  connect(login: string): TestClient
  addPerson(fields: PersonFields): Promise<PersonId>
  close(): void
}

export interface TestStationOptions extends Partial<WorkstationOptions> {
  readonly folder?: string
  readonly fields?: StationFields
  /** A random one where none is given. */
  readonly dataKey?: Uint8Array
}

/** Makes a station with {@link CAST} and an administrator. */
export async function createTestStation(options: TestStationOptions = {}): Promise<TestStation> {
  const folder = options.folder ?? join(temporaryFolder('station'), 'station')
  const dataKey = options.dataKey ?? new Uint8Array(randomBytes(32))
  const id = personIdSchema.parse(uuidv7())
  const workstation = await openWorkstation(folder, dataKey, {
    resourcesFolder: RESOURCES,
    // reading goes on in the background: only where a test is about it
    read: false,
    ...options,
    create: { fields: options.fields ?? STATION_FIELDS, administrator: { id, ...ADMINISTRATOR, password: await hidden(id) }, demo: false },
  })
  const ids = new Map<string, PersonId>([[ADMINISTRATOR.login, id]])
  const station = testStation(folder, dataKey, workstation, ids)
  for (const { login, name, roles } of CAST) await station.addPerson(personFields(login, name, roles))
  return station
}

/** Opens a station again that {@link createTestStation} made. */
export async function reopenTestStation(
  { folder, dataKey, ids }: Pick<TestStation, 'folder' | 'dataKey' | 'ids'>,
  options: Partial<WorkstationOptions> = {},
): Promise<TestStation> {
  const workstation = await openWorkstation(folder, dataKey, { resourcesFolder: RESOURCES, read: false, ...options })
  return testStation(folder, dataKey, workstation, new Map(ids))
}

function testStation(folder: string, dataKey: Uint8Array, workstation: Workstation, ids: Map<string, PersonId>): TestStation {
  const clients = new Map<string, TestClient>()
  const connect = (login: string): TestClient => {
    const id = ids.get(login)
    if (id === undefined) throw new Error(`nobody here is called ${login}`)
    const row = workstation.workbench.reader.get<{ name: string; fields: string }>('SELECT name, fields FROM people WHERE id = ?', id)
    if (row === undefined) throw new Error(`no person ${login}`)
    const { roles } = personFieldsSchema.parse(JSON.parse(row.fields))
    return connectClient(workstation, { id, name: row.name, login, roles })
  }
  return {
    folder,
    dataKey,
    workstation,
    ids,
    connect,
    as: (login) => {
      const known = clients.get(login) ?? connect(login)
      clients.set(login, known)
      return known
    },
    addPerson: async (fields) => {
      const id = personIdSchema.parse(uuidv7())
      const password = await hidden(id)
      workstation.workbench.actAs('system', { act: 'person.add', subject: `person/${id}`, content: fields }, (writer) =>
        insertPerson(writer, { id, fields, password, at: workstation.workbench.instant() }),
      )
      ids.set(fields.login, id)
      return id
    },
    close: () => workstation.close(),
  }
}

function connectClient(workstation: Workstation, person: SignedInPerson): TestClient {
  const caller = workstation.connect()
  workstation.signIn(caller, person)
  return {
    caller,
    person,
    call: async <Name extends MethodName>(name: Name, input: MethodInput<Name>) => {
      const reply = await workstation.dispatch(name, input, caller)
      if (!reply.ok) throw errorFromJson(reply.error)
      return reply.value as MethodOutput<Name>
    },
    stage: async (name, content, size) => workstation.stage({ name, bytes: bytesOf(content), size }, caller),
    read: async (reference) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of workstation.openFile(reference, caller).bytes) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  }
}

function bytesOf(content: string | Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return content
  return once(typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
