/** Forms in which decisions reach the public: police papers, tables of banks, press notes, pages that break off. */
import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

const numbers = (page: string): [string, string][] => read(page).facts.numbers.map(({ text, role }) => [text, role])
const parties = (page: string): string[] => read(page).facts.parties.map(({ name }) => name)
const agencies = (page: string): string[] => read(page).facts.agencies.map(({ name }) => name)
const measures = (page: string): [string, number | null][] =>
  read(page).facts.measures.map(({ kind, yuan }) => [kind, yuan])
const roles = (page: string): string[] =>
  read(page).facts.citations.map(
    ({ law, article, paragraph, item, role }) => `${law} ${[article, paragraph, item].join('/')} ${role}`,
  )
const officers = (page: string): (string | undefined)[][] =>
  read(page)
    .facts.persons.filter(({ role }) => role === 'officer')
    .map(({ name, certificate }) => [name, certificate?.text])

describe('the party', () => {
  test('without a colon, as the police write it', () => {
    expect(parties('行政处罚决定书\n云公(治)行罚决字[2024]112号\n违法行为人马某,男,33岁,汉族。\n现查明马某酒后滋事。')).toEqual([
      '马某',
    ])
    expect(parties('云城市公安局行政处罚决定书\n被处罚单位云城甲网络有限公司,法定代表人沈某,地址云城。')).toEqual([
      '云城甲网络有限公司',
    ])
  })

  test('at the head of a line with what stands beside it', () => {
    expect(
      parties('云城海关行政处罚决定书\n云关罚字〔2024〕1号\n云城甲农业有限公司,法定代表人为:詹某,住址:云城\n当事人委托乙报关有限公司申报。'),
    ).toEqual(['云城甲农业有限公司'])
  })

  test('addressed with its code in brackets', () => {
    const { facts } = read('云税稽罚〔2024〕3号\n云城甲建材有限公司(纳税人识别号:91450204MA5KY31E7P):\n经我局检查,你单位少缴税款。')
    expect(facts.parties.map(({ name }) => name)).toEqual(['云城甲建材有限公司'])
    expect(facts.parties[0]?.codes.map(({ kind, text }) => [kind, text])).toEqual([['uscc', '91450204MA5KY31E7P']])
  })

  test('an agency that is punished itself', () => {
    expect(parties('云城市生态环境局\n行政处罚决定书\n云环罚字〔2025〕1号\n云城产业园区管理委员会:\n地址:云城一路1号')).toEqual([
      '云城产业园区管理委员会',
    ])
  })

  test('not what kind of party it is', () => {
    expect(parties('行政处罚决定书\n当事人:个人\n姓名:李**,性别:男')).toEqual(['李**'])
  })

  test('not the empty date that a form ends with', () => {
    expect(parties('云环违改字[2018]19号\n云城甲发电有限公司:\n经查你单位未经批准开工。\n当事人:\n年 月 日')).toEqual([
      '云城甲发电有限公司',
    ])
  })

  test.each(['被许可人', '处罚主体名称', '违法主体名称'])('labelled %s', (label) => {
    expect(parties(`云审撤决字〔2023〕7号\n${label}:云城甲咨询有限公司`)).toEqual(['云城甲咨询有限公司'])
  })

  test('below its label, with a blank line between', () => {
    expect(parties('违法主体名称或姓名\n\n云城甲种子经销部\n\n违法企业组织机构代码\n\n92150602MA0N76E445')).toEqual([
      '云城甲种子经销部',
    ])
  })

  test('in the table of a bank, the person or the branch', () => {
    const form = (person: string, branch: string): string =>
      `行政处罚信息公开表\n被处罚当事人姓名或名称\t个人姓名\t${person}\n\t单位\t名称\t${branch}\n` +
      '主要违法违规事实(案由)\t对云城乙银行违规放贷负直接责任'
    expect(parties(form('赵某刚', '-'))).toEqual(['赵某刚'])
    expect(parties(form('-', '云城甲农村商业银行'))).toEqual(['云城甲农村商业银行'])
  })

  test('in a cell that the page tore in two, the letters doubled for boldness, the person beside it not', () => {
    const torn = (first: string, second: string): string =>
      `云城监管局行政处罚信息公开表\n行行政政处处罚罚决决定定书书文文号号 云监罚决字〔2023〕15号\n个人姓名 赵某某\n` +
      `被被处处罚罚当当 ${first}\n名称\n事事人人 单 ${second}\n位\n主要负责人 赵某某\n主主要要违违法法违违规规事事实实 未如实记录费用;`
    expect(parties(torn('云城甲财产保险股份有限公司云岭', '市城关支公司'))).toEqual(['云城甲财产保险股份有限公司云岭市城关支公司'])
    // no name of an organisation comes of the halves
    expect(parties(torn('无此项内容填写', '见下栏之'))).toEqual(['赵某某'])
  })

  test('in a row whose cells only gaps part, before its number', () => {
    const page = '1 云城甲银行股份有限公司 云银罚决字〔2024〕15号 违反账户管理规定 警告,并处罚款87.3万元 中国人民银行云城市分行 2024年6月14日'
    expect(parties(page)).toEqual(['云城甲银行股份有限公司'])
    expect(numbers(page)).toEqual([['云银罚决字〔2024〕15号', 'cited']])
    expect(agencies(page)).toContain('中国人民银行云城市分行')
    expect(measures(page)).toEqual([
      ['warning', null],
      ['fine', 873000],
    ])
  })

  test('in a row that the page breaks off', () => {
    const head = '序号 |\n行政处罚决定案号 |\n违法主体名称 |\n法定代表人 |\n主要违法事实 |\n备注 |\n'
    expect(parties(`${head}|\n1 |\n云农罚〔2025〕2号 |\n云城甲科技服务部 |\n郭某 |\n销售未登记的肥料。 |`)).toEqual([
      '云城甲科技服务部',
    ])
  })

  test('a company that tells of its own penalty', () => {
    expect(parties('云城集团发布公告称,公司于今日收到云城市市场监督管理局出具的《行政处罚决定书》。')).toEqual(['云城集团'])
  })
})

