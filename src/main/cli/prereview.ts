/** `fashen prereview FOLDER`: reads a folder with the officer, without a station. */
import { resolve } from 'node:path'
import process from 'node:process'
import { FashenError } from '../../shared/errors/errors.ts'
import { isoDateSchema, type IsoDate, type Language } from '../../shared/values/values.ts'
import { prereviewFolder, type PrereviewProgress } from './prereview-folder.ts'
import { hasWords, prereviewJson, prereviewText } from './prereview-output.ts'
import { UsageError } from './usage.ts'

export interface PrereviewWords {
  readonly folder: string
  readonly json: boolean
  readonly language: Language
  readonly sector: string | null
  readonly region: string | null
  /** `YYYY-MM-DD`; the system's day where null. */
  readonly today: string | null
}

function progressLine({ file, number, of, page }: PrereviewProgress, language: Language): string {
  if (language === 'zh-CN')
    return page === null ? `读取 ${number}/${of}  ${file}` : `识别 ${number}/${of}  ${file} 第${page}页`
  return page === null ? `reading ${number}/${of}  ${file}` : `recognising ${number}/${of}  ${file} p. ${page}`
}

/** Undefined for the system's day. */
function dayOf(today: string | null): IsoDate | undefined {
  if (today === null) return undefined
  const day = isoDateSchema.safeParse(today)
  if (day.success) return day.data
  throw new UsageError('prereview', { 'zh-CN': `--today 要写成 YYYY-MM-DD：${today}`, en: `--today is written YYYY-MM-DD: ${today}` })
}

function requireRegion(region: string | null): void {
  if (region === null || /^[0-9]{6}$/u.test(region)) return
  throw new UsageError('prereview', { 'zh-CN': `--region 是六位区划代码：${region}`, en: `--region is the six figures of a division: ${region}` })
}

/** Standard output, until all is written: the pipe of a reader takes its time, and one who has read enough is no failure. */
async function print(words: string): Promise<void> {
  await new Promise<void>((written, failed) => {
    process.stdout.once('error', (error) => ('code' in error && error.code === 'EPIPE' ? written() : failed(error)))
    process.stdout.write(`${words}\n`, () => written())
  })
}

/**
 * Prints the result to standard output, progress to standard error. Throws `UsageError`, and `case-folder-…` where there is
 * nothing to review; where files are there that gave no words, the report has been printed before.
 */
export async function prereview({ folder, json, language, sector, region, today }: PrereviewWords): Promise<void> {
  const day = dayOf(today)
  requireRegion(region)
  const path = resolve(folder)
  const result = await prereviewFolder(path, {
    onProgress: (progress) => process.stderr.write(`${progressLine(progress, language)}\n`),
    sector,
    region,
    ...(day === undefined ? {} : { today: day }),
  })
  await print(json ? JSON.stringify(prereviewJson(result, language), undefined, 1) : prereviewText(result, language))
  if (!result.files.some(({ text }) => hasWords(text))) throw new FashenError('case-folder-wordless', { path })
}
