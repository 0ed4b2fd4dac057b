/** Fields of enforcement (执法领域) in which the invented cases play, each with acts that its agency really punishes. */
import type { Random } from './random.ts'

export interface Goods {
  readonly name: string
  readonly unit: string
  /** Found on the spot, and sold before. */
  readonly found: number
  readonly sold: number
  /** Yuan for one. */
  readonly price: number
}

/** An act and what it brings: the clause broken, the clause of the penalty, and the penalty itself. */
export interface Offence {
  /** 案由 */
  readonly cause: string
  /** What the party did, after the days and the place: 未取得排污许可证排放生产废水1328吨. */
  readonly act: string
  /** The act lasted from a day to another, or was found on one day. */
  readonly lasting: boolean
  readonly violated: string
  readonly basis: string
  /** The statute's words on the fine, for the discretion sheet; yuan. */
  readonly range: { readonly low: number; readonly high: number }
  readonly fine: number
  /** 违法所得; null where the act brings none. */
  readonly gain: number | null
  readonly goods: Goods | null
  /** 没收的财物 */
  readonly confiscateGoods: boolean
  readonly warning: boolean
  /** 责令……, without the word itself. */
  readonly correction: string
  readonly product: string | null
  /** Questions and answers of the inquiry, of this act. */
  readonly questions: readonly (readonly [string, string])[]
}

export interface World {
  readonly id: string
  /** Row of the catalogue's sectors. */
  readonly sector: string
  readonly level: 'city' | 'county'
  /** 生态环境局 */
  readonly office: string
  readonly short: string
  readonly unit: string
  readonly party: 'company' | 'trader' | 'citizen'
  /** What the party is called after its brand: 电镀有限公司. */
  readonly trade: string
  readonly scope: string
  readonly place: string
  readonly hearing: 'always' | 'heavy'
  /** The clause by which property may be seized; null where none is. */
  readonly seizure: { readonly basis: string; readonly what: '查封' | '扣押' } | null
  readonly test: { readonly body: string; readonly item: string; readonly standard: string; readonly word: '检验' | '监测' | '检测' } | null
  readonly benchmark: string
  readonly offence: (random: Random) => Offence
}

const thousands = (random: Random, low: number, high: number): number => random.int(low, high) * 1000

const ECOLOGY: World = {
  id: 'ecology', sector: 'ecology', level: 'city', office: '生态环境局', short: '环', unit: '生态环境保护综合行政执法支队', party: 'company',
  trade: '金属表面处理有限公司', scope: '金属表面处理及热处理加工；五金产品制造', place: '厂区内', hearing: 'always', seizure: null,
  test: { body: '环境监测站', item: '化学需氧量', standard: 'GB 21900-2008', word: '监测' }, benchmark: '生态环境行政处罚自由裁量基准',
  offence: (random) => {
    const tonnes = random.int(600, 2400)
    return {
      cause: '未取得排污许可证排放污染物', act: `未取得排污许可证排放生产废水${tonnes}吨`, lasting: true,
      violated: '《排污许可管理条例》第二条第一款', basis: '《排污许可管理条例》第三十三条第（一）项', range: { low: 200_000, high: 1_000_000 },
      fine: thousands(random, 24, 36) * 10, gain: null, goods: null, confiscateGoods: false, warning: false,
      correction: '立即停止排放污染物，依法申请取得排污许可证', product: null,
      questions: [
        ['你公司有没有取得排污许可证？', '没有，申请材料交到一半，还没有拿到。'],
        ['生产废水怎样处理，排到哪里？', '经厂里的污水站处理以后，从总排放口接到园区管网。'],
        ['这期间一共排放了多少？', `按水表和运行记录算，一共${tonnes}吨。`],
      ],
    }
  },
}

