/** Worlds of plants, sites and premises: what is punished is a state of things, not a sale (生态、安全、土地、卫生、建设、广告). */
import type { Random } from './random.ts'
import type { World } from './world.ts'

const thousands = (random: Random, low: number, high: number): number => random.int(low, high) * 1000

export const ECOLOGY: World = {
  id: 'ecology',
  sector: 'ecology',
  level: 'city',
  office: '生态环境局',
  short: '环',
  unit: '生态环境保护综合行政执法支队',
  party: 'company',
  trade: '金属表面处理有限公司',
  scope: '金属表面处理及热处理加工；五金产品制造',
  place: '厂区内',
  hearing: 'always',
  seizure: null,
  test: { body: '环境监测站', item: '化学需氧量', standard: 'GB 21900-2008', word: '监测' },
  benchmark: '生态环境行政处罚自由裁量基准',
  offence: (random) => {
    const tonnes = random.int(600, 2400)
    return {
      cause: '未取得排污许可证排放污染物',
      act: `未取得排污许可证排放生产废水${tonnes}吨`,
      lasting: true,
      violated: '《排污许可管理条例》第二条第一款',
      basis: '《排污许可管理条例》第三十三条第（一）项',
      range: { low: 200_000, high: 1_000_000 },
      fine: thousands(random, 24, 36) * 10,
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: false,
      correction: '立即停止排放污染物，依法申请取得排污许可证',
      product: null,
      questions: [
        ['你公司有没有取得排污许可证？', '没有，申请材料交到一半，还没有拿到。'],
        ['生产废水怎样处理，排到哪里？', '经厂里的污水站处理以后，从总排放口接到园区管网。'],
        ['这期间一共排放了多少？', `按水表和运行记录算，一共${tonnes}吨。`],
      ],
    }
  },
}

export const TRAINING: World = {
  id: 'training',
  sector: 'emergency',
  level: 'county',
  office: '应急管理局',
  short: '应急',
  unit: '应急管理综合行政执法大队',
  party: 'company',
  trade: '机械制造有限公司',
  scope: '机械零部件加工、销售',
  place: '生产车间',
  hearing: 'heavy',
  seizure: null,
  test: null,
  benchmark: '应急管理行政处罚裁量权基准',
  offence: (random) => {
    const workers = random.int(6, 24)
    return {
      cause: '未按照规定对从业人员进行安全生产教育和培训',
      act: `未按照规定对新上岗的${workers}名从业人员进行安全生产教育和培训`,
      lasting: true,
      violated: '《中华人民共和国安全生产法》第二十八条第一款',
      basis: '《中华人民共和国安全生产法》第九十七条第（三）项',
      range: { low: 0, high: 100_000 },
      fine: thousands(random, 12, 38),
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: false,
      correction: '限期十五日内完成从业人员的安全生产教育和培训',
      product: null,
      questions: [
        ['新上岗的从业人员有多少，培训过没有？', `一共${workers}名，上岗前没有培训。`],
        ['为什么没有培训？', '订单赶得急，想着以后补上。'],
        ['有没有培训档案？', '以前的有，这一批没有。'],
      ],
    }
  },
}

export const LAND: World = {
  id: 'land',
  sector: 'natural-resources',
  level: 'county',
  office: '自然资源局',
  short: '自然资',
  unit: '自然资源综合行政执法大队',
  party: 'company',
  trade: '建材有限公司',
  scope: '建筑材料销售；仓储服务',
  place: '西侧地块',
  hearing: 'heavy',
  seizure: null,
  test: null,
  benchmark: '自然资源行政处罚裁量权基准',
  offence: (random) => {
    const area = random.int(300, 1200)
    return {
      cause: '未经批准非法占用土地',
      act: `未经批准占用集体建设用地${area}平方米堆放建材`,
      lasting: true,
      violated: '《中华人民共和国土地管理法》第四十四条第一款',
      basis: '《中华人民共和国土地管理法》第七十七条第一款',
      range: { low: area * 100, high: area * 1000 },
      fine: area * random.int(12, 20) * 10,
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: false,
      correction: '退还非法占用的土地',
      product: null,
      questions: [
        ['这块地有没有办用地手续？', '没有，是和村里口头说好的。'],
        ['占了多大面积？', `经你们测量是${area}平方米，我认可。`],
        ['地上有什么？', '堆了些建材，没有盖房子。'],
      ],
    }
  },
}

