/** 正卷、副卷: every kind of paper has its volume in the catalogue, and what stays inside the agency is in the secondary one. */
import { describe, expect, it } from 'vitest'
import { volumeOfForm, volumeOfMade, volumeOfPaper } from '../../../src/shared/catalogue/file-volumes.ts'
import { FORM_IDS } from '../../../src/shared/forms/form-ids.ts'
import { CATALOGUE } from '../../support/case-files.ts'

const { fileVolumes: rows, documentKinds, materials } = CATALOGUE
const paper = (document: string | null, material: string, name: string) => volumeOfPaper(rows, { document, material, name }).volume

describe('the shipped volumes', () => {
  it('have a place for every kind of document, material and form but the leaves of the file itself and what is sealed apart', () => {
    const placed = (field: 'documents' | 'materials' | 'forms') => rows.flatMap((row) => row[field] as readonly string[]).toSorted()
    expect(placed('documents')).toEqual(documentKinds.map(({ id }) => id as string).toSorted())
    expect(placed('materials')).toEqual(materials.map(({ id }) => id).toSorted())
    expect(FORM_IDS.filter((id) => volumeOfForm(rows, id) === undefined)).toEqual(['clueLetter', 'ledgerPage', 'fileCover', 'fileIndex', 'fileBackNote'])
  })

  it('say where it is law and where only practice: never verified without a provision', () => {
    for (const { verified, basis } of rows) expect(verified).toBe(basis.length > 0)
    expect(rows.filter(({ basis }) => basis.length === 0).length).toBeGreaterThan(0)
  })
})

describe('a paper', () => {
  it.each([
    ['discussion-minutes', 'evidence', '29-集体讨论笔录.pdf', 'secondary'],
    ['review-opinion', 'other', '意见.pdf', 'secondary'],
    ['measure-approval', 'measure-papers', '扣押审批表.docx', 'secondary'],
    ['investigation-report', 'investigation-report', '报告.pdf', 'secondary'],
    ['filing-form', 'filing-form', '立案审批表.pdf', 'main'],
    ['decision', 'draft-decision', '处罚决定书.pdf', 'main'],
    ['hearing-record', 'hearing-file', '听证笔录.pdf', 'main'],
    // nothing was recognised: its name, then what it was handed in as
    [null, 'other', '关于某案的请示.pdf', 'secondary'],
    ['other', 'other', '领导批示.jpg', 'secondary'],
    [null, 'evidence', '干预记录表.png', 'secondary'],
    [null, 'other', '立案审批表.jpg', 'main'],
    [null, 'other', '结案审批表.jpg', 'secondary'],
    [null, 'risk-assessment', '扫描件.pdf', 'secondary'],
    [null, 'party-identity', '扫描件.pdf', 'main'],
    [null, 'other', '扫描件.pdf', 'main'],
    // of an overlay that came after the volumes
    [null, 'local-material', '扫描件.pdf', 'main'],
  ] as const)('read as %s, handed in as %s, called %s, stands in %s', (document, material, name, volume) => {
    expect(paper(document, material, name)).toBe(volume)
  })

  it('that the station made stands where it belongs', () => {
    expect([volumeOfMade(rows, 'opinion').volume, volumeOfMade(rows, 'masked').volume, volumeOfForm(rows, 'transferLetter')?.volume, volumeOfForm(rows, 'transferApproval')?.volume]).toEqual(['secondary', 'main', 'main', 'secondary'])
  })
})
