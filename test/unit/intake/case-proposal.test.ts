import { describe, expect, it } from 'vitest'
import { caseFieldsSchema } from '../../../src/shared/cases/case.ts'
import { proposeCase, type CaseProposal, type UnderstoodFile } from '../../../src/shared/intake/case-proposal.ts'
import { quoted } from '../../../src/shared/intake/document-text.ts'
import { mergeProposal, type TypedCase } from '../../../src/shared/intake/merge-proposal.ts'
import { DECISION, FILING, INQUIRY, MINUTES, NOTICE, RECEIPT } from './invented.ts'
import { fileOf, samplePapers } from './texts.ts'

const CASE = [
  fileOf('立案审批表.docx', FILING),
  fileOf('询问笔录.docx', INQUIRY),
  fileOf('告知书及送达回证.docx', `${NOTICE}\n${RECEIPT}`),
  fileOf('集体讨论记录.docx', MINUTES),
  fileOf('处罚决定书（拟稿）.docx', DECISION),
]
const values = (proposal: CaseProposal): Record<string, unknown> =>
  Object.fromEntries(Object.entries(proposal).map(([path, { value }]) => [path, value]))

describe('the case form', () => {
  const proposal = proposeCase(CASE)

  it('is filled from the documents', () => {
    expect(values(proposal)).toMatchObject({
      title: '青禾县晨光食品有限公司销售超过保质期的食品案',
      cause: '销售超过保质期的食品',
      fileNumber: '青市监立〔2026〕7号',
      actionKinds: ['penalty'],
      'party.kind': 'entity',
      'party.name': '青禾县晨光食品有限公司',
      'party.code': '91431102MA4QHX0001',
      'party.codeKind': 'uscc',
      'party.address': '青禾县建设路8号',
      'party.legalRepresentative': '柳青',
      filedOn: '2026-01-22',
      'conditions.collectiveDiscussion': true,
      'conditions.hearingRight': true,
    })
    // a notice speaks to the party, the case form about it
    expect(proposal.facts?.value).toMatch(/^经查，当事人自2026年1月5日至.*货值金额600元。$/u)
    expect(proposal.effects?.value).toMatchObject([{ kind: 'fine', amount: 60_000 }])
    expect(proposal.citations?.value.map(({ article, item, role }) => [article, item, role])).toEqual([
      ['34', '10', 'violated'],
      ['124', '5', 'basis'],
    ])
  })

  it('shows every value at the words that it was read from', () => {
    for (const [path, field] of Object.entries(proposal)) {
      const file = CASE.find(({ fileId }) => fileId === field.source.fileId)
      if (file === undefined) throw new Error(`${path} comes from no file`)
      expect(field.source.passage.end, path).toBeGreaterThan(field.source.passage.start)
      expect(
        quoted(file.text, field.source.passage).replace(/\s+/gu, ' ').trim().startsWith(field.source.quote),
        path,
      ).toBe(true)
      expect(field.source.quote, path).not.toBe('')
    }
    expect(proposal['party.code']?.source.quote).toBe('91431102MA4QHX0001')
  })

  it('takes what is about to be decided before what was told, and shows the difference', () => {
    expect(proposal.effects?.source.kind).toBe('decision')
    expect(proposal.effects?.alternatives.map(({ value, source }) => [value[0]?.amount, source.kind])).toEqual([
      [50_000, 'prior-notice'],
    ])
  })

  it('tells no alternative where the documents agree', () => {
    expect(proposal['party.name']?.alternatives).toEqual([])
    expect(proposal['party.code']?.alternatives).toEqual([])
  })

  it('says that a document has another code for the same party', () => {
    const wrong = fileOf('告知书.docx', NOTICE.replace('91431102MA4QHX0001', '91431102MA4QHX0007'))
    const { 'party.code': code } = proposeCase([wrong, fileOf('决定书.docx', DECISION)])
    expect(code?.value).toBe('91431102MA4QHX0001')
    expect(code?.alternatives.map(({ value }) => value)).toEqual(['91431102MA4QHX0007'])
  })

  it('takes the notice that was told again before the first', () => {
    const again = NOTICE.replace('罚款50000元', '罚款40000元').replace('2026年3月2日', '2026年3月12日')
    const { effects } = proposeCase([fileOf('告知书.docx', NOTICE), fileOf('重新告知书.docx', again)])
    expect(effects?.value[0]?.amount).toBe(40_000)
    expect(effects?.alternatives[0]?.value[0]?.amount).toBe(50_000)
  })

  it('takes a surely read document before a scan that is hard to read, whatever its kind', () => {
    const scan = fileOf('决定书.pdf', DECISION)
    const unsure: UnderstoodFile = {
      ...scan,
      text: { pages: scan.text.pages.map((page) => ({ ...page, source: 'ocr', confidence: 0.4 })) },
    }
    expect(proposeCase([unsure, fileOf('告知书.docx', NOTICE)]).effects?.source.kind).toBe('prior-notice')
  })

  it('stays empty where no document says anything', () => {
    expect(proposeCase([])).toEqual({})
    expect(proposeCase([fileOf('IMG_0001.jpg', '')])).toEqual({})
  })

  it('takes nothing that is not there for a circumstance that is not there', () => {
    expect(Object.keys(proposal)).not.toContain('conditions.hearingHeld')
    expect(Object.keys(proposal)).not.toContain('flags.hearingHeld')
  })

  it('finds a hearing, a measure and tests by their documents', () => {
    const hearing = '听证笔录\n听证时间：2026年3月15日9时30分\n主持人：白杨\n案件调查人员：江川、贺兰\n2026年3月15日'
    const seizure =
      '扣押决定书\n青市监扣〔2026〕1号\n当事人：青禾县晨光食品有限公司\n决定对糕点30盒予以扣押。\n2026年1月20日'
    const report = '检验报告\n样品名称：糕点\n检验依据：GB 7099\n检验结论：不合格\n2026年2月1日'
    const found = proposeCase([
      ...CASE,
      fileOf('听证.docx', hearing),
      fileOf('扣押.docx', seizure),
      fileOf('检验.pdf', report),
    ])
    expect(values(found)).toMatchObject({
      'conditions.hearingHeld': true,
      'flags.hearingHeld': true,
      'conditions.measureTaken': true,
      'conditions.sampling': true,
    })
    expect(found.actionKinds).toMatchObject({
      value: ['penalty'],
      alternatives: [{ value: ['penalty', 'compulsoryMeasure'] }],
    })
  })

  it('of the sample is as it was registered', () => {
    const sample = proposeCase(samplePapers().map(({ name, words }) => fileOf(`${name}.docx`, words)))
    expect(values(sample)).toMatchObject({
      title: '岚清市恒盛电镀有限公司未取得排污许可证排放水污染物案',
      cause: '未取得排污许可证排放水污染物',
      submittingUnit: '岚清市生态环境保护综合行政执法支队',
      fileNumber: '岚清环立〔2026〕9号',
      'party.code': '91439901MA9X000111',
      filedOn: '2026-03-05',
      'conditions.hearingHeld': true,
      'conditions.defenceMade': true,
    })
    expect(sample['party.code']?.alternatives.map(({ value }) => value)).toEqual(['91439901MA9X000117'])
    expect(sample.effects?.value.map(({ kind, amount }) => [kind, amount])).toEqual([['fine', 320_000]])
    expect(sample.handlers?.value.map(({ name, certificateNumber }) => [name, certificateNumber])).toEqual([
      ['陶志远', '43990112018'],
      ['沈佳宁', '43990112035'],
    ])
  })
})

