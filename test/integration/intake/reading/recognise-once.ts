/** Recognises page 1 of the file that is named and prints what was found, in a process of its own. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import process from 'node:process'
import { endRecognition, recognisePage } from '../../../../src/main/intake/reading/recognise-page.ts'

const [file = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await recognisePage({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }, 1)))
await endRecognition()
