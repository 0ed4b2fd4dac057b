/** Worlds in which somebody asks for a licence (行政许可), and one in which the agency only inspects (行政检查). */
import type { LicenceMatter, Offence, World } from './world.ts'

/** A licence file punishes nobody. */
const NOTHING_PUNISHED: Offence = {
  cause: '',
  act: '',
  lasting: false,
  violated: '',
  basis: '',
  range: { low: 0, high: 0 },
  fine: 0,
  gain: null,
  goods: null,
  confiscateGoods: false,
  warning: false,
  correction: '',
  product: null,
  questions: [],
}

const licence = (
  world: Pick<World, 'id' | 'sector' | 'level' | 'office' | 'short' | 'unit' | 'party' | 'trade' | 'scope' | 'place'>,
  matter: LicenceMatter,
): World => ({
  ...world,
  file: 'licence',
  licence: matter,
  hearing: 'heavy',
  seizure: null,
  test: null,
  benchmark: '',
  offence: () => NOTHING_PUNISHED,
})

export const FIREWORKS_LICENCE = licence(
  {
    id: 'fireworks-licence',
    sector: 'emergency',
    level: 'county',
    office: '应急管理局',
    short: '应急',
    unit: '危险化学品监督管理股',
    party: 'trader',
    trade: '烟花爆竹零售店',
    scope: '烟花爆竹零售',
    place: '店内',
  },
  {
    item: '烟花爆竹经营（零售）许可',
    conditions: '《烟花爆竹安全管理条例》第十八条',
    granted: '《烟花爆竹安全管理条例》第十九条第二款',
    circular: '关于做好烟花爆竹零售点布点工作的通知',
    checks: [
      '主要负责人经过安全知识教育',
      '实行专店或者专柜销售',
      '设专人负责安全管理',
      '配备必要的消防器材',
      '张贴明显的安全警示标志',
    ],
    missing: '零售点与学校的距离不足100米',
    papers: ['安全知识培训证明', '零售场所安全管理制度'],
    neighbours: null,
    hearing: false,
  },
)

export const PLANNING_LICENCE = licence(
  {
    id: 'planning-licence',
    sector: 'natural-resources',
    level: 'city',
    office: '自然资源和规划局',
    short: '自规',
    unit: '规划管理科',
    party: 'company',
    trade: '置业有限公司',
    scope: '房地产开发经营',
    place: '地块内',
  },
  {
    item: '建设工程规划许可',
    conditions: '《中华人民共和国城乡规划法》第四十条第二款',
    granted: '《中华人民共和国城乡规划法》第四十条第一款',
    circular: '关于进一步规范建设工程规划管理的通知',
    checks: ['使用土地的有关证明文件', '建设工程设计方案', '符合控制性详细规划', '符合规划条件', '建筑退让道路红线'],
    missing: '设计方案的建筑密度超过规划条件',
    papers: ['使用土地的证明文件', '建设工程设计方案'],
    neighbours: '北侧住宅小区居民对日照和通行的意见',
    hearing: false,
  },
)

export const ENTERTAINMENT_LICENCE = licence(
  {
    id: 'entertainment-licence',
    sector: 'culture',
    level: 'county',
    office: '文化和旅游局',
    short: '文旅',
    unit: '行政审批股',
    party: 'company',
    trade: '娱乐有限公司',
    scope: '歌舞娱乐活动',
    place: '营业场所内',
  },
  {
    item: '娱乐场所经营许可',
    conditions: '《娱乐场所管理条例》第七条',
    granted: '《娱乐场所管理条例》第九条第一款',
    circular: '关于规范娱乐场所总量的会议纪要',
    checks: ['场所不在居民楼内', '场所距学校、医院的距离', '使用面积符合最低标准', '边界噪声符合国家标准', '消防和卫生文件'],
    missing: '场所位于居民住宅区周围',
    papers: ['营业场所平面图', '消防验收意见'],
    neighbours: '楼上住户对夜间噪声的意见',
    hearing: true,
  },
)

const INSPECTED = {
  file: 'inspection',
  level: 'county',
  hearing: 'heavy',
  seizure: null,
  test: null,
  benchmark: '',
} as const

export const WORKPLACE_INSPECTION: World = {
  ...INSPECTED,
  id: 'workplace-inspection',
  sector: 'emergency',
  office: '应急管理局',
  short: '应急',
  unit: '应急管理综合行政执法大队',
  party: 'company',
  trade: '机械有限公司',
  scope: '通用零部件制造、销售',
  place: '生产车间',
  offence: () => ({
    ...NOTHING_PUNISHED,
    cause: '安全生产情况',
    act: '两台砂轮机没有设置防护罩，配电箱前堆放杂物',
    violated: '《中华人民共和国安全生产法》第三十六条第一款',
    correction: '于十日内在砂轮机上设置防护罩，清理配电箱前的杂物',
  }),
}

export const FOOD_INSPECTION: World = {
  ...INSPECTED,
  id: 'food-inspection',
  sector: 'market-regulation',
  office: '市场监督管理局',
  short: '市监',
  unit: '市场监管综合行政执法大队',
  party: 'trader',
  trade: '快餐店',
  scope: '餐饮服务',
  place: '后厨',
  offence: () => ({
    ...NOTHING_PUNISHED,
    cause: '餐饮服务食品安全',
    act: '进货查验台账缺三日记录，一名从业人员的健康证明没有在店内公示',
    violated: '《中华人民共和国食品安全法》第五十三条第一款',
    correction: '于七日内补齐进货查验记录',
  }),
}
