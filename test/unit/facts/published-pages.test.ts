/** What agencies' sites, bulletins and tables make of a decision: menus, bars, masked names, numbers with names in them. */
import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

const own = (page: string): string | undefined =>
  read(page).facts.numbers.find(({ role }) => role === 'own')?.text
const issuer = (page: string): string | undefined => {
  const { agencies } = read(page).facts
  return (agencies.find(({ role }) => role === 'issuer') ?? agencies[0])?.name
}
const parties = (page: string): string[] => read(page).facts.parties.map(({ name }) => name)
const measures = (page: string): [string, number | null][] =>
  read(page).facts.measures.map(({ kind, yuan }) => [kind, yuan])
const cited = (page: string): (string | number | null)[][] =>
  read(page).facts.citations.map(({ law, article, paragraph, item }) => [law, article, paragraph, item])

describe('numbers', () => {
  test.each([
    '(云北)应急罚〔2025〕执法三中队-7号',
    '云城罚决字〔2025〕建设第31号',
    '云环不罚决〔2025〕河东-12号',
    '(云)文综罚字〔2024〕第F-000021号',
    '云交处罚〔2025〕047(非)号',
    '(云)应急罚〔2024〕2023“5.6”事故-3号',
    '云资执[处罚决定]〔2025〕9号',
    '云市监处〔2024〕132024000451号',
  ])('%s', (number) => {
    expect(own(`行政处罚决定书\n${number}\n当事人:云城甲店`)).toBe(number)
  })

  test('printed behind the title without its letters, and whole below: the whole one', () => {
    expect(own('云城市环境保护局责令改正决定书[2016]8号\n责令改正决定书\n云环改字[2016]8号\n甲厂:')).toBe(
      '云环改字[2016]8号',
    )
  })

  test('brackets stay as printed where pinyin is taken out', () => {
    expect(own('行政處罰決定書\n雲鄉(xiāng)醫(yī)保處字〔2025〕第3號')).toContain('〔2025〕第3号')
  })
})

describe('the agency', () => {
  test('below the menu of its site, where the title goes with it', () => {
    const menu = Array.from({ length: 9 }, (_, index) => `栏目${index}`).join('\n')
    expect(issuer(`${menu}\n云城市市场监督管理局行政处罚决定书(云市监处罚〔2025〕1号)\n当事人:李某`)).toBe(
      '云城市市场监督管理局',
    )
  })

  test('not the government whose site it is', () => {
    expect(issuer('云城市人民政府\n\n云城市林业局行政处罚决定书(云林罚〔2025〕2号)\n甲公司:')).toBe('云城市林业局')
  })

  test('who decided before who looked', () => {
    expect(issuer('北州市场监督管理局联合云城市市场监督管理局检查。云城市市场监督管理局依据有关规定作出处罚。')).toBe(
      '云城市市场监督管理局',
    )
  })

  test('who published a page without heading', () => {
    expect(issuer('发布时间:2025-12-04 信息来源:云城市城市管理局\n云城罚〔2025〕3号\n名称:甲公司')).toBe(
      '云城市城市管理局',
    )
  })

  test('a ministry', () => {
    expect(issuer('财政部行政处罚决定书\n当 事 人:林静')).toBe('财政部')
  })

  test('none in the title of a law', () => {
    expect(read('根据《中华人民共和国海关行政处罚实施条例》第十五条科处罚款人民币1万元。').facts.agencies).toEqual([])
  })
})

