/** The sample case: it generates, it reads, and what is wrong in it is what its own list of defects says. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { renderPdf } from '../../../src/main/documents/pdf.ts'
import {
  generateSampleFiles,
  readSamplePapers,
  SAMPLE_RENDER_OPTIONS,
  type GeneratedFile,
  type SampleFile,
} from '../../../src/main/samples/generate.ts'
import { loadSampleCase, type SampleCase } from '../../../src/main/samples/sample-case.ts'
import { parseSamplePaper, SampleMarkupError } from '../../../src/main/samples/sample-markup.ts'
import {
  catalogueFileSchema,
  manifestSchema,
  SUBJECT_SCHEMAS,
  type RowOf,
} from '../../../src/shared/catalogue/schema.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { workingDaysBetween } from '../../../src/shared/deadlines/periods.ts'
import type { Inline } from '../../../src/shared/documents/model.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const run = promisify(execFile)
const folder = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'samples', 'penalty-no-permit')

/** Questions of the eight headings that concern a penalty (For P or *). */
const PENALTY_QUESTIONS = [
  ...[1, 2, 3, 4, 6, 7, 8, 9, 10, 11].map((n) => `1.${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `2.${n}`),
  ...[1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 21].map((n) => `3.${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15].map((n) => `4.${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `5.${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 9, 10].map((n) => `6.${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `7.${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 9, 10, 11].map((n) => `8.${n}`),
]

const name = { 'zh-CN': '放假', en: 'holiday' }
const calendar = makeCalendar([
  {
    year: 2026,
    notice: 'content_7047091',
    verified: true,
    off: [
      { name, from: isoDate('2026-01-01'), to: isoDate('2026-01-03') },
      { name, from: isoDate('2026-02-15'), to: isoDate('2026-02-23') },
      { name, from: isoDate('2026-04-04'), to: isoDate('2026-04-06') },
      { name, from: isoDate('2026-05-01'), to: isoDate('2026-05-05') },
      { name, from: isoDate('2026-06-19'), to: isoDate('2026-06-21') },
    ],
    workingWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09'].map((day) => isoDate(day)),
  },
])

/** Text without white space, as it may be broken anywhere. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '')
}

async function pdfPages(file: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1 << 24 })
  return stdout.split('\f').slice(0, -1).map(bare)
}

let scratch: string
let sample: SampleCase
let papers: SampleFile[]
let generated: GeneratedFile[]
/** Text of each generated file, and of each page that it has as PDF. */
const texts = new Map<string, string>()
const pages = new Map<string, string[]>()

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'sample-'))
  sample = await loadSampleCase(folder)
  papers = await readSamplePapers(folder)
  generated = await generateSampleFiles(folder, path.join(scratch, 'files'))
  for (const [index, paper] of papers.entries()) {
    const made = generated[index]
    if (made === undefined) continue
    const pdf = made.format === 'pdf' ? made.path : path.join(scratch, `${String(index)}.pdf`)
    if (made.format === 'docx') await writeFile(pdf, (await renderPdf(paper.document, SAMPLE_RENDER_OPTIONS)).bytes)
    pages.set(made.file, await pdfPages(pdf))
    const text =
      made.format === 'pdf' ? pages.get(made.file)?.join('') : (await mammoth.extractRawText({ path: made.path })).value
    texts.set(made.file, bare(text ?? ''))
  }
}, 120_000)

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true })
})

