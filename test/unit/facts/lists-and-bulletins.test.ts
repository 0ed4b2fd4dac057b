/** Lists of measures and articles as agencies of many fields write them, and bulletins that tell of a decision. */
import { describe, expect, test } from 'vitest'
import { read, wide } from './read.ts'

const measures = (page: string): string[] =>
  read(page).facts.measures.map(({ kind, yuan }) => `${kind}${yuan === null ? '' : ` ${yuan}`}`)
const citations = (page: string): string[] =>
  read(page).facts.citations.map(({ law, article, paragraph, item }) => [law, article, paragraph, item].join('/'))
const parties = (page: string): string[] => read(page).facts.parties.map(({ name }) => name)
const numbers = (page: string): string[] => read(page).facts.numbers.map(({ text }) => text)

describe('measures in lists', () => {
  test.each([
    [
      '决定给予1.人民币叁万元(¥30,000.00)罚款;2.人民币贰万元(¥20,000.00)罚款,合并处以人民币伍万元罚款的行政处罚。',
      ['fine 30000', 'fine 20000'],
    ],
    [
      '决定对你单位少缴的增值税400元、城建税28元处百分之五十的罚款,金额分别为200元、14元,合计214元。',
      ['fine 200', 'fine 14'],
    ],
    [
      '现决定作出如下行政处罚:\n1、对未建立台账的行为,处人民币伍万元(50000元)罚款;\n2、对逾期未改正的行为,处人民币壹万元(10000元)罚款。',
      ['fine 50000', 'fine 10000'],
    ],
    [
      '行为一给予罚款人民币贰万元整,没收违法所得300元;\n行为二给予警告,并处罚款人民币伍佰元整。\n以上合并处罚:1.警告;2.罚款人民币20500元整;3.没收违法所得300元。',
      ['fine 20000', 'confiscateGain 300', 'warning', 'fine 500'],
    ],
    ['以上合并处罚:1.警告;2.罚款人民币500元整。', ['warning', 'fine 500']],
    ['决定处罚如下:\n1.没收鞋12双;\n2.罚款1000元。\n没收违法所得、没收非法财物的金额(元)\n0', ['confiscateProperty', 'fine 1000']],
    ['决定处1.5万元罚款。拒不改正的,应当处10万元罚款。', ['fine 15000']],
    ['决定自3月2日起实施按日连续处罚,计罚19日,每日罚款12万元,罚款共计228万元。', ['fine 2280000']],
    ['决定没收钱某某、孙某某违法所得794元,并处罚款800元。', ['confiscateGain 794', 'fine 800']],
    ['决定没收违法行为发生期间自本单位所获收入54000元。', ['confiscateGain 54000']],
    ['决定责令退回本矿区范围内开采。', ['orderCorrection']],
    ['决定给予钱某某停止执业一年的行政处罚。', ['banFromProfession']],
    ['决定处上一年年收入百分之四十的罚款,计人民币48,600元。', ['fine 48600']],
    ['没收违法所得、没收非法财物的金额(万元):0.012\n暂扣或吊销证照名称及编号:-\n处罚内容:1.罚款500元。', ['fine 500']],
    ['违反《甲条例》第四十八条,依据同条例第九十一条第(四)项,处罚款2万元。', ['fine 20000']],
    ['现作出如下处理决定:\n责令你单位15日内为6名职工补缴养老保险费58,764.48元。', ['other 58764.48']],
    [
      '现决定给予责令停产停业,并处罚款人民币叁万元整的处罚;对设施未完好的行为给予罚款人民币捌仟元整的处罚。\n合并执行:责令停产停业,并处罚款人民币叁万捌仟元整。',
      ['suspendBusiness', 'fine 30000', 'fine 8000'],
    ],
    ['决定没收《云城一轮复习·数学》4000册及违法所得3150元。', ['confiscateGain 3150', 'confiscateProperty']],
    ['鉴于你拒不改正,本局决定按每个羊单位50元处以罚款,126个羊单位×50元=6300元(陆仟叁佰元整)。', ['fine 6300']],
    ['决定给予以下处罚:\n1、追回骗取的资金58,320.00元;\n2、给予警告。', ['other 58320', 'warning']],
    ['云城工商局责令其停止违法宣传,消除影响,并处罚1万元。', ['orderCorrection', 'fine 10000']],
    ['决定对你单位给予通报,处30,000.00元的罚款。', ['criticism', 'fine 30000']],
  ])('%s', (page, expected) => {
    expect(measures(page)).toEqual(expected)
    expect(measures(wide(page))).toEqual(expected)
  })

  test('what an earlier paper ordered is not ordered again', () => {
    expect(
      measures('2024年1月9日,我局依法向你单位送达《限期改正指令书》(云人社令字〔2024〕第7号),责令支付工资412300元,你单位逾期未改正。'),
    ).toEqual([])
  })
})