describe('parties', () => {
  test.each([
    ['被处罚行为人:况**  性别:女', '况**'],
    ['被处罚人姓名 林静 性别 女 出生日期 1990年1月1日', '林静'],
    ['当事人:林静(北区河畔小馆的经营者)\n地址:云城', '林静'],
    ['云环罚〔2025〕3号\n\n云城甲实业有限公司\n\n统一社会信用代码:91410482395881454M', '云城甲实业有限公司'],
    ['行政相对人名称: | 云城甲大药房 |\n行政相对人类别: | 法人 |\n法人代表: | 林* |', '云城甲大药房'],
    ['群众反映云城甲便利有限公司东街店销售过期食品。', '云城甲便利有限公司东街店'],
    ['云城某公司涉嫌销售过期食品案\n案情简介:\n检查发现过期食品。\n典型意义:\n引起重视。', '云城某公司'],
    ['甲药行连锁(云城)有限公司河畔店发布违法广告案。当事人未经审查而擅自在其经营的网店发布。', '甲药行连锁(云城)有限公司河畔店'],
    ['云城XX酒店管理有限公司未取得公共场所\n卫生许可证擅自营业案\n经查,该酒店未见许可证。', '云城XX酒店管理有限公司'],
    ['一、云城市农业农村局查处河东某饲料经营部无证经营兽药案\n经查属实。', '河东某饲料经营部'],
    ['云城甲设备有限公司等12家企业因长期停业未经营被吊销营业执照。', '云城甲设备有限公司等12家企业'],
    ['当事人田某友于2025年5月5日垂钓。', '田某友'],
  ])('%s', (page, name) => {
    expect(parties(page)[0]).toBe(name)
  })

  test('two joined by 和', () => {
    expect(parties('检查发现河东甲托管中心和河东乙酒店在门窗上设置障碍物。')).toEqual([
      '河东甲托管中心',
      '河东乙酒店',
    ])
  })

  test.each(['云城一超市经营过期食品被罚。', '近日对一家超市进行检查。', '该公司未按规定经营。'])('none in %s', (page) => {
    expect(parties(page)).toEqual([])
  })

  test('the head of a table names the column, its cells each on a line', () => {
    const page = '|\n处罚结果公开 |\n|\n单位名称:云城区城市管理局 |\n|\n序号 |\n被处罚人 |\n案由 |\n|\n1 |\n林某某 |\n挖掘道路 |'
    expect(parties(page)).toEqual(['林某某'])
    expect(issuer(page)).toBe('云城区城市管理局')
  })

  test('the index number of a page is nobody’s code; one cut by a line end is whole', () => {
    const { facts } = read(
      '索引号\n11500112MB1938295N/2025-00084\n当事人:云城甲店\n统一社会信用代码:914104823\n95881454M',
    )
    expect(facts.parties[0]?.codes.map(({ text }) => text)).toEqual(['91410482395881454M'])
  })
})

describe('citations', () => {
  test('an article whose 条 was left out', () => {
    expect(cited('违反了《甲法》第四十一、五十一、七十四条、第九十八第三款第五项的规定。')).toEqual([
      ['甲法', 41, null, null],
      ['甲法', 51, null, null],
      ['甲法', 74, null, null],
      ['甲法', 98, 3, 5],
    ])
  })

  test('the annex reprints what was cited', () => {
    const page = '依据《甲法》第三十一条第一款,责令改正。\n如不服,可以申请行政复议。\n附件:相关法律规定\n《甲法》第三十一条:内容。'
    expect(cited(page)).toEqual([['甲法', 31, 1, null]])
  })

  test('the law within a title stays marked, a reply on a project is no law', () => {
    expect(cited('违反了《甲省实施〈乙法〉办法》第二十八条。根据《云城政府关于东山开采项目用地批复》的规定办理。')).toEqual([
      ['甲省实施〈乙法〉办法', 28, null, null],
    ])
  })
})

describe('measures', () => {
  test('between marks in a bulletin', () => {
    expect(measures('甲局拟对当事人作出“1.处罚款人民币15000元;2.没收过期食品4袋”的行政处罚。')).toEqual([
      ['fine', 15000],
      ['confiscateProperty', null],
    ])
  })

  test('behind 作出, the fine without its unit', () => {
    expect(measures('甲局遂作出:警告、没收5瓶米醋、并处500元罚款的行政处罚决定。').map(([kind]) => kind)).toEqual([
      'warning',
      'confiscateProperty',
      'fine',
    ])
    expect(measures('对当事人作出没收食品,并处罚款50000的行政处罚。')).toContainEqual(['fine', 50000])
  })

  test('a total where no single fine is told, each numbered order for itself', () => {
    const page =
      '决定给予以下行政处罚:\n1.停止违法行为;\n2.处以甲林10㎡×2元/㎡=20元;处以乙林30㎡×1元/㎡=30;两项合计50元(伍拾元整)的罚款;\n3.责令限期恢复林地原状。'
    expect(measures(page)).toEqual([
      ['orderCorrection', null],
      ['fine', 50],
      ['orderCorrection', null],
    ])
  })

  test('a statute behind a colon orders nothing', () => {
    expect(measures('依据《甲规定》第三十条:违反本规定,在重点水域垂钓的,责令改正,可以处警告或一千元以下罚款。')).toEqual([])
  })
})
