import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

describe('parties', () => {
  test('name, code, representative and address from labels', () => {
    const { facts, words } = read(
      '行政处罚决定书\n当事人：云城（北区）甲乙制品有限公司\n统一社会信用代码：91110105MA0056789X\n法定代表人：林 静\n住所：云城市北区长河路8号',
    )
    const [party] = facts.parties
    expect(party).toMatchObject({
      name: '云城(北区)甲乙制品有限公司',
      kind: 'entity',
      legalRepresentative: { name: '林静' },
      address: { text: '云城市北区长河路8号' },
    })
    expect(party?.codes.map(({ kind, text, whole }) => [kind, text, whole])).toEqual([
      ['uscc', '91110105MA0056789X', true],
    ])
    expect(party === undefined ? '' : words(party.passage)).toBe('云城（北区）甲乙制品有限公司')
  })

  test('the addressee behind the number, several parted by 、', () => {
    const { facts } = read(
      '责令改正决定书\n云劳监〔2025〕3号\n云城甲建筑有限公司、云城乙置业集团有限公司：\n你单位拖欠工资。',
    )
    expect(facts.parties.map(({ name }) => name)).toEqual(['云城甲建筑有限公司', '云城乙置业集团有限公司'])
  })

  test('numbered labels, each with its own representative', () => {
    const { facts } = read('被处理单位一：甲厂\n法定代表人：王某某\n被处理单位二：乙店\n法定代表人：李某某')
    expect(facts.parties.map(({ name, legalRepresentative }) => [name, legalRepresentative?.name])).toEqual([
      ['甲厂', '王某某'],
      ['乙店', '李某某'],
    ])
  })

  test('a person with the resident id as printed, masked ones too', () => {
    const { facts } = read('被处罚人姓名：周某某 性别：女\n身份证号：110101********1234')
    expect(facts.parties[0]).toMatchObject({
      name: '周某某',
      kind: 'citizen',
      codes: [{ kind: 'residentId', whole: false, text: '110101********1234' }],
    })
  })

  test('a field that runs into the next label without a gap', () => {
    const { facts } = read('云银罚决字〔2019〕64号被处罚人姓名：陈某某住址：云城市大街1号依据《保险法》，我局对……')
    expect(facts.parties[0]).toMatchObject({ name: '陈某某', address: { text: '云城市大街1号' } })
  })

  test('the operator in brackets and the note on the form of business are no part of the name', () => {
    expect(read('当事人姓名或者单位名称：云城北区福家食品店（张三）').facts.parties[0]?.name).toBe(
      '云城北区福家食品店',
    )
    expect(read('当事人：云城北区红星烟花店（个体工商户）').facts.parties[0]?.name).toBe('云城北区红星烟花店')
  })

  test('the case name tells the party where no label does', () => {
    expect(read('二、案件名称\n云城市甲乙网吧允许未成年人进入营业场所案\n三、处罚部门').facts.parties[0]?.name).toBe(
      '云城市甲乙网吧',
    )
  })

  test('a code whose check digit is wrong stays as printed, a registration number is none', () => {
    const codes = (line: string): unknown =>
      read(`当事人：云城甲厂\n${line}`).facts.parties[0]?.codes.map(({ kind, text }) => [kind, text])
    expect(codes('社会信用代码：91110105MA00567891')).toEqual([['uscc', '91110105MA00567891']])
    expect(codes('营业执照注册号：110105600435901')).toEqual([['registration', '110105600435901']])
    expect(codes('统一社会信用代码：911101****0056789X')).toEqual([['uscc', '911101****0056789X']])
  })

  test('a record of an inspection makes no party out of its sentences', () => {
    expect(read('现场检查笔录\n墙上挂的是通力厂的许可证。', 'inspection-record').facts.parties).toEqual([])
  })
})
