import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

function persons(page: string, kind = 'inspection-record'): string[] {
  return read(page, kind).facts.persons.map(
    ({ role, name, certificate }) =>
      `${role} ${name}${certificate === null ? '' : ` ${certificate.label}${certificate.text}`}`,
  )
}

describe('persons', () => {
  test('officers with the numbers beside them, in the order printed', () => {
    expect(persons('检查人：田明（执法证号：51102524008）、苟静（执法证号：51102524015）')).toEqual([
      'officer 田明 执法证号51102524008',
      'officer 苟静 执法证号51102524015',
    ])
  })

  test('a staff card is no enforcement certificate: its label is kept', () => {
    expect(persons('实施人员：蒲兵（工作证号LQ-012）、侯俊（工作证号LQ-027），龙桥镇应急管理办公室')).toEqual([
      'officer 蒲兵 工作证号LQ-012',
      'officer 侯俊 工作证号LQ-027',
    ])
  })

  test('lists of names and of numbers are paired in order, and one that is short shows', () => {
    expect(persons('执法人员：田明、苟静\t执法证号：51102524008、51102524015')).toEqual([
      'officer 田明 执法证号51102524008',
      'officer 苟静 执法证号51102524015',
    ])
    expect(persons('执法人员：田明、苟静\t执法证号：51102524008')).toEqual([
      'officer 田明 执法证号51102524008',
      'officer 苟静',
    ])
  })

  test('a number belongs to the name on its line, not to the line above', () => {
    expect(
      persons(
        '店员（签名）：邹军　2026年1月20日\n执法人员（签名）：田明　执法证号：51102524008　　苟静　执法证号：51102524015',
      ),
    ).toEqual(['questioned 邹军', 'officer 田明 执法证号51102524008', 'officer 苟静 执法证号51102524015'])
  })

  test('one officer alone is one officer', () => {
    expect(
      persons('询问人：田明（执法证号：51102524008）    记录人：田明（执法证号：51102524008）', 'inquiry-record'),
    ).toEqual(['officer 田明 执法证号51102524008', 'recorder 田明 执法证号51102524008'])
  })

  test('officers in a sentence', () => {
    expect(persons('我局执法人员陶远、沈佳宁对该店进行检查。')).toEqual(['officer 陶远', 'officer 沈佳宁'])
    expect(persons('执法人员刘某某(R200400178)、解某某(R280400162)在出示证件后检查。')).toEqual([
      'officer 刘某某 R200400178',
      'officer 解某某 R280400162',
    ])
  })

  test('meetings and hearings', () => {
    expect(
      persons(
        '主持人\t梁正（局长）\t记录人\t付雪（办公室）\n参加人员\t梁正（局长）、方鹏（副局长）',
        'discussion-minutes',
      ),
    ).toEqual(['chair 梁正', 'recorder 付雪', 'attendee 梁正', 'attendee 方鹏'])
  })

  test('who signed an opinion', () => {
    expect(persons('局负责人意见\t同意立案。　魏春　2026年1月22日', 'filing-form')).toEqual(['approver 魏春'])
    expect(persons('审核人（签名）：雍慧（法律职业资格证书编号：A2016）  2026年4月3日', 'review-opinion')).toEqual([
      'reviewer 雍慧 法律职业资格证书编号A2016',
    ])
  })

  test('a neighbour who took the papers', () => {
    const { facts } = read(
      '送达回证\n收件人\t隔壁门市何秀兰（邻居）代收 2026年4月14日\n送达人\t田明（51102524008） 苟静（51102524015）',
      'service-receipt',
    )
    expect(facts.persons.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'agent 何秀兰',
      'server 田明',
      'server 苟静',
    ])
    expect(facts.signatures).toMatchObject([{ who: '收件人', state: 'substituted' }])
  })

  test('a table of certificates', () => {
    const { facts } = read(
      '姓名\t单位、职务\t执法证号\t有效期\n陶远\t执法支队科员\t43990112018\t2023年7月1日至2028年6月30日',
      'officer-certificates',
    )
    expect(facts.persons).toMatchObject([{ name: '陶远', role: 'officer', certificate: { text: '43990112018' } }])
    expect(facts.dates).toMatchObject([
      { day: '2023-07-01', until: { day: '2028-06-30' }, meaning: 'certificateUntil' },
    ])
  })
})
