/** The licences of everything that the program brings along, as a module of the renderer (`virtual:licences`). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { z } from 'zod'

const MODULE = 'virtual:licences'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({
    version: z.string().optional(),
    license: z.string().optional(),
    dev: z.boolean().optional(),
  })),
})

export interface Licence {
  readonly name: string
  readonly version: string
  /** SPDX expression, as the package states it. */
  readonly licence: string
  /** The text of the licence; null where the package has none with it. */
  readonly text: string | null
}

/** What is installed to run, not to build; packages for other systems are not there and not listed. */
export function readLicences(root: string): Licence[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const found = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(join(root, path)))
    .map(([path, { version, license }]): Licence => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return { name, version: version ?? '', licence: license ?? '', text: textIn(join(root, path)) }
    })
  const unique = new Map(found.map((licence) => [`${licence.name} ${licence.version}`, licence]))
  return [...unique.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

function textIn(folder: string): string | null {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/iu.test(name))
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim()
}

export function licencesPlugin(root: string): Plugin {
  return {
    name: 'licences',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export const licences = ${JSON.stringify(readLicences(root))}` : undefined),
  }
}