describe('the number', () => {
  test('by the year alone, below the title', () => {
    expect(numbers('云城监管局行政处罚决定书\n〔2023〕18号\n当事人:陆某')).toEqual([['〔2023〕18号', 'own']])
  })

  test('as the document prints it, where the page prints it with other brackets', () => {
    expect(
      numbers('不予行政处罚决定书 云环免罚字[2023]3号\n云城市生态环境局\n不予行政处罚决定书\n云环免罚字〔2023〕3号\n甲公司:').find(
        ([, role]) => role === 'own',
      ),
    ).toEqual(['云环免罚字〔2023〕3号', 'own'])
  })

  test('with a masked serial, and with a sentence word in its brackets', () => {
    expect(numbers('行政处罚决定书文号:云市监处罚〔2022〕***号')[0]?.[0]).toBe('云市监处罚〔2022〕***号')
    expect(numbers('云城市自然资源局 行政处罚决定书 云自然执(经)罚字〔2024〕4号\n当事人:张某')[0]?.[0]).toBe(
      '云自然执(经)罚字〔2024〕4号',
    )
  })

  test('a serial alone before the title', () => {
    expect(numbers('处罚文号:第Z4003028号行政处罚决定书')).toEqual([['第Z4003028号', 'cited']])
  })
})

describe('the agency', () => {
  test('is no shop, no page label and no sentence', () => {
    expect(agencies('云城甲种子经销部\n违法主体\n甲')).toEqual([])
    expect(agencies('发文单位 云城市农业农村局 发布机构 云城市农业农村局\n当事人:甲公司')).toEqual(['云城市农业农村局'])
    expect(agencies('云城县网信办对属地网站作出行政处罚\n近日,云城县网信办对其给予警告。')).not.toContain('云城县网信办对属地网站')
  })
})