const FOOD: World = {
  id: 'food', sector: 'market-regulation', level: 'county', office: '市场监督管理局', short: '市监', unit: '市场监管综合行政执法大队', party: 'trader',
  trade: '副食店', scope: '食品销售；日用百货销售', place: '店内', hearing: 'heavy', seizure: { basis: '《中华人民共和国食品安全法》第一百一十条第（四）项', what: '扣押' },
  test: null, benchmark: '市场监督管理行政处罚裁量权适用规则',
  offence: (random) => {
    const price = random.int(8, 26)
    const [found, sold] = [random.int(18, 60), random.int(5, 16)]
    const name = random.pick(['夹心饼干', '花生牛奶', '火腿肠', '酱香豆干', '儿童果冻'])
    return {
      cause: '销售超过保质期的食品', act: `销售超过保质期的${name}${sold}盒`, lasting: true,
      violated: '《中华人民共和国食品安全法》第三十四条第（十）项', basis: '《中华人民共和国食品安全法》第一百二十四条第一款第（五）项',
      range: { low: 50_000, high: 100_000 }, fine: thousands(random, 52, 64), gain: sold * price, goods: { name, unit: '盒', found, sold, price },
      confiscateGoods: true, warning: false, correction: '立即停止销售超过保质期的食品', product: name,
      questions: [
        [`${name}是什么时候进的货，保质期到哪天？`, '是去年从批发市场进的，保质期已经过了，没有清理。'],
        ['过期以后还卖出了多少？', `卖了${sold}盒，每盒${price}元。`],
        ['有没有进货查验记录？', '有送货单，没有另外做记录。'],
      ],
    }
  },
}

const PRODUCT: World = {
  id: 'product', sector: 'market-regulation', level: 'county', office: '市场监督管理局', short: '市监', unit: '市场监管综合行政执法大队', party: 'company',
  trade: '电线电缆有限公司', scope: '电线、电缆制造、销售', place: '经营场所内', hearing: 'heavy',
  seizure: { basis: '《中华人民共和国产品质量法》第十八条第一款第（四）项', what: '扣押' },
  test: { body: '产品质量检验检测中心', item: '导体电阻', standard: 'GB/T 5023.3-2008', word: '检验' }, benchmark: '市场监督管理行政处罚裁量权适用规则',
  offence: (random) => {
    const price = random.int(12, 22) * 10
    const [found, sold] = [random.int(18, 30), random.int(8, 14)]
    const value = (found + sold) * price
    return {
      cause: '以不合格产品冒充合格产品', act: `以不合格的聚氯乙烯绝缘电线冒充合格产品销售${sold}卷`, lasting: true,
      violated: '《中华人民共和国产品质量法》第三十九条', basis: '《中华人民共和国产品质量法》第五十条',
      range: { low: value * 0.5, high: value * 3 }, fine: Math.round(value * 1.2), gain: sold * price,
      goods: { name: '聚氯乙烯绝缘电线', unit: '卷', found, sold, price }, confiscateGoods: true, warning: false,
      correction: '停止生产、销售不合格产品', product: '聚氯乙烯绝缘电线',
      questions: [
        ['这批电线从哪里来，有没有出厂检验？', '自己拉的丝，出厂前没有检验，就贴了合格证。'],
        ['卖出多少，每卷多少钱？', `卖出${sold}卷，每卷${price}元。`],
        ['其余的在哪里？', `还有${found}卷，都在库房里。`],
      ],
    }
  },
}

const FIREWORKS: World = {
  id: 'fireworks', sector: 'emergency', level: 'county', office: '应急管理局', short: '应急', unit: '应急管理综合行政执法大队', party: 'trader',
  trade: '烟花爆竹零售店', scope: '烟花爆竹零售', place: '店内', hearing: 'heavy',
  seizure: { basis: '《中华人民共和国安全生产法》第六十五条第一款第（四）项', what: '扣押' }, test: null, benchmark: '应急管理行政处罚裁量权基准',
  offence: (random) => {
    const price = random.int(9, 32) * 10
    const [found, sold] = [random.int(12, 40), random.int(2, 6)]
    return {
      cause: '销售非法经营的烟花爆竹', act: `销售非法经营的组合烟花${sold}箱`, lasting: true,
      violated: '《烟花爆竹安全管理条例》第二十条第二款', basis: '《烟花爆竹安全管理条例》第三十八条第二款',
      range: { low: 1000, high: 5000 }, fine: thousands(random, 2, 4), gain: sold * price, goods: { name: '组合烟花', unit: '箱', found, sold, price },
      confiscateGoods: true, warning: false, correction: '停止销售非法经营的烟花爆竹', product: '组合烟花',
      questions: [
        ['这些组合烟花从哪里购进？', '从一个流动送货的人手里买的，没有流向登记标签。'],
        ['卖出多少，每箱多少钱？', `卖出${sold}箱，每箱${price}元。`],
        ['有没有零售许可证？', '有，许可证上的范围是从批发企业进货。'],
      ],
    }
  },
}