describe('the files', () => {
  it('are the listed materials, about half of them PDF and half DOCX, each of the kind that its text says', () => {
    expect(generated.map(({ file, kind }) => ({ file, kind }))).toEqual(
      sample.materials.map(({ file, kind }) => ({ file, kind })),
    )
    expect(generated.length).toBeGreaterThanOrEqual(28)
    expect(generated.filter((one) => one.format === 'pdf')).toHaveLength(generated.length / 2)
  })

  it('begin as PDF and DOCX files begin', async () => {
    for (const { path: file, format } of generated) {
      const start = (await readFile(file)).subarray(0, 4).toString('latin1')
      expect(start, file).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
    }
  })

  it('have one to three pages, as many as case.json and the printed list say', () => {
    const printed = papers.find((paper) => paper.kind === sample.materials[1]?.kind)?.document.blocks
    const rows = printed?.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? []
    const cell = (row: (typeof rows)[number], column: number): string =>
      row[column]?.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('') ?? ''
    const onList = new Map(rows.map((row) => [`${cell(row, 0)}-${cell(row, 1)}`, Number(cell(row, 4))]))
    expect(onList.size).toBe(sample.materials.length - 2)
    for (const material of sample.materials) {
      expect(pages.get(material.file)?.length, material.file).toBe(material.pages)
      expect(material.pages, material.file).toBeLessThanOrEqual(3)
      const listed = onList.get(material.file.replace(/\.(pdf|docx)$/u, ''))
      if (listed !== undefined) expect(listed, material.file).toBe(material.pages)
    }
  })

  it('name the party, all but the certificate of the laboratory', () => {
    const without = [...texts].filter(([, text]) => !text.includes(sample.case.party.name)).map(([file]) => file)
    expect(without).toEqual(sample.materials.filter((one) => one.name.includes('监测机构资质')).map((one) => one.file))
  })

  it('name every handler with the certificate number that the people have', () => {
    for (const handler of sample.case.handlers) {
      const person = sample.people.find((one) => one.login === handler.login)
      expect(person?.name).toBe(handler.name)
      const certificate = person?.credentials.find((one) => one.kind === 'enforcementCertificate')
      expect(certificate?.number).toBe(handler.certificateNumber)
      const passage = `${handler.name}（执法证号${handler.certificateNumber}）`
      expect([...texts.values()].filter((text) => text.includes(passage)).length).toBeGreaterThan(5)
      for (const { date } of sample.timeline.filter((one) => one.date >= '2026-03-04')) {
        expect(certificate?.validFrom !== null && date >= (certificate?.validFrom ?? '')).toBe(true)
        expect(certificate?.validUntil !== null && date <= (certificate?.validUntil ?? '')).toBe(true)
      }
    }
  })
})

describe('the defects', () => {
  it('are six to eight, each at a question that the review answers with no, and no other answer is no', () => {
    const refused = sample.review.answers.filter((one) => one.answer === 'no').map((one) => one.questionId)
    expect(sample.defects.defects.map((one) => one.question)).toEqual(refused)
    expect(refused.length).toBeGreaterThanOrEqual(6)
    expect(refused.length).toBeLessThanOrEqual(8)
    const fatal = sample.defects.defects.filter((one) => one.severity === 'F').map((one) => one.question)
    const correctable = sample.defects.defects.filter((one) => one.severity === 'C').map((one) => one.question)
    expect(sample.review.expected).toMatchObject({ openFatal: fatal, openCorrectable: correctable })
  })

  it('stand word for word in the files, and so do the passages to read beside them', () => {
    for (const defect of sample.defects.defects) {
      for (const { file, passage } of [defect, ...defect.against]) {
        expect(texts.get(file), `${defect.id} ${file}`).toContain(bare(passage))
      }
    }
  })

  it('are the same in DEFECTS.md', async () => {
    const told = await readFile(path.join(folder, 'DEFECTS.md'), 'utf8')
    for (const { id, question, severity, file, passage, why } of sample.defects.defects) {
      expect(told).toContain(`| ${id} | ${question} | ${severity} | ${file} | ${passage} | ${why} |`)
    }
  })

  it('spoil only what they are about: the amount in words, the item, the court and 拟 are right elsewhere', () => {
    const file = sample.defects.defects.find((one) => one.question === '7.6')?.file
    const others = [...texts].filter(([other]) => other !== file).map(([, text]) => text)
    expect(others.some((text) => text.includes('叁拾万贰仟'))).toBe(false)
    expect(others.some((text) => text.includes('第三十三条第一款的规定'))).toBe(false)
    expect(others.some((text) => text.includes('有管辖权的人民法院'))).toBe(false)
  })
})