describe('measures', () => {
  test('a list behind the words that decide, without 如下', () => {
    expect(measures('决定予以你单位:1.责令限期改正;2.罚款人民币壹万元整(10000元);3.吊销口腔科诊疗科目的行政处罚。')).toEqual([
      ['orderCorrection', null],
      ['fine', 10000],
      ['revokeLicence', null],
    ])
  })

  test('one list told twice, one result told in two fields', () => {
    const list = '1.没收口罩16枚;2.罚款:6000元。'
    expect(measures(`决定作出如下处罚:${list}依据《甲条例》第八十六条的规定,决定作出以下行政处罚:\n${list}`)).toEqual([
      ['confiscateProperty', null],
      ['fine', 6000],
    ])
    expect(measures('处罚结果\n罚款5409.6元\n行政处罚内容:对当事人从轻处罚,罚款5409.6元。\n处罚金额:5409.6元')).toEqual([
      ['fine', 5409.6],
    ])
  })

  test('an order for each breach, sums left out', () => {
    expect(
      measures(
        '决定作出如下行政处罚:\n一、对过度诊疗的行为,责令立即改正,退回基金5722.74元,并处罚款5722.74元;\n' +
          '二、对虚构服务的行为,责令立即改正,退回基金220.68元,并处罚款441.36元;\n' +
          '合计退回基金5943.42元,并处罚款6164.1元。',
      ),
    ).toEqual([
      ['orderCorrection', null],
      ['other', 5722.74],
      ['fine', 5722.74],
      ['orderCorrection', null],
      ['other', 220.68],
      ['fine', 441.36],
    ])
  })

  test('by the area: the sum and not the price of a square metre', () => {
    expect(measures('决定处罚如下:\n1、对占用的494平方米土地处以每平方米20元的罚款,罚款金额为人民币9880元整。')).toEqual([
      ['fine', 9880],
    ])
  })

  test('a fine not called one, goods taken in the passive, a box that is ticked', () => {
    expect(measures('执法机关对其依法处以20150元人民币的行政处罚,对店内的16件烟花爆竹依法进行没收。')).toEqual([
      ['fine', 20150],
      ['confiscateProperty', null],
    ])
    expect(measures('依据《甲条例》第七十二条的规定,现责令你(单位):\n■立即停止违法行为。\n□立即改正违法行为。')).toEqual([
      ['orderCorrection', null],
    ])
  })

  test('behind a waived hearing, and in the words of the press', () => {
    expect(measures('你单位未提交陈述申辩材料、未申请听证,集体研究决定罚款二万元。')).toEqual([['fine', 20000]])
    expect(measures('甲公司因提供不真实统计资料而违反相关法律,被警告并处罚款20万元。')).toEqual([
      ['warning', null],
      ['fine', 200000],
    ])
  })

  test('a ban by years, a registration undone', () => {
    expect(measures('行政处罚决定\t禁止从事银行业工作8年')).toEqual([['banFromProfession', null]])
    expect(measures('本局决定:撤销云城甲商务咨询服务有限公司2021年9月15日的设立登记。')).toEqual([['revokeLicence', null]])
  })

  test('of a decision that the press quotes whole', () => {
    const page =
      '甲集团收到处罚决定。市场监督管理局在决定书中表示,“本机关认为,当事人违反了《甲法》第十四条‘禁止经营者达成下列协议:(一)固定价格,处五十万元以下的罚款’的规定,' +
      '鉴于当事人能积极配合调查并深刻认识危害,根据《甲法》第四十六条第一款和第四十九条的规定,本机关责令当事人停止违法行为,决定对当事人作出如下行政处罚:' +
      '处销售额98.27亿元3%的罚款,计2.9481亿元。”'
    expect(measures(page)).toEqual([
      ['orderCorrection', null],
      ['fine', 294810000],
    ])
    expect(roles(page)).toEqual(['甲法 14// violated', '甲法 46/1/ basis', '甲法 49// basis'])
  })
})

