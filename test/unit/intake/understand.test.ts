import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kindsOfName } from '../../../src/shared/intake/recognise-kind.ts'
import { NOTICE, RECEIPT } from './invented.ts'
import { fileOf, KINDS, kindsIn, samplePapers } from './texts.ts'

/** What the 34 papers of the sample are, by their number. */
const SAMPLE_KINDS: Readonly<Record<string, readonly string[]>> = {
  '01': ['submission-form'],
  '02': ['materials-list'],
  '03': ['clue-form'],
  '04': ['filing-form'],
  '05': ['inspection-record'],
  '06': ['photo-evidence'],
  '07': ['sampling-record'],
  '08': ['test-report'],
  '09': ['test-report'],
  '10': ['other'],
  '11': ['identity-papers', 'power-of-attorney'],
  '12': ['inquiry-record'],
  '13': ['inquiry-record'],
  '14': ['inquiry-record'],
  '15': ['other'],
  '16': ['correction-order', 'service-receipt', 'correction-check'],
  '17': ['earlier-penalty'],
  '18': ['transfer-check'],
  '19': ['investigation-report'],
  '20': ['prior-notice', 'service-receipt'],
  '21': ['defence', 'hearing-request'],
  '22': ['hearing-notice', 'service-receipt'],
  '23': ['hearing-record'],
  '24': ['hearing-report'],
  '25': ['recheck-opinion'],
  '26': ['discretion-sheet'],
  '27': ['prior-notice', 'service-receipt'],
  '28': ['defence', 'recheck-opinion'],
  '29': ['discussion-minutes'],
  '30': ['decision'],
  '31': ['officer-certificates'],
  '32': ['recordings-index'],
  '33': ['explanation'],
  '34': ['legal-basis-extract'],
}

describe('the papers of the sample', () => {
  const papers = samplePapers()

  it.each(papers.map(({ name, words }) => [name, words]))('%s', (name, words) => {
    const found = fileOf(`${name}.docx`, words).parts
    expect(found.map(({ kind }) => kind)).toEqual(SAMPLE_KINDS[name.slice(0, 2)])
    for (const { confidence, decidedBy } of found) {
      expect(confidence).toBeGreaterThan(0.8)
      expect(decidedBy).toBe('rules')
    }
  })

  it('are known by their words alone too', () => {
    const wrong = papers.filter(
      ({ name, words }) => kindsIn('scan001.pdf', words).join() !== SAMPLE_KINDS[name.slice(0, 2)]?.join(),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('are known by their names alone, as far as names tell', () => {
    const wrong = papers.filter(
      ({ name }) => kindsOfName(`${name}.pdf`, KINDS)[0]?.kind !== SAMPLE_KINDS[name.slice(0, 2)]?.[0],
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})

describe('a document', () => {
  it('bears the facts of its own words only', () => {
    const [notice, receipt] = fileOf('告知书及送达回证.docx', `${NOTICE}\n${RECEIPT}`).parts
    expect(notice?.facts.numbers[0]?.text).toBe('青市监罚告〔2026〕12号')
    expect(notice?.facts.dates.map(({ day }) => day)).not.toContain('2026-03-03')
    expect(receipt?.facts.dates.map(({ day }) => day)).toContain('2026-03-03')
  })

  it('without words has no spans and no facts', () => {
    const [part] = fileOf('听证申请书（扫描）.pdf', '').parts
    expect(part).toMatchObject({ kind: 'hearing-request', spans: [], facts: { dates: [], numbers: [] } })
  })
})

const SHARED = join(import.meta.dirname, '../../../../shared')

/** Kinds by the word that another hand uses for them. */
const WORDS_FOR_KINDS: readonly (readonly [RegExp, string])[] = [
  [/送达回证/u, 'service-receipt'],
  [/现场笔录/u, 'measure-record'],
  [/清单/u, 'goods-list'],
  [/补办审批/u, 'measure-approval'],
  [/立案/u, 'filing-form'],
  [/委托书/u, 'enforcement-delegation'],
  [/现场检查/u, 'inspection-record'],
  [/照片/u, 'photo-evidence'],
  [/延长/u, 'measure-extension'],
  [/答复/u, 'hearing-reply'],
  [/听证申请/u, 'hearing-request'],
  [/告知书/u, 'prior-notice'],
  [/法制审核/u, 'review-opinion'],
  [/集体讨论/u, 'discussion-minutes'],
  [/处罚决定书/u, 'decision'],
  [/扣押决定书/u, 'measure-decision'],
  [/询问笔录/u, 'inquiry-record'],
  [/计算表/u, 'calculation-sheet'],
  [/许可证|营业执照|身份证/u, 'identity-papers'],
]

describe('the names of a case file of another hand', () => {
  const truth = join(SHARED, 'cases/seizure-licence/truth.json')
  it.skipIf(!existsSync(truth))('tell the first document of each file', () => {
    const { documents } = JSON.parse(readFileSync(truth, 'utf8')) as { documents: { file: string; kind: string }[] }
    const expected = (kind: string): string | undefined =>
      WORDS_FOR_KINDS.find(([word]) => word.test(kind.split('、')[0] ?? ''))?.[1]
    const wrong = documents.filter(({ file, kind }) => kindsOfName(file, KINDS)[0]?.kind !== expected(kind))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })
})

describe('published decisions', () => {
  const folder = join(SHARED, 'decisions/texts')
  const sources = join(SHARED, 'decisions/SOURCES.tsv')
  it.skipIf(!existsSync(sources))('that print their title are known by it', () => {
    const kinds = new Map(
      readFileSync(sources, 'utf8')
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'))
        .map(([id = '', , , kind = '']) => [id, kind]),
    )
    const wrong: string[] = []
    for (const file of readdirSync(folder)) {
      const words = readFileSync(join(folder, file), 'utf8')
      const kind = kinds.get(file.replace('.txt', '')) ?? ''
      const expected = kind.includes('责令改正') ? 'correction-order' : kind.includes('公开表') ? 'other' : 'decision'
      const top = words.replace(/ /gu, '').split('\n').slice(0, 4).join('\n')
      const titled =
        /^[^《。，,:：]{0,30}(?:处罚决定书|处罚\n决定书|改正违法行为决定书|信息公开表)[^。，,:：\n]{0,24}$/mu.test(
          top,
        ) && !/编号|文号/u.test(top)
      const [first] = kindsIn(file, words)
      if (titled && first !== expected) wrong.push(`${file} ${first}`)
    }
    expect(wrong).toEqual([])
  })
})
