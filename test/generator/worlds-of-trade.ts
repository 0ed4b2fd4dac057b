/** Worlds in which goods are sold or carried, and mostly seized (市场、应急、交通、农业). */
import type { Random } from './random.ts'
import type { World } from './world.ts'

const thousands = (random: Random, low: number, high: number): number => random.int(low, high) * 1000

export const FOOD: World = {
  id: 'food',
  sector: 'market-regulation',
  level: 'county',
  office: '市场监督管理局',
  short: '市监',
  unit: '市场监管综合行政执法大队',
  party: 'trader',
  trade: '副食店',
  scope: '食品销售；日用百货销售',
  place: '店内',
  hearing: 'heavy',
  seizure: { basis: '《中华人民共和国食品安全法》第一百一十条第（四）项', what: '扣押' },
  test: null,
  benchmark: '市场监督管理行政处罚裁量权适用规则',
  offence: (random) => {
    const price = random.int(8, 26)
    const [found, sold] = [random.int(18, 60), random.int(5, 16)]
    const name = random.pick(['夹心饼干', '花生牛奶', '火腿肠', '酱香豆干', '儿童果冻'])
    return {
      cause: '销售超过保质期的食品',
      act: `销售超过保质期的${name}${sold}盒`,
      lasting: true,
      violated: '《中华人民共和国食品安全法》第三十四条第（十）项',
      basis: '《中华人民共和国食品安全法》第一百二十四条第一款第（五）项',
      range: { low: 50_000, high: 100_000 },
      fine: thousands(random, 52, 64),
      gain: sold * price,
      goods: { name, unit: '盒', found, sold, price },
      confiscateGoods: true,
      warning: false,
      correction: '立即停止销售超过保质期的食品',
      product: name,
      questions: [
        [`${name}是什么时候进的货，保质期到哪天？`, '是去年从批发市场进的，保质期已经过了，没有清理。'],
        ['过期以后还卖出了多少？', `卖了${sold}盒，每盒${price}元。`],
        ['有没有进货查验记录？', '有送货单，没有另外做记录。'],
      ],
    }
  },
}

export const PRODUCT: World = {
  id: 'product',
  sector: 'market-regulation',
  level: 'county',
  office: '市场监督管理局',
  short: '市监',
  unit: '市场监管综合行政执法大队',
  party: 'company',
  trade: '电线电缆有限公司',
  scope: '电线、电缆制造、销售',
  place: '经营场所内',
  hearing: 'heavy',
  seizure: { basis: '《中华人民共和国产品质量法》第十八条第一款第（四）项', what: '扣押' },
  test: { body: '产品质量检验检测中心', item: '导体电阻', standard: 'GB/T 5023.3-2008', word: '检验' },
  benchmark: '市场监督管理行政处罚裁量权适用规则',
  offence: (random) => {
    const price = random.int(12, 22) * 10
    const [found, sold] = [random.int(18, 30), random.int(8, 14)]
    const value = (found + sold) * price
    return {
      cause: '以不合格产品冒充合格产品',
      act: `以不合格的聚氯乙烯绝缘电线冒充合格产品销售${sold}卷`,
      lasting: true,
      violated: '《中华人民共和国产品质量法》第三十九条',
      basis: '《中华人民共和国产品质量法》第五十条',
      range: { low: value * 0.5, high: value * 3 },
      fine: Math.round(value * 1.2),
      gain: sold * price,
      goods: { name: '聚氯乙烯绝缘电线', unit: '卷', found, sold, price },
      confiscateGoods: true,
      warning: false,
      correction: '停止生产、销售不合格产品',
      product: '聚氯乙烯绝缘电线',
      questions: [
        ['这批电线从哪里来，有没有出厂检验？', '自己拉的丝，出厂前没有检验，就贴了合格证。'],
        ['卖出多少，每卷多少钱？', `卖出${sold}卷，每卷${price}元。`],
        ['其余的在哪里？', `还有${found}卷，都在库房里。`],
      ],
    }
  },
}