describe('citations', () => {
  test('which version a law is cited in is no part of its title', () => {
    expect(roles('依据《中华人民共和国广告法(2021修正)》第五十五条第一款,罚款1元。')).toEqual([
      '中华人民共和国广告法 55/1/ basis',
    ])
  })

  test('papers among the proofs, notices of campaigns and torn ends are none', () => {
    expect(roles('上述事实,有《关于进一步做好年检工作的通知》、《甲市检查办法》等证据证明。')).toEqual([])
    expect(roles('按照《关于开展种子市场检查工作的通知》的要求,执法人员抽样。')).toEqual([])
    expect(roles('本局依据《市场监督管理行政处罚程序规定》第')).toEqual([])
  })

  test('titles in a row share what is said of them', () => {
    expect(roles('违反了《甲条例》《乙办法》等相关法律法规,')).toEqual(['甲条例 // violated', '乙办法 // violated'])
  })

  test('the first 第 left out behind the title', () => {
    expect(roles('根据《行政处罚法》六十六条、第六十七条的规定,履行上述处罚决定。')).toEqual([
      '行政处罚法 66// procedure',
      '行政处罚法 67// procedure',
    ])
  })

  test.each([
    ['违法行为类型 | 《甲法》第二十八条第二款第(二)项 | |\n处罚依据 | 《甲法》第五十五条 | |', 'violated'],
    ['依据《甲条例》第八十六条第三项的规定。责令当事人改正违法行为,并决定处罚:罚款6000元。', 'basis'],
    ['依照《甲条例》第十五条(海关总署公告2023年第182号)之规定,决定科处罚款1000元。', 'basis'],
    ['依据《甲法》第八十三条之规定,经集体讨论,我局决定作出如下处罚:罚款1元。', 'basis'],
    ['依据《甲法》第三十一条第一款“建设单位未依法', 'basis'],
    ['依照《中华人民共和国行政处罚法》第三十二条第五项、《甲裁量基准》之规定,决定罚款1000元。', 'discretion'],
    ['依据《中华人民共和国行政处罚法》第三十三条第三款的规定,对你单位进行教育。', 'other'],
    ['如你单位拒不改正的,我局将依据《甲法》第五十九条的规定,实施按日连续处罚。', 'other'],
    ['依据《中华人民共和国行政许可法》第六十九条第二款的规定,本局决定:撤销设立登记。', 'basis'],
    ['依据《中华人民共和国行政强制法》第四十四条之规定,本机关决定对违法建筑物依法强制拆除。', 'basis'],
  ])('%s', (page, role) => {
    expect(read(page).facts.citations[0]?.role).toBe(role)
  })
})

describe('officers', () => {
  test('their numbers cut by line ends, each on a line of its own', () => {
    expect(officers('执法人员:顾某 执法证号:320001\n00587\n         许某某 执法证号:3200010\n0612\n云城市文化局')).toEqual([
      ['顾某', '32000100587'],
      ['许某某', '32000100612'],
    ])
  })

  test('side by side with their numbers in brackets, or without', () => {
    expect(officers('执法人员:杨某(执法证号:22010102131) 冉某某(执法证号:22010102145)')).toEqual([
      ['杨某', '22010102131'],
      ['冉某某', '22010102145'],
    ])
    expect(officers('我局执法人员温习锋03000121012张玲03000121013到现场检查。')).toEqual([
      ['温习锋', '03000121012'],
      ['张玲', '03000121013'],
    ])
  })

  test('masked in the middle of the name, and appointed with their numbers', () => {
    expect(officers('案件调查人员艾某东、胥某远、伍某执法证;').map(([name]) => name)).toEqual(['艾某东', '胥某远', '伍某'])
    expect(officers('指定孔某源(2507103003)、汪某春(25071030010)负责承办。').map(([name]) => name)).toEqual(['孔某源', '汪某春'])
  })
})