const TRAINING: World = {
  id: 'training', sector: 'emergency', level: 'county', office: '应急管理局', short: '应急', unit: '应急管理综合行政执法大队', party: 'company',
  trade: '机械制造有限公司', scope: '机械零部件加工、销售', place: '生产车间', hearing: 'heavy', seizure: null, test: null, benchmark: '应急管理行政处罚裁量权基准',
  offence: (random) => {
    const workers = random.int(6, 24)
    return {
      cause: '未按照规定对从业人员进行安全生产教育和培训', act: `未按照规定对新上岗的${workers}名从业人员进行安全生产教育和培训`, lasting: true,
      violated: '《中华人民共和国安全生产法》第二十八条第一款', basis: '《中华人民共和国安全生产法》第九十七条第（三）项',
      range: { low: 0, high: 100_000 }, fine: thousands(random, 12, 38), gain: null, goods: null, confiscateGoods: false, warning: false,
      correction: '限期十五日内完成从业人员的安全生产教育和培训', product: null,
      questions: [
        ['新上岗的从业人员有多少，培训过没有？', `一共${workers}名，上岗前没有培训。`],
        ['为什么没有培训？', '订单赶得急，想着以后补上。'],
        ['有没有培训档案？', '以前的有，这一批没有。'],
      ],
    }
  },
}

const FREIGHT: World = {
  id: 'freight', sector: 'transport', level: 'county', office: '交通运输局', short: '交', unit: '交通运输综合行政执法大队', party: 'citizen',
  trade: '', scope: '', place: '货场路口', hearing: 'heavy', seizure: { basis: '《中华人民共和国道路运输条例》第六十二条', what: '扣押' }, test: null,
  benchmark: '交通运输行政处罚裁量基准',
  offence: (random) => {
    const trips = random.int(3, 9)
    const price = random.int(6, 12) * 100
    return {
      cause: '未取得道路货物运输经营许可从事货物运输经营', act: `未取得道路运输经营许可，驾驶重型自卸货车从事货物运输经营${trips}趟`, lasting: true,
      violated: '《中华人民共和国道路运输条例》第二十四条第一款', basis: '《中华人民共和国道路运输条例》第六十三条第（一）项',
      range: { low: 3000, high: 10_000 }, fine: thousands(random, 4, 7), gain: trips * price,
      goods: { name: '重型自卸货车', unit: '辆', found: 1, sold: 0, price: 0 }, confiscateGoods: false, warning: false,
      correction: '停止经营', product: null,
      questions: [
        ['你有没有道路运输经营许可证？', '没有，刚买的车，还没有去办。'],
        ['运了几趟，收了多少运费？', `运了${trips}趟，每趟${price}元。`],
        ['货车是谁的？', '是我自己的，行驶证上是我的名字。'],
      ],
    }
  },
}

const LAND: World = {
  id: 'land', sector: 'natural-resources', level: 'county', office: '自然资源局', short: '自然资', unit: '自然资源综合行政执法大队', party: 'company',
  trade: '建材有限公司', scope: '建筑材料销售；仓储服务', place: '西侧地块', hearing: 'heavy', seizure: null, test: null, benchmark: '自然资源行政处罚裁量权基准',
  offence: (random) => {
    const area = random.int(300, 1200)
    return {
      cause: '未经批准非法占用土地', act: `未经批准占用集体建设用地${area}平方米堆放建材`, lasting: true,
      violated: '《中华人民共和国土地管理法》第四十四条第一款', basis: '《中华人民共和国土地管理法》第七十七条第一款',
      range: { low: area * 100, high: area * 1000 }, fine: area * random.int(12, 20) * 10, gain: null, goods: null, confiscateGoods: false, warning: false,
      correction: '退还非法占用的土地', product: null,
      questions: [
        ['这块地有没有办用地手续？', '没有，是和村里口头说好的。'],
        ['占了多大面积？', `经你们测量是${area}平方米，我认可。`],
        ['地上有什么？', '堆了些建材，没有盖房子。'],
      ],
    }
  },
}

const MEDICAL: World = {
  id: 'medical', sector: 'health', level: 'county', office: '卫生健康局', short: '卫', unit: '卫生监督所', party: 'company', trade: '口腔门诊部有限公司',
  scope: '医疗服务', place: '门诊部后院', hearing: 'heavy', seizure: null, test: null, benchmark: '卫生健康行政处罚裁量基准',
  offence: (random) => {
    const bags = random.int(4, 15)
    return {
      cause: '在非贮存地点堆放医疗废物', act: `在非贮存地点堆放医疗废物${bags}袋`, lasting: true,
      violated: '《医疗废物管理条例》第十四条第二款', basis: '《医疗废物管理条例》第四十七条第（一）项', range: { low: 5000, high: 10_000 },
      fine: random.int(58, 78) * 100, gain: null, goods: null, confiscateGoods: false, warning: true, correction: '限期五日内将医疗废物移入暂存间', product: null,
      questions: [
        ['这些医疗废物为什么放在后院？', '暂存间满了，运送的车没有按时来。'],
        ['一共多少，放了多久？', `一共${bags}袋，放了几天。`],
        ['平时由谁运送？', '由有资质的处置单位运送，签有协议。'],
      ],
    }
  },
}

