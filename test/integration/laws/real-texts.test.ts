/** The real texts beside the project, where they are: every file is read, and what the register says is in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLawFile } from '../../../src/main/laws/law-files.ts'
import { parseLaw } from '../../../src/shared/laws/parse-law.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FOLDERS = ['laws', 'laws-enforcement']
  .map((name) => join(ROOT, '../shared', name))
  .filter((folder) => existsSync(folder))
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isLawFile(entry.name))
    .map((entry) => ({
      name: entry.name,
      folders: relative(folder, entry.parentPath),
      path: join(entry.parentPath, entry.name),
    })),
)
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
if (files.length === 0) say('skipped: there are no texts of laws beside the project')

describe.skipIf(files.length === 0)('the texts of laws beside the project', () => {
  const read = files.map((file) => ({ ...file, law: parseLaw({ ...file, text: readFileSync(file.path, 'utf8') }) }))
  const laws = read.flatMap(({ law }) => (law === null ? [] : [law]))
  const one = (title: string, day: string) => laws.find((law) => law.title === title && law.versionDate === day)

  it('are nearly all laws with articles in order', () => {
    const withArticles = laws.filter(({ highestArticle }) => highestArticle !== null)
    const odd = laws.filter(({ problems }) => problems.some(({ kind }) => kind !== 'noDate'))
    say(
      `${files.length} files: ${laws.length} laws, ${withArticles.length} with articles, ${odd.length} odd, ${laws.filter(({ versionDate }) => versionDate !== null).length} dated`,
    )
    expect(laws.length / files.length).toBeGreaterThan(0.99)
    expect(withArticles.length / laws.length).toBeGreaterThan(0.94)
    expect(odd.length / laws.length).toBeLessThan(0.01)
  })

  it('hold the penalty law as it is', () => {
    const apl = one('中华人民共和国行政处罚法', '2021-01-22')
    expect([apl?.highestArticle, apl?.inForceFrom, apl?.kind, apl?.divisions.length]).toEqual([
      86,
      '2021-07-15',
      'law',
      12,
    ])
    const article = apl?.articles.find(({ number }) => number === 58)
    expect(article?.paragraphs.map(({ items }) => items.length)).toEqual([4, 0])
  })

  it('hold the Ecological Code, which ends ten laws', () => {
    const code = laws.find(({ title }) => title === '中华人民共和国生态环境法典')
    expect([code?.highestArticle, code?.inForceFrom, code?.repeals.length, code?.articles.length]).toEqual([
      1242,
      '2026-08-15',
      10,
      1242,
    ])
  })
})