describe('a bulletin or the press', () => {
  test('tells what an agency ordered', () => {
    expect(measures('云城监管分局对甲银行云城分行罚款65万元,对钱某某警告。')).toEqual(['fine 650000', 'warning'])
    expect(measures('据公开表,甲银行因贷款资金被挪用,被罚款90万元。')).toEqual(['fine 900000'])
  })

  test('the earlier penalty that a decision mentions stays what was before', () => {
    expect(measures('经查,当事人曾被罚款5000元。我局决定罚款8000元。')).toEqual(['fine 8000'])
    expect(measures('当事人此前因同类行为被罚款5000元。')).toEqual([])
    expect(measures('云城分局对当事人进行检查,当事人陈述其2021年曾被罚款5000元。')).toEqual([])
  })

  test('numbers its cases in figures', () => {
    expect(parties('现通报如下:\n1、云城甲医院存在重复收费,处2倍罚款。\n2、云城乙医院存在超量开药,处1倍罚款。')).toEqual([
      '云城甲医院',
      '云城乙医院',
    ])
  })

  test('heads each case with the name, its number below', () => {
    const page = '一、云城甲建设集团有限公司\n处罚决定书文号:(云)应急罚〔2024〕S012号\n处罚内容:罚款人民币40万元'
    expect(parties(page)).toEqual(['云城甲建设集团有限公司'])
    expect(numbers(page)).toEqual(['(云)应急罚〔2024〕S012号'])
  })

  test('evidence in figures names no party', () => {
    expect(parties('证据有:\n1.云城甲医院营业执照复印件;\n2.云城乙医院说明一份。')).toEqual([])
  })
})

describe('articles', () => {
  test.each([
    ['依据《云城条例》第一百二十四条第一款“有下列情形之一的”第五项“经营过期食品的”处罚', ['云城条例/124/1/5']],
    ['违反《云城条例》第三条第一款“不得甲。”、第二款“不得乙。”的规定', ['云城条例/3/1/', '云城条例/3/2/']],
    ['按照《云城裁量基准》第9条,第三款“接纳未成年人的”,第一项“没有违法所得的”', ['云城裁量基准/9/3/1']],
    ['依据云城省民政厅《社会组织处罚裁量权基准》之处罚权四的规定', ['社会组织处罚裁量权基准///']],
    ['参照《云城处罚裁量权基准》道路运输部分第58项处罚', ['云城处罚裁量权基准///58']],
    ['参照《云城处罚裁量权基准》之三第2条', ['云城处罚裁量权基准/2//']],
    ['根据《云城省实施〔中华人民共和国甲乙法〕办法》第五条', ['云城省实施〔中华人民共和国甲乙法〕办法/5//']],
  ])('%s', (page, expected) => {
    expect(citations(page)).toEqual(expected)
    expect(citations(wide(page))).toEqual(expected)
  })
})

