/**
 * A workstation: one open station folder. `openWorkstation` checks the folder, locks it, opens the store with the data
 * key, loads the catalogue and puts the features together behind one `dispatch`. Plain Node; no shell (wall 1).
 */
import { join } from 'node:path'
import type { ChainHead } from '../../shared/audit/contract.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Method } from '../../shared/contract/method.ts'
import type { CoreEvent, Reply, StagedFile } from '../../shared/contract/reply.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { isoInstant } from '../../shared/values/values.ts'
import { whyGone } from '../accountability/destroyed-files.ts'
import { finishBegunDestructions } from '../accountability/destruction.ts'
import { appendEntry, type Act } from '../audit/chain.ts'
import { judgeAll } from '../cases/judging.ts'
import { createBackups } from '../backup/backups.ts'
import { catalogueInForce } from '../catalogue/catalogue-in-force.ts'
import { readStationCatalogue } from '../catalogue/station-overlays.ts'
import { countInBackground } from '../deadlines/due-index.ts'
import { signedInPerson } from '../people/people.ts'
import { lockStation, type StationLock } from '../station/station-lock.ts'
import { requireStationFolder } from '../station/station-folder.ts'
import { createStation, readStation, type NewStation } from '../station/station-row.ts'
import { openFileStore } from '../store/files.ts'
import type { OpenDatabase, Writer } from '../store/database.ts'
import { openStore, requireStoreFile } from '../store/open-store.ts'
import { openStoredFile } from './stored-files.ts'
import { handlers } from './all-handlers.ts'
import type { CallContext, Workbench } from './handler.ts'
import type { Caller, StoredFile } from './host-interface.ts'
import { createConnections, type Connections } from './connections.ts'
import { answerCall } from './dispatch.ts'
import { createReadingService, type ReadingWorkbench } from '../intake/reading-service.ts'
import { openReadingWorker } from '../intake/reading/reading-worker.ts'
import { createStaging } from './staging.ts'

export interface WorkstationOptions {
  readonly resourcesFolder: string
  readonly log?: ((line: string) => void) | undefined
  readonly now?: (() => Date) | undefined
  /** Makes the station in an empty store; without it the store must have one. */
  readonly create?: NewStation | undefined
  /** The station's lock where the caller holds it already; the workstation releases it when it closes. */
  readonly lock?: StationLock | undefined
  /** False: papers that come in are queued, but nobody reads them until somebody asks. */
  readonly read?: boolean | undefined
  /** False: leaves the stored files as they lie. For a program that only looks. */
  readonly sweep?: boolean | undefined
}

/** Milliseconds after the station was opened. */
const READING_GOES_ON_AFTER = 5000

const NO_LOG = (): void => undefined

/** What is being typed or arranged is kept at once, however long an export takes: one statement each, on nothing that was read. */
const OUT_OF_TURN = /^(?:drafts|preferences)\./

export interface Workstation {
  readonly folder: string
  readonly workbench: Workbench
  connect(): Caller
  disconnect(caller: Caller): void
  signIn(caller: Caller, person: SignedInPerson): void
  dispatch(name: string, input: unknown, caller: Caller): Promise<Reply>
  stage(
    file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; readonly size?: number | undefined },
    caller: Caller,
  ): Promise<StagedFile>
  openFile(reference: string, caller: Caller): StoredFile
  /** A connection that nobody is signed in on hears only of what it may ask. */
  subscribe(caller: Caller, listener: (event: CoreEvent) => void): () => void
  close(): void
}

/**
 * Opens the station in `folder` with its data key.
 * Throws `folder-on-network`, `folder-cloud-synced`, `folder-not-writable`, `station-locked-by-other`, `store-…`,
 * `catalogue-broken`. Nothing stays open then.
 */
export async function openWorkstation(folder: string, dataKey: Uint8Array, options: WorkstationOptions): Promise<Workstation> {
  const path = requireStationFolder(folder)
  const lock = options.lock ?? lockStation(path)
  let database: OpenDatabase | undefined
  const release = (): void => {
    try {
      database?.close()
    } finally {
      lock.release()
    }
  }
  try {
    const { create } = options
    if (create === undefined) requireStoreFile(path)
    database = openStore(path, dataKey)
    if (create !== undefined) createStation(database, create, (options.now ?? (() => new Date()))())
    const workbench = await assemble(path, database, options)
    return wire(workbench, release, options)
  } catch (error) {
    try {
      database?.close()
    } finally {
      // a lock that was handed in stays with who holds it
      if (options.lock === undefined) lock.release()
    }
    throw error
  }
}

interface Assembled {
  readonly workbench: Workbench
  readonly connections: Connections
}