describe('the dates', () => {
  it('count as case.json says, and only the planted period does not hold', () => {
    for (const period of sample.periods) {
      const counted =
        period.unit === 'workingDays'
          ? workingDaysBetween(calendar, period.from, period.to).days
          : (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000
      expect(counted, period.what).toBe(period.counted)
      const holds = period.rule === 'atLeast' ? counted >= period.limit : counted <= period.limit
      expect(holds, period.what).toBe(period.holds)
    }
    expect(sample.periods.filter((one) => !one.holds)).toHaveLength(1)
  })

  it('of what the agency did are working days in 2026, before the Code came into force', () => {
    for (const { date, what } of sample.timeline.filter((one) => one.date.startsWith('2026'))) {
      expect(calendar.statusOf(date).working, what).toBe(true)
      expect(date < '2026-08-15', what).toBe(true)
    }
    expect(sample.case.actTo !== null && sample.case.actTo < '2026-08-15').toBe(true)
  })

  it('stand in the files that the timeline names, in order', () => {
    for (const { date, what, file } of sample.timeline) {
      const [year, month, day] = date.split('-').map(Number)
      expect(texts.get(file), what).toMatch(new RegExp(`(?:${year}年)?${month}月${day}日`, 'u'))
    }
    const dates = sample.timeline.map((one) => one.date)
    expect([...dates].sort()).toEqual(dates)
  })
})

describe('the numbers', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

  // written out once more here, so that a mistake in the product's own check does not hide one in the sample
  function creditCodeHolds(code: string): boolean {
    let power = 1
    let sum = 0
    for (const character of code.slice(0, 17)) {
      sum += alphabet.indexOf(character) * power
      power = (power * 3) % 31
    }
    return alphabet[(31 - (sum % 31)) % 31] === code[17]
  }

  function residentIdHolds(code: string): boolean {
    const products = [...code].map((digit, place) => (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - place) % 11))
    return products.reduce((total, product) => total + product, 0) % 11 === 1
  }

  /** Codes with the files that have them. */
  function found(pattern: RegExp): Map<string, string[]> {
    const codes = new Map<string, string[]>()
    for (const [file, text] of texts) {
      for (const [code] of text.matchAll(pattern)) codes.set(code, [...(codes.get(code) ?? []), file])
    }
    return codes
  }

  it('are valid social credit codes, except the planted one in its one file', () => {
    const codes = found(/(?<![0-9A-Z])(?:91|12)439901[0-9A-Z]{10}(?=\D|\d)/gu)
    const planted = sample.defects.defects.find((one) => one.question === '1.9')
    expect([...codes].filter(([code]) => !creditCodeHolds(code))).toEqual([[planted?.passage, [planted?.file]]])
    expect(codes.get(sample.case.party.code)?.length).toBeGreaterThanOrEqual(10)
  })

  it('are valid resident identity numbers', () => {
    const codes = [...found(/(?<!\d)439901(?:19|20)\d{9}[\dX]/gu).keys()]
    expect(codes).toHaveLength(4)
    expect(codes.filter((code) => !residentIdHolds(code))).toEqual([])
  })

  it('of the water add up, and so does the fine by its formula', () => {
    const paper = papers.find((one) => one.file.includes('用水量'))
    const tables = paper?.document.blocks.filter((block) => block.kind === 'table') ?? []
    const figure = ([inline]: readonly Inline[]): number => Number(inline?.kind === 'text' ? inline.text : NaN)
    const rows = tables.at(-1)?.rows.map((row) => row.slice(1).map(figure))
    const total = rows?.at(-1) ?? []
    expect(total).toHaveLength(4)
    for (const [column, sum] of total.entries()) {
      const parts = rows?.slice(0, -1).reduce((running, row) => running + (row[column] ?? NaN), 0)
      expect(parts).toBeCloseTo(sum, 6)
    }
    expect(sample.case.facts).toContain(`排放量${String(total[2])}吨`)
    const fine = 200_000 + (1_000_000 - 200_000) * (0.06 + 0.04 + 0.05)
    expect(sample.case.effects.map((one) => one.amount)).toEqual([fine])
  })
})