const SEED: World = {
  id: 'seed', sector: 'agriculture', level: 'county', office: '农业农村局', short: '农', unit: '农业综合行政执法大队', party: 'trader', trade: '农资经营部',
  scope: '农作物种子销售；农业生产资料销售', place: '门店内', hearing: 'heavy', seizure: null, test: null, benchmark: '农业行政处罚裁量权基准',
  offence: (random) => {
    const bags = random.int(20, 90)
    return {
      cause: '未按规定建立种子经营档案', act: `销售水稻种子${bags}袋，未按规定建立、保存种子经营档案`, lasting: true,
      violated: '《中华人民共和国种子法》第三十六条', basis: '《中华人民共和国种子法》第七十九条第（四）项', range: { low: 2000, high: 20_000 },
      fine: random.int(50, 90) * 100, gain: null, goods: null, confiscateGoods: false, warning: false, correction: '限期七日内建立种子经营档案', product: null,
      questions: [
        ['水稻种子卖出多少？', `一共卖出${bags}袋，都是附近的农户买的。`],
        ['有没有建立经营档案？', '只有进货单，没有建立档案。'],
        ['知道要建立档案吗？', '备案时讲过，后来没有坚持。'],
      ],
    }
  },
}

const CONSTRUCTION: World = {
  id: 'construction', sector: 'housing-construction', level: 'county', office: '住房和城乡建设局', short: '建', unit: '建设工程质量安全中心', party: 'company',
  trade: '置业有限公司', scope: '房地产开发经营', place: '3号楼工地', hearing: 'always', seizure: null, test: null, benchmark: '住房和城乡建设行政处罚裁量基准',
  offence: (random) => ({
    cause: '未按照规定办理工程质量监督手续', act: '建设的3号楼工程未按照国家规定办理工程质量监督手续即施工', lasting: true,
    violated: '《建设工程质量管理条例》第十三条', basis: '《建设工程质量管理条例》第五十六条第（六）项', range: { low: 200_000, high: 500_000 },
    fine: thousands(random, 22, 29) * 10, gain: null, goods: null, confiscateGoods: false, warning: false,
    correction: '立即停止施工，限期三十日内补办工程质量监督手续', product: null,
    questions: [
      ['3号楼什么时候开工的？', '去年底打的桩，现在做到三层。'],
      ['有没有办理质量监督手续？', '材料报过，没有办下来就先施工了。'],
      ['施工图审查过没有？', '审查过，有合格书。'],
    ],
  }),
}

const ADVERTISING: World = {
  id: 'advertising', sector: 'market-regulation', level: 'county', office: '市场监督管理局', short: '市监', unit: '市场监管综合行政执法大队', party: 'company',
  trade: '家居用品有限公司', scope: '家居用品销售；互联网销售', place: '网络店铺', hearing: 'always', seizure: null, test: null,
  benchmark: '市场监督管理行政处罚裁量权适用规则',
  offence: (random) => {
    const word = random.pick(['国家级', '最高级', '最佳'])
    return {
      cause: '发布含有绝对化用语的广告', act: `在网络店铺的商品页面发布含有“${word}”用语的广告`, lasting: true,
      violated: '《中华人民共和国广告法》第九条第（三）项', basis: '《中华人民共和国广告法》第五十七条第（一）项', range: { low: 200_000, high: 1_000_000 },
      fine: thousands(random, 22, 30) * 10, gain: null, goods: null, confiscateGoods: false, warning: false, correction: '停止发布广告，在相应范围内消除影响',
      product: null,
      questions: [
        ['网络店铺的广告是谁做的？', '公司自己做的，美工照着样子写的。'],
        [`“${word}”有没有依据？`, '没有依据，就是想写得好听些。'],
        ['有多少人看过？', '后台显示的访问量不大，具体以平台数据为准。'],
      ],
    }
  },
}

export const WORLDS: readonly World[] = [ECOLOGY, FOOD, PRODUCT, FIREWORKS, TRAINING, FREIGHT, LAND, MEDICAL, SEED, CONSTRUCTION, ADVERTISING]