export const MEDICAL: World = {
  id: 'medical',
  sector: 'health',
  level: 'county',
  office: '卫生健康局',
  short: '卫',
  unit: '卫生监督所',
  party: 'company',
  trade: '口腔门诊部有限公司',
  scope: '医疗服务',
  place: '门诊部后院',
  hearing: 'heavy',
  seizure: null,
  test: null,
  benchmark: '卫生健康行政处罚裁量基准',
  offence: (random) => {
    const bags = random.int(4, 15)
    return {
      cause: '在非贮存地点堆放医疗废物',
      act: `在非贮存地点堆放医疗废物${bags}袋`,
      lasting: true,
      violated: '《医疗废物管理条例》第十四条第二款',
      basis: '《医疗废物管理条例》第四十七条第（一）项',
      range: { low: 5000, high: 10_000 },
      fine: random.int(58, 78) * 100,
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: true,
      correction: '限期五日内将医疗废物移入暂存间',
      product: null,
      questions: [
        ['这些医疗废物为什么放在后院？', '暂存间满了，运送的车没有按时来。'],
        ['一共多少，放了多久？', `一共${bags}袋，放了几天。`],
        ['平时由谁运送？', '由有资质的处置单位运送，签有协议。'],
      ],
    }
  },
}

export const CONSTRUCTION: World = {
  id: 'construction',
  sector: 'housing-construction',
  level: 'county',
  office: '住房和城乡建设局',
  short: '建',
  unit: '建设工程质量安全中心',
  party: 'company',
  trade: '置业有限公司',
  scope: '房地产开发经营',
  place: '3号楼工地',
  hearing: 'always',
  seizure: null,
  test: null,
  benchmark: '住房和城乡建设行政处罚裁量基准',
  offence: (random) => ({
    cause: '未按照规定办理工程质量监督手续',
    act: '建设的3号楼工程未按照国家规定办理工程质量监督手续即施工',
    lasting: true,
    violated: '《建设工程质量管理条例》第十三条',
    basis: '《建设工程质量管理条例》第五十六条第（六）项',
    range: { low: 200_000, high: 500_000 },
    fine: thousands(random, 22, 29) * 10,
    gain: null,
    goods: null,
    confiscateGoods: false,
    warning: false,
    correction: '立即停止施工，限期三十日内补办工程质量监督手续',
    product: null,
    questions: [
      ['3号楼什么时候开工的？', '去年底打的桩，现在做到三层。'],
      ['有没有办理质量监督手续？', '材料报过，没有办下来就先施工了。'],
      ['施工图审查过没有？', '审查过，有合格书。'],
    ],
  }),
}

export const ADVERTISING: World = {
  id: 'advertising',
  sector: 'market-regulation',
  level: 'county',
  office: '市场监督管理局',
  short: '市监',
  unit: '市场监管综合行政执法大队',
  party: 'company',
  trade: '家居用品有限公司',
  scope: '家居用品销售；互联网销售',
  place: '网络店铺',
  hearing: 'always',
  seizure: null,
  test: null,
  benchmark: '市场监督管理行政处罚裁量权适用规则',
  offence: (random) => {
    const word = random.pick(['国家级', '最高级', '最佳'])
    return {
      cause: '发布含有绝对化用语的广告',
      act: `在网络店铺的商品页面发布含有“${word}”用语的广告`,
      lasting: true,
      violated: '《中华人民共和国广告法》第九条第（三）项',
      basis: '《中华人民共和国广告法》第五十七条第（一）项',
      range: { low: 200_000, high: 1_000_000 },
      fine: thousands(random, 22, 30) * 10,
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: false,
      correction: '停止发布广告，在相应范围内消除影响',
      product: null,
      questions: [
        ['网络店铺的广告是谁做的？', '公司自己做的，美工照着样子写的。'],
        [`“${word}”有没有依据？`, '没有依据，就是想写得好听些。'],
        ['有多少人看过？', '后台显示的访问量不大，具体以平台数据为准。'],
      ],
    }
  },
}

/** The head of a unit answers for an accident with a share of the income of the year before (安全生产法 art. 95). */
export const SAFETY_DUTY: World = {
  id: 'safety-duty',
  sector: 'emergency',
  level: 'county',
  office: '应急管理局',
  short: '应急',
  unit: '应急管理综合行政执法大队',
  party: 'citizen',
  trade: '',
  scope: '',
  place: '机械厂',
  // well above what most sectors set for citizens
  hearing: 'always',
  seizure: null,
  test: null,
  benchmark: '应急管理行政处罚裁量权基准',
  offence: (random) => {
    const income = random.int(60, 140) * 1000
    return {
      cause: '未履行安全生产管理职责导致发生生产安全事故',
      act: `担任主要负责人期间未组织制定机械加工岗位的安全操作规程，导致发生一般生产安全事故，上一年年收入${income}元`,
      lasting: true,
      violated: '《中华人民共和国安全生产法》第二十一条第（二）项',
      basis: '《中华人民共和国安全生产法》第九十五条第（一）项',
      range: { low: income * 0.4, high: income * 0.4 },
      share: '上一年年收入百分之四十',
      fine: income * 0.4,
      gain: null,
      goods: null,
      confiscateGoods: false,
      warning: false,
      correction: '立即组织制定安全操作规程',
      product: null,
      questions: [
        ['你在厂里担任什么职务？', '我是主要负责人，厂里的事都由我决定。'],
        ['有没有组织制定安全操作规程？', '没有专门制定，都是老师傅口头教。'],
        ['你去年的年收入是多少？', `去年的工资和分红一共是${income}元。`],
      ],
    }
  },
}