describe('the review', () => {
  it('answers every question that concerns a penalty, once', () => {
    expect(sample.review.answers.map((one) => one.questionId)).toEqual(expect.arrayContaining(PENALTY_QUESTIONS))
    expect(new Set(sample.review.answers.map((one) => one.questionId)).size).toBe(sample.review.answers.length)
  })

  it('rests on passages that stand on the page it names', () => {
    for (const { questionId, evidence } of sample.review.answers) {
      for (const { file, page, passage } of evidence) {
        const onPage = pages.get(file)?.[(page ?? 0) - 1] ?? ''
        const next = pages.get(file)?.[page ?? 0] ?? ''
        const text = onPage.replace(/—\d+—$/u, '') + next
        expect(text, `${questionId} ${file} ${String(page)}`).toContain(bare(passage ?? ''))
      }
    }
  })

  it('gives every no a finding, a suggestion and evidence', () => {
    for (const one of sample.review.answers.filter((answer) => answer.answer === 'no')) {
      expect(one.finding.length).toBeGreaterThan(10)
      expect(one.suggestion.length).toBeGreaterThan(5)
      expect(one.evidence.length).toBeGreaterThan(0)
    }
  })
})

describe('beside the catalogue', () => {
  const catalogueFolder = path.join(folder, '..', '..', 'catalogue')

  async function rowsOf<Of extends 'questions' | 'materials'>(subject: Of): Promise<RowOf<Of>[]> {
    const read = async (file: string): Promise<unknown> =>
      JSON.parse(await readFile(path.join(catalogueFolder, file), 'utf8'))
    const { files } = manifestSchema.parse(await read('catalogue.json'))
    const parsed = await Promise.all(files.map(async (file) => catalogueFileSchema.parse(await read(file))))
    const rows = parsed.filter((file) => file.subject === subject).flatMap((file) => file.rows)
    return z.array(SUBJECT_SCHEMAS[subject]).parse(rows) as RowOf<Of>[]
  }

  it('answers every question of it that concerns a penalty, only with answers that the question takes', async () => {
    const { conditions } = sample.case
    const questions = (await rowsOf('questions')).filter((one) => one.actionKinds.includes('penalty'))
    expect(questions.length).toBeGreaterThanOrEqual(PENALTY_QUESTIONS.length)
    for (const question of questions) {
      const given = sample.review.answers.find((one) => one.questionId === question.id)
      const folded = question.onlyWhen.length > 0 && question.onlyWhen.every((kind) => conditions[kind] === false)
      expect(given, question.id).toBeDefined()
      if (given?.answer === 'notApplicable') expect(question.mayNotApply || folded, question.id).toBe(true)
      if (given?.answer === 'no') expect(folded, question.id).toBe(false)
      const defect = sample.defects.defects.find((one) => one.question === question.id)
      if (defect !== undefined) expect(defect.severity, question.id).toBe(question.severity)
    }
  })

  it('has every material that the case needs', async () => {
    const { conditions } = sample.case
    const present = new Set(sample.materials.map((one) => one.kind))
    const kinds = (await rowsOf('materials')).filter((one) => one.actionKinds.includes('penalty'))
    const needed = kinds.filter(
      (one) =>
        one.need === 'required' ||
        (one.need === 'conditional' && one.onlyWhen.some((kind) => conditions[kind] === true)),
    )
    expect(needed.map((one) => one.id).filter((id) => !present.has(id))).toEqual([])
    expect([...present].filter((id) => kinds.every((one) => one.id !== id))).toEqual([])
  })
})

describe('a mistake in a sample text', () => {
  const head = '格式：pdf\n种类：evidence\n---\n# 标题\n'

  it.each([
    ['a row with a cell too many', `${head}| 甲 | 乙 |\n|=1|=1|\n| 1 | 2 | 3 |\n`, 5],
    ['an unknown mark', `${head}@日其 2026-03-05\n`, 5],
    ['a form row without a label', `${head}- 没有冒号\n`, 5],
    ['an unknown format', '格式：odt\n种类：evidence\n---\n# 标题\n', 1],
  ])('%s is named with file and line', (_, source, line) => {
    expect(() => parseSamplePaper('09-甲.txt', source)).toThrow(SampleMarkupError)
    expect(() => parseSamplePaper('09-甲.txt', source)).toThrow(`09-甲.txt:${String(line)}:`)
  })
})