describe('what a person typed', () => {
  const proposal = proposeCase(CASE)
  const typed: TypedCase = {
    title: '晨光食品过期糕点案',
    cause: '  ',
    party: { name: '青禾县晨光食品有限公司', code: '', codeKind: 'none' },
    effects: [],
    conditions: { hearingRight: false },
  }

  it('is never overwritten; empty fields are filled beside it', () => {
    const { form, filled, differing } = mergeProposal(typed, proposal)
    expect(form).toMatchObject({
      title: '晨光食品过期糕点案',
      cause: '销售超过保质期的食品',
      party: {
        name: '青禾县晨光食品有限公司',
        code: '91431102MA4QHX0001',
        codeKind: 'uscc',
        legalRepresentative: '柳青',
      },
      conditions: { hearingRight: false, collectiveDiscussion: true },
    })
    expect(form.effects).toHaveLength(1)
    expect(filled).toContain('party.code')
    expect(filled).not.toContain('party.name')
    expect([...differing].sort()).toEqual(['conditions.hearingRight', 'title'])
  })

  it('is not changed in place, and filling twice fills nothing more', () => {
    const before = structuredClone(typed)
    const once = mergeProposal(typed, proposal)
    expect(typed).toEqual(before)
    expect(mergeProposal(once.form, proposal)).toMatchObject({ form: once.form, filled: [] })
  })

  it('keeps the kind of a code that was typed', () => {
    const { form } = mergeProposal({ party: { code: '431102600000001' } }, proposal)
    expect(form.party).toMatchObject({ code: '431102600000001' })
    expect(form.party?.codeKind).toBeUndefined()
  })

  it('with what was filled makes a form that can be registered', () => {
    const { form } = mergeProposal({}, proposal)
    const flags = {
      publicInterest: false,
      socialRisk: false,
      majorRights: false,
      hearingHeld: false,
      complex: false,
      byLaw: false,
      ...form.flags,
    }
    const handlers = form.handlers ?? [{ personId: null, name: '江川', certificateNumber: '' }]
    const whole = { actFrom: null, actTo: null, ...form, flags, handlers, receivedOn: '2026-03-26' }
    expect(caseFieldsSchema.safeParse(whole).error?.issues ?? []).toEqual([])
  })
})