describe('names and numbers', () => {
  test.each([
    ['云税稽罚〔2024〕3号\n云城甲经销处(纳税人识别号:91450204MA5KY31E7P):\n经检查,你单位少缴税款。', '云城甲经销处'],
    ['云税稽罚〔2024〕4号\n云城甲商贸有限公司:(纳税人识别号:91210782MA0QD5R23K)\n经检查', '云城甲商贸有限公司'],
    ['被处罚单位(个人)云城甲娱乐城,统一社会信用代码92421023MA49R7K33X,地址云城,经营者钱某', '云城甲娱乐城'],
    ['企业(个人)名称:云城甲进出口有限公司\n统一社会信用代码:91330201MA2AHX7L5C', '云城甲进出口有限公司'],
    ['当事人:云城甲养老服务中心(社会信用代码52431381MJJ678901A)', '云城甲养老服务中心'],
    ['被处罚单位:云城甲水厂(个人独资企业)\n投资人:钱某某', '云城甲水厂'],
    ['当事人:云城甲商贸有限公司等3户企业(名单附后)', '云城甲商贸有限公司等3户企业'],
    ['当事人\n(公民)姓名:—— 性别:——\n(法人或其他组织)名称:云城甲运输有限公司 地址:云城', '云城甲运输有限公司'],
    ['行政处罚决定书\n云城县石桥镇人民政府:\n我局于2023年8月1日对你单位涉嫌非法占地一案立案调查。', '云城县石桥镇人民政府'],
    [
      '云城股份有限公司关于全资子公司收到处罚的公告\n全资子公司甲乙(云城)材料有限公司(以下简称甲乙材料)于2023年7月28日收到云城生态环境局《行政处罚决定书》',
      '甲乙(云城)材料有限公司',
    ],
  ])('%s', (page, name) => {
    expect(parties(page)).toEqual([name])
  })

  test('a serial in brackets', () => {
    expect(numbers('云城市新闻出版局\n行政处罚决定书\n云新出罚决字[2018]第(03)号\n当事人:云城甲印务有限公司')).toEqual([
      '云新出罚决字[2018]第(03)号',
    ])
  })

  test.each(['赣于环改字〔2024〕第15号', '青经开市监罚〔2023〕1号', '和环罚〔2023〕7号'])('%s keeps the letters of its place', (number) => {
    expect(numbers(`行政处罚决定书\n${number}\n甲厂:`)).toEqual([number])
    expect(numbers(`我局于2024年1月2日向甲厂送达《行政处罚告知书》(${number})`)).toEqual([number])
  })

  test('words of a sentence are no letters of a number', () => {
    expect(numbers('申请人对云环罚〔2023〕1号处罚决定不服')).toEqual(['云环罚〔2023〕1号'])
    expect(numbers('我局以云环责改〔2023〕2号责令改正,并向其送达的云环罚〔2023〕3号')).toEqual([
      '云环责改〔2023〕2号',
      '云环罚〔2023〕3号',
    ])
  })

  test('for whom a decision is stands between its title and a number by year alone', () => {
    const page = '中国证券监督管理委员会云城监管局行政处罚决定书(钱某某)\n〔2023〕14号\n当事人:钱某某,男\n云城证监局\n2023年9月26日'
    const { facts } = read(page)
    expect(facts.numbers.map(({ text, role }) => [text, role])).toEqual([['〔2023〕14号', 'own']])
    expect(facts.agencies[0]?.name).toBe('中国证券监督管理委员会云城监管局')
  })

  test('two X of a code that holds are no mask', () => {
    const [party] = read('当事人:云城甲器械有限公司\n统一社会信用代码(注册号): 91130682MADXX7667X').facts.parties
    expect(party?.codes.map(({ kind, whole }) => [kind, whole])).toEqual([['uscc', true]])
    const [masked] = read('当事人:云城甲药房\n统一社会信用代码:91430681XXXXXXXXXX').facts.parties
    expect(masked?.codes.map(({ kind, whole }) => [kind, whole])).toEqual([['uscc', false]])
  })

  test('a bracket that only closes is no part of a number', () => {
    expect(numbers('2 钱某某(时任云城农村商业银行股份有限公司运营管理部总经理) 云银罚决字〔2024〕9号 罚款1.5万元')).toEqual([
      '云银罚决字〔2024〕9号',
    ])
    expect(numbers('云城监管分局发布了行政处罚信息公开表云金罚决字〔2024〕2号,甲银行被罚')).toEqual(['云金罚决字〔2024〕2号'])
  })
})
