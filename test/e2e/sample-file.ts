/** The sample's whole file in a case, read, for tests that need what the rules find in it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../src/main/core/client.ts'
import { eventually } from './eventually.ts'
import type { PreparedStation } from './sample-station.ts'

/** Waits until every paper is read and the documents in it are found. */
export async function untilRead(client: Client, caseId: string): Promise<void> {
  const waiting = async (): Promise<number> => {
    const { unread } = await client.call('prereview.findings', { caseId, round: null })
    return unread.filter(({ state }) => state === 'waiting').length
  }
  // a cold reader on a busy machine takes longer than a window may
  for (let tried = 0; tried < 4 && (await waiting()) > 0; tried += 1) await eventually(waiting).toBe(0).catch(() => undefined)
  await eventually(waiting).toBe(0)
}

/** Registers the sample case with every file of the folder, the kinds left to the station. */
export async function registerWhole(station: PreparedStation, folder: string, title?: string): Promise<string> {
  const { handlers: listed, ...fields } = station.sample.case
  const handlers = listed.map(({ login, ...rest }) => ({ ...rest, personId: station.ids.get(login) ?? null }))
  const handler = await station.as(station.loginOf('handler'))
  const { caseId } = await handler.call('cases.register', { fields: { ...fields, handlers, title: title ?? fields.title } })
  const files: { stagedId: string; name: string; kind: null }[] = []
  for (const name of readdirSync(folder)) files.push({ stagedId: (await handler.stage(join(folder, name))).id, name, kind: null })
  await handler.call('materials.attach', { caseId, files })
  await untilRead(handler, caseId)
  return caseId
}
