/** `fashen prereview FOLDER`: reads a folder with the officer, without a station. */
import { resolve } from 'node:path'
import process from 'node:process'
import { isoDateSchema, type IsoDate, type Language } from '../../shared/values/values.ts'
import { prereviewFolder, type PrereviewProgress } from './prereview-folder.ts'
import { prereviewJson, prereviewText } from './prereview-output.ts'

export interface PrereviewWords {
  readonly folder: string
  readonly json: boolean
  readonly language: Language
  readonly sector: string | null
  readonly region: string | null
  /** `YYYY-MM-DD`; the system's day where undefined. */
  readonly today: string | undefined
}

function progressLine({ file, number, of, page }: PrereviewProgress, language: Language): string {
  if (language === 'zh-CN')
    return page === null ? `读取 ${number}/${of}  ${file}` : `识别 ${number}/${of}  ${file} 第${page}页`
  return page === null ? `reading ${number}/${of}  ${file}` : `recognising ${number}/${of}  ${file} p. ${page}`
}

/** Null where the day cannot be understood: wrong usage. */
function dayOf(today: string | undefined): IsoDate | undefined | null {
  if (today === undefined) return undefined
  const day = isoDateSchema.safeParse(today)
  return day.success ? day.data : null
}

/** Prints the result to standard output, progress to standard error. False: wrong usage. */
export async function prereview({ folder, json, language, sector, region, today }: PrereviewWords): Promise<boolean> {
  const day = dayOf(today)
  if (day === null) return false
  const result = await prereviewFolder(resolve(folder), {
    onProgress: (progress) => process.stderr.write(`${progressLine(progress, language)}\n`),
    sector,
    region,
    ...(day === undefined ? {} : { today: day }),
  })
  const printed = json ? JSON.stringify(prereviewJson(result, language), undefined, 1) : prereviewText(result, language)
  // the pipe of a reader takes its time; the process must not end before all is written
  await new Promise<void>((written) => process.stdout.write(`${printed}\n`, () => written()))
  return true
}
