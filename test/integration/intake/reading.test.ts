/** Papers are read in the background: their text, the documents in them, kinds, corrections, search, proposal. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { READER_VERSION } from '../../../src/main/intake/file-reading-record.ts'
import type { CaseId, MaterialId } from '../../../src/shared/values/values.ts'
import { readSamplePapers, renderSamplePaper } from '../../../src/main/samples/generate.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, RESOURCES, type TestStation } from '../../support/test-station.ts'

const papers = new Map<string, { name: string; bytes: Uint8Array }>()

/** Names begin with the number of the sample's paper. */
beforeAll(async () => {
  for (const paper of await readSamplePapers(join(RESOURCES, 'samples/penalty-no-permit'))) {
    const number = paper.file.slice(0, 2)
    if (['04', '12', '20', '30'].includes(number)) papers.set(number, { name: paper.file, bytes: await renderSamplePaper(paper) })
  }
})

const open: TestStation[] = []
afterEach(() => {
  for (const station of open.splice(0)) station.close()
})
afterAll(removeTemporaryFolders)

async function station(read = true): Promise<TestStation> {
  const made = await createTestStation({ read })
  open.push(made)
  return made
}

async function attachPaper(the: TestStation, caseId: CaseId, name: string, bytes: string | Uint8Array, kind: string | null = null): Promise<MaterialId> {
  const client = the.as('handler')
  const staged = await client.stage(name, bytes)
  const [material] = await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name, kind }] })
  if (material === undefined) throw new Error('attached, but not there')
  return material.id
}

const paper = (number: string) => {
  const found = papers.get(number)
  if (found === undefined) throw new Error(`no sample paper ${number}`)
  return found
}

const idle = (the: TestStation) => the.workstation.workbench.reading.idle()
const documentsOf = async (the: TestStation, caseId: CaseId) => (await the.as('reviewer').call('intake.documents', { caseId })).materials

