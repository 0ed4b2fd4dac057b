/** Branches of administration, as agencies and clauses name them; former names belong to today's. */
export const BRANCHES: readonly (readonly [string, RegExp])[] = [
  ['market', /市场监督管理|工商行政管理|质量技术监督|质量监督|食品(?:药品)?(?:安全)?监督管理|药品监督管理|价格主管|知识产权/u],
  ['emergency', /应急管理|安全生产监督管理/u],
  ['ecology', /生态环境|环境保护/u],
  ['transport', /交通运输|道路运输|公路管理|海事/u],
  ['agriculture', /农业农村|农业|畜牧|渔业|兽医/u],
  ['health', /卫生健康|卫生计生|疾病预防控制|卫生行政/u],
  ['land', /自然资源|国土资源|土地行政|城乡规划/u],
  ['housing', /住房(?:和)?城乡建设|建设行政|房产管理|房地产/u],
  ['culture', /文化(?:和旅游|广电|市场)?|旅游|新闻出版|广播电视/u],
  ['water', /水利|水行政|水务/u],
  ['forestry', /林业/u],
  ['tobacco', /烟草专卖/u],
  ['fire', /消防/u],
  ['police', /公安/u],
  ['labour', /人力资源|劳动(?:保障)?行政/u],
  ['medical-insurance', /医疗保障/u],
]

/** Whether two names are of one branch: 安全生产监督管理局 was what 应急管理局 is. */
export function ofOneBranch(one: string, other: string): boolean {
  return BRANCHES.some(([, pattern]) => pattern.test(one) && pattern.test(other))
}