async function assemble(folder: string, database: OpenDatabase, options: WorkstationOptions): Promise<Assembled> {
  const { reader } = database
  const first = readStation(reader)
  if (first === undefined) throw new FashenError('station-missing', { folder })
  const files = openFileStore(join(folder, 'files'), first.fileKey, undefined, (sha256, name) => whyGone(reader, sha256, name))
  const log = options.log ?? NO_LOG
  const staging = createStaging(files)
  const connections = createConnections({ forget: (connection) => staging.forget(connection), log })
  const now = options.now ?? (() => new Date())
  const today = () => civilDayOf(isoInstant(now()))
  const inForce = catalogueInForce(readStationCatalogue(options.resourcesFolder), { reader, today, log })
  const { emit } = connections
  const withoutReading: ReadingWorkbench = {
    folder,
    reader,
    files,
    get catalogue() {
      return inForce.now()
    },
    catalogueInForce: inForce,
    staging,
    station: () => readStation(reader)?.station ?? first.station,
    now,
    instant: () => isoInstant(now()),
    today,
    emit,
    actAs: <Result>(actor: string, act: Omit<Act, 'actor'>, work: (writer: Writer, head: ChainHead) => Result): Result => {
      const result = database.transaction(act.act, (writer) => work(writer, appendEntry(writer, { ...act, actor }, isoInstant(now()))))
      emit({ kind: 'changed', subject: 'audit' })
      return result
    },
    withoutAudit: (what, work) => database.transaction(what, work),
  }
  const reading = createReadingService(withoutReading, { openReader: openReadingWorker, log, idle: options.read === false })
  const workbench: Workbench = {
    ...withoutReading,
    get catalogue() {
      return inForce.now()
    },
    reading,
    backups: createBackups({ ...withoutReading, hold: database.hold, openCopy: database.openCopy, log }),
  }
  if (options.sweep !== false) {
    await finishBegunDestructions(workbench, log)
    await sweepFiles(workbench, log)
  }
  return { workbench, connections }
}

/**
 * Files whose row was never written: the process died in between, or the person never attached them. Housekeeping: what
 * fails of it is written to the log, and the station opens all the same.
 */
async function sweepFiles({ reader, files }: Workbench, log: (line: string) => void): Promise<void> {
  const failed = (reason: string) => log(`${new Date().toISOString()} sweep: ${reason}`)
  try {
    let names: ReadonlySet<string> | undefined
    const referenced = (): ReadonlySet<string> => {
      const rows = reader.all<{ sha256: string }>('SELECT sha256 FROM materials UNION SELECT sha256 FROM documents')
      return new Set(rows.map(({ sha256 }) => files.storedName(sha256)))
    }
    // made when the first file asks for it
    await files.sweep((name) => (names ??= referenced()).has(name), failed)
  } catch (error) {
    failed(String(error))
  }
}

function wire({ workbench, connections }: Assembled, release: () => void, options: WorkstationOptions): Workstation {
  const log = options.log ?? NO_LOG
  let closed = false
  const personOf = (caller: Caller): SignedInPerson | undefined => {
    const id = connections.personOn(caller)
    // asked of the store at every call: a role taken away, or a person deactivated, counts at once
    return id === undefined ? undefined : signedInPerson(workbench.reader, id)
  }
  const contextOf = (caller: Caller, person: SignedInPerson | undefined): CallContext => ({
    ...workbench,
    caller,
    get person() {
      if (person === undefined) throw new FashenError('not-signed-in', {})
      return person
    },
    act: (act, work) => workbench.actAs(person?.id ?? 'system', act, work),
    signIn: (signedIn) => connections.signIn(caller, signedIn.id),
    signOut: () => connections.signOut(caller),
    endSessions: (id, which) => connections.endSessions(id, which === 'others' ? caller : undefined),
  })
  // what an earlier run left unread waits until the first screen is there
  let endCounting = (): void => undefined
  const later = setTimeout(() => {
    workbench.reading.start()
    // after an update every open case is to be counted once: done here, nobody waits for it at the board
    endCounting = countInBackground(workbench, log)
    if (options.read === false) return
    judgeAll(workbench, () => !closed).catch((error: unknown) => {
      if (!closed) log(`${new Date().toISOString()} judging: ${String(error)}`)
    })
  }, READING_GOES_ON_AFTER)
  later.unref()
  let lastWrite: Promise<unknown> = Promise.resolve()
  const oneAtATime = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = lastWrite.then(work, work)
    lastWrite = next.catch(() => undefined)
    return next
  }
  const requireSignedIn = (caller: Caller): SignedInPerson => {
    const person = personOf(caller)
    if (person === undefined) throw new FashenError('not-signed-in', {})
    return person
  }
  return {
    folder: workbench.folder,
    workbench,
    connect: () => connections.connect(),
    disconnect: (caller) => connections.signOut(caller),
    signIn: (caller, person) => connections.signIn(caller, person.id),
    dispatch: (name, input, caller) => {
      const described = (contract as Readonly<Record<string, Method>>)[name]
      const answer = () =>
        answerCall({ name, input, described, handler: handlers.get(name), person: personOf(caller), contextOf: (person) => contextOf(caller, person), log })
      // writes run one after the other, so that what a handler read is still true when it writes
      return described?.access === 'write' && !OUT_OF_TURN.test(name) ? oneAtATime(answer) : answer()
    },
    stage: (file, caller) => {
      requireSignedIn(caller)
      // the reading thread starts while the file is hashed and sealed
      workbench.reading.expect(file.name)
      return workbench.staging.stage(caller.connection, file)
    },
    openFile: (reference, caller) => {
      requireSignedIn(caller)
      return openStoredFile(workbench, reference, caller)
    },
    subscribe: (caller, listener) => connections.subscribe(caller, listener),
    close: () => {
      closed = true
      clearTimeout(later)
      endCounting()
      void workbench.reading.close()
      workbench.backups.close()
      release()
    },
  }
}