describe('papers that come in', () => {
  it('are read in the background, and what was found is there with its passages', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    for (const number of ['04', '12', '20', '30']) await attachPaper(the, caseId, paper(number).name, paper(number).bytes)
    await idle(the)
    const state = await the.as('reviewer').call('intake.reading', { caseId })
    expect(state.files.map((file) => file.state)).toEqual(['read', 'read', 'read', 'read'])
    expect(state.files.filter((file) => file.problem !== null)).toEqual([])
    const read = await documentsOf(the, caseId)
    expect(read.map(({ documents }) => documents[0]?.kind)).toEqual(['filing-form', 'inquiry-record', 'prior-notice', 'decision'])
    const [notice] = read.filter(({ documents }) => documents[0]?.kind === 'prior-notice')
    const text = await the.as('reviewer').call('intake.text', { materialId: notice?.materialId ?? '' })
    const number = notice?.documents[0]?.facts.numbers.find(({ role }) => role === 'own')
    const page = text.pages.find((one) => one.number === number?.passage.page)
    expect(page?.text.slice(number?.passage.start, number?.passage.end).replaceAll(/\s/g, '')).toContain(number?.text)
  })

  it('count as unread until they are read and told apart, whatever they are; then nothing waits', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    const unread = async () => (await the.as('reviewer').call('intake.completeness', { caseId })).unread
    expect(await unread()).toBe(0)
    await attachPaper(the, caseId, paper('30').name, paper('30').bytes)
    expect(await unread()).toBe(1)
    const others = { '现场录像.mp4': Buffer.alloc(4096, 7), '空白.txt': '\n', '破损.pdf': '%PDF-1.7 broken', '旧文书.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex') }
    for (const [name, bytes] of Object.entries(others)) await attachPaper(the, caseId, name, bytes)
    expect(await unread()).toBeGreaterThan(0)
    await idle(the)
    expect(await unread()).toBe(0)
    const left = await station(false)
    const other = await registerCase(left)
    await attachPaper(left, other, paper('30').name, paper('30').bytes)
    expect((await left.as('reviewer').call('intake.completeness', { caseId: other })).unread).toBe(1)
  })

  it('get the kind of material that their content says, unless a person chose one', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    await attachPaper(the, caseId, '扫描件1.docx', paper('30').bytes)
    await attachPaper(the, caseId, '扫描件2.docx', paper('20').bytes, 'evidence')
    await idle(the)
    const { materials } = await the.as('handler').call('cases.get', { caseId })
    expect(materials.map(({ kind, kindBy }) => [kind, kindBy])).toEqual([
      ['draft-decision', 'rules'],
      ['evidence', 'person'],
    ])
    const { needs } = await the.as('reviewer').call('intake.completeness', { caseId })
    expect(needs.find(({ kind }) => kind === 'prior-notice')?.present ?? 1).toBe(1)
  })

  it('that were read before, for another case or while one was registered, have their documents too', async () => {
    const the = await station()
    const first = await registerCase(the)
    await attachPaper(the, first, paper('30').name, paper('30').bytes)
    await idle(the)
    const second = await registerCase(the)
    const id = await attachPaper(the, second, '另案同一文件.docx', paper('30').bytes)
    await idle(the)
    // nobody opened the papers in between: the rules see them all the same
    const kinds = the.workstation.workbench.reader.all<{ kind: string }>('SELECT kind FROM material_documents WHERE material_id = ?', id)
    expect(kinds.map(({ kind }) => kind)).toContain('decision')
    const { materials } = await the.as('handler').call('cases.get', { caseId: second })
    expect(materials.map(({ kind }) => kind)).toEqual(['draft-decision'])
  })

  it('are found by words of one and two characters, with the words around', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    await attachPaper(the, caseId, '说明.txt', '当事人已经停产。\n罚款三万元。')
    await idle(the)
    const search = (words: string) => the.as('reviewer').call('intake.search', { caseId, words })
    const [hit, ...more] = await search('停产')
    expect(more).toEqual([])
    expect(hit?.snippet.text.slice(hit.snippet.from, hit.snippet.to)).toBe('停产')
    expect((await search('罚')).map(({ passage }) => passage)).toEqual([{ page: 1, start: 9, end: 10 }])
    expect(await search('复产')).toEqual([])
  })

  it('are read again from where a program that ended left them', async () => {
    const the = await station(false)
    const caseId = await registerCase(the)
    await attachPaper(the, caseId, paper('30').name, paper('30').bytes)
    expect((await the.as('reviewer').call('intake.reading', { caseId })).files[0]?.state).toBe('queued')
    the.close()
    open.length = 0
    const again = await reopenTestStation(the, { read: true })
    open.push(again)
    again.workstation.workbench.reading.start()
    await idle(again)
    expect((await documentsOf(again, caseId))[0]?.documents[0]?.kind).toBe('decision')
  })

  it('that ended the program three times are left unread until somebody asks again', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    const { workbench } = the.workstation
    workbench.withoutAudit('test', (writer) =>
      writer.run(
        `INSERT INTO file_readings (sha256, name, state, reader, attempts, to_recognise, problem, queued_at, finished_at)
         VALUES (?, '一.txt', 'queued', ${READER_VERSION}, 3, '[]', NULL, '2026-01-01', NULL)`,
        createHash('sha256').update('甲乙丙').digest('hex'),
      ),
    )
    const id = await attachPaper(the, caseId, '一.txt', '甲乙丙')
    await idle(the)
    const state = async () => (await the.as('reviewer').call('intake.reading', { caseId })).files.map((file) => [file.state, file.problem?.code ?? null])
    expect(await state()).toEqual([['failed', 'reader-stopped']])
    await the.as('handler').call('intake.readAgain', { materialId: id })
    await idle(the)
    expect(await state()).toEqual([['read', null]])
  })

  it('that cannot be read say why, and the others are read', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    await attachPaper(the, caseId, '询问笔录.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]))
    await attachPaper(the, caseId, '说明.txt', '情况说明')
    await idle(the)
    const [old, text] = (await the.as('reviewer').call('intake.reading', { caseId })).files
    expect(old?.problem?.code).toBe('old-format')
    expect(text?.state).toBe('read')
  })
})