export const FIREWORKS: World = {
  id: 'fireworks',
  sector: 'emergency',
  level: 'county',
  office: '应急管理局',
  short: '应急',
  unit: '应急管理综合行政执法大队',
  party: 'trader',
  trade: '烟花爆竹零售店',
  scope: '烟花爆竹零售',
  place: '店内',
  hearing: 'heavy',
  seizure: { basis: '《中华人民共和国安全生产法》第六十五条第一款第（四）项', what: '扣押' },
  test: null,
  benchmark: '应急管理行政处罚裁量权基准',
  offence: (random) => {
    const price = random.int(9, 32) * 10
    const [found, sold] = [random.int(12, 40), random.int(2, 6)]
    return {
      cause: '销售非法经营的烟花爆竹',
      act: `销售非法经营的组合烟花${sold}箱`,
      lasting: true,
      violated: '《烟花爆竹安全管理条例》第二十条第二款',
      basis: '《烟花爆竹安全管理条例》第三十八条第二款',
      range: { low: 1000, high: 5000 },
      fine: thousands(random, 2, 4),
      gain: sold * price,
      goods: { name: '组合烟花', unit: '箱', found, sold, price },
      confiscateGoods: true,
      warning: false,
      correction: '停止销售非法经营的烟花爆竹',
      product: '组合烟花',
      questions: [
        ['这些组合烟花从哪里购进？', '从一个流动送货的人手里买的，没有流向登记标签。'],
        ['卖出多少，每箱多少钱？', `卖出${sold}箱，每箱${price}元。`],
        ['有没有零售许可证？', '有，许可证上的范围是从批发企业进货。'],
      ],
    }
  },
}

export const FREIGHT: World = {
  id: 'freight',
  sector: 'transport',
  level: 'county',
  office: '交通运输局',
  short: '交',
  unit: '交通运输综合行政执法大队',
  party: 'citizen',
  trade: '',
  scope: '',
  place: '货场路口',
  hearing: 'heavy',
  seizure: { basis: '《中华人民共和国道路运输条例》第六十二条', what: '扣押' },
  test: null,
  benchmark: '交通运输行政处罚裁量基准',
  offence: (random) => {
    const trips = random.int(3, 9)
    const price = random.int(6, 12) * 100
    return {
      cause: '未取得道路货物运输经营许可从事货物运输经营',
      act: `未取得道路运输经营许可，驾驶重型自卸货车从事货物运输经营${trips}趟`,
      lasting: true,
      violated: '《中华人民共和国道路运输条例》第二十四条第一款',
      basis: '《中华人民共和国道路运输条例》第六十三条第（一）项',
      range: { low: 3000, high: 10_000 },
      fine: thousands(random, 4, 7),
      gain: trips * price,
      goods: { name: '重型自卸货车', unit: '辆', found: 1, sold: 0, price: 0 },
      confiscateGoods: false,
      warning: false,
      correction: '停止经营',
      product: null,
      questions: [
        ['你有没有道路运输经营许可证？', '没有，刚买的车，还没有去办。'],
        ['运了几趟，收了多少运费？', `运了${trips}趟，每趟${price}元。`],
        ['货车是谁的？', '是我自己的，行驶证上是我的名字。'],
      ],
    }
  },
}

export const SEED: World = {
  id: 'seed',
  sector: 'agriculture',
  level: 'county',
  office: '农业农村局',
  short: '农',
  unit: '农业综合行政执法大队',
  party: 'trader',
  trade: '农资经营部',
  scope: '农作物种子销售；农业生产资料销售',
  place: '门店内',
  hearing: 'heavy',
  seizure: null,
  test: null,
  benchmark: '农业行政处罚裁量权基准',
  offence: (random) => {
    const bags = random.int(20, 90)
    return {
      cause: '未按规定建立种子经营档案',
      act: `销售水稻种子${bags}袋，未按规定建立、保存种子经营档案`,
      lasting: true,
      violated: '《中华人民共和国种子法》第三十六条',
      basis: '《中华人民共和国种子法》第七十九条第（四）项',
      range: { low: 2000, high: 20_000 },
      fine: random.int(50, 90) * 100,
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: false,
      correction: '限期七日内建立种子经营档案',
      product: null,
      questions: [
        ['水稻种子卖出多少？', `一共卖出${bags}袋，都是附近的农户买的。`],
        ['有没有建立经营档案？', '只有进货单，没有建立档案。'],
        ['知道要建立档案吗？', '备案时讲过，后来没有坚持。'],
      ],
    }
  },
}