describe('a wrong kind', () => {
  it('is put right by one act, stays right, and is learned for names of the same make', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    const first = await attachPaper(the, caseId, '内部流转单-20260301.txt', '经办人：甲\n事项：转办')
    await idle(the)
    const before = (await documentsOf(the, caseId))[0]?.documents[0]
    expect(before?.kind).not.toBe('clue-form')
    await the.as('handler').call('intake.correctKind', { materialId: first, part: 0, kind: 'clue-form' })
    await attachPaper(the, caseId, '内部流转单-20260412.txt', '经办人：乙\n事项：转办')
    await idle(the)
    expect((await documentsOf(the, caseId)).map(({ documents }) => [documents[0]?.kind, documents[0]?.decidedBy])).toEqual([
      ['clue-form', 'person'],
      ['clue-form', 'learned'],
    ])
    const history = the.workstation.workbench.reader.all<{ act: string }>("SELECT act FROM audit WHERE act = 'material.correctKind'")
    expect(history).toHaveLength(1)
  })

  it('is refused for a kind that the catalogue does not have, and for a document that is not there', async () => {
    const the = await station()
    const caseId = await registerCase(the)
    const id = await attachPaper(the, caseId, '说明.txt', '情况说明')
    await idle(the)
    const correct = (part: number, kind: string) => the.as('handler').call('intake.correctKind', { materialId: id, part, kind })
    expect(await refusal(correct(0, 'nonsense'), 'not-found')).toMatchObject({ subject: 'documentKind' })
    expect(await refusal(correct(7, 'decision'), 'not-found')).toMatchObject({ subject: 'document' })
  })
})

describe('before there is a case', () => {
  it('staged files are read, and the form is proposed from them', async () => {
    const the = await station()
    const client = the.as('handler')
    const files = []
    for (const number of ['04', '30']) {
      const staged = await client.stage(paper(number).name, paper(number).bytes)
      files.push({ stagedId: staged.id, name: paper(number).name })
    }
    await client.call('intake.readStaged', { files })
    await idle(the)
    expect((await client.call('intake.stagedReading', { files })).files.map(({ state }) => state)).toEqual(['read', 'read'])
    const proposal = await client.call('intake.stagedProposal', { files })
    expect(proposal['party.name']?.value).toBe('岚清市恒盛电镀有限公司')
    expect(files.map(({ stagedId }) => stagedId)).toContain(proposal['party.name']?.source.fileId)
  })

  it('a file that somebody else staged is not theirs to read', async () => {
    const the = await station()
    const staged = await the.as('handler').stage('一.txt', '甲')
    const files = [{ stagedId: staged.id, name: '一.txt' }]
    await refusal(the.as('reviewer').call('intake.readStaged', { files }), 'file-not-staged')
  })
})

describe('an archive', () => {
  it('is taken apart into its files, and what is not taken is said', async () => {
    const { zipSync } = await import('fflate')
    const the = await station()
    const client = the.as('handler')
    const zip = zipSync({ '案卷/一.txt': Buffer.from('甲'), '案卷/二.txt': Buffer.from('乙'), '../三.txt': Buffer.from('丙'), '案卷/空.txt': new Uint8Array() })
    const staged = await client.stage('案卷.zip', zip)
    const { files, lines } = await client.call('intake.unpack', { stagedId: staged.id, name: '案卷.zip' })
    expect(files.map(({ name }) => name).toSorted()).toEqual(['一.txt', '二.txt'])
    expect(lines.map(({ code }) => code).toSorted()).toEqual(['empty-file', 'unsafe-path'])
  })
})
