/** 5.7: seized tools, equipment and raw materials of which the decision says nothing, beside goods that it confiscates. */
import type { CaseDocument } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, says } from '../../wording.ts'
import { fileSays } from '../facts/case-sections.ts'
import { listedGoods } from '../facts/exhibits.ts'
import { operativeText } from './clauses.ts'

/** The seizure was of such things: 用于违法生产经营的工具、设备、原料. */
const TOOLS = /(?:工具|设备|设施|原料|原材料|原辅料|器具|机器|机械|包装材料)/u
/** The decision deals with the rest in general words. */
const ALL_OF_THEM =
  /(?:扣押|查封|登记保存)的?(?:全部|上述|所有|涉案)?(?:物品|财物|物资|财产)|(?:全部|所有|上述|涉案)(?:物品|财物|物资)|清单(?:所列|载明|中)|工具|设备|原料|原材料|原辅料|器具|机器|机械/u
const RELEASED =
  /(?<!(?:不予|不|未)[^。；]{0,4})(?:解除|退还|返还|发还|领回|拍卖)[^。]{0,24}(?:扣押|查封|物品|财物|设备|工具|原料|保存)|(?:扣押|查封|保存|设备|工具|原料)[^。]{0,30}(?:解除|退还|返还|发还|领回)/u
/** The household's own is question 5.13. */
const PRIVATE = /家用|冰柜|电视|手机|轿车|面包车|摩托|私家/u

/** 电烤箱 in 没收烤箱2台: lists name things more fully than a decision. */
function mentions(text: string, name: string): boolean {
  const plain = name.replace(/[（(].*$/u, '')
  return text.includes(plain) || (plain.length > 2 && text.includes(plain.slice(-2)))
}

export const SEIZED_THINGS_LEFT_OUT: PrereviewRule = {
  id: '5.7-seized-things-left-out',
  questionId: '5.7',
  name: said('扣押的工具、设备、原料未作处理', 'Seized tools and materials not dealt with'),
  basis: [
    { law: '行政处罚法', article: 28 },
    { law: '行政强制法', article: 27 },
  ],
  severity: 'C',
  check(file) {
    const decision = file.of('decision').findLast(({ sure }) => sure)
    const seizure = file.of('measure-decision').findLast((one) => one.sure && TOOLS.test(denseText(one)))
    if (decision === undefined || seizure === undefined) return []
    const orders = operativeText(decision).replace(/没收违法所得/gu, '')
    if (!/没收/u.test(orders) || ALL_OF_THEM.test(orders) || fileSays(file, RELEASED)) return []
    const lists: readonly CaseDocument[] = [...file.of('goods-list', 'measure-record'), seizure].filter(({ sure }) => sure)
    const left = lists.flatMap((list) => listedGoods(list)).filter(({ name }) => !PRIVATE.test(name) && !mentions(orders, name))
    const names = [...new Set(left.map(({ name }) => name))]
    if (names.length === 0 || says(decision, /(?:工具|设备|原料|器具)[^。；]{0,30}(?:不予没收|另行处理|依法处理|退还)/u)) return []
    return [
      {
        message: said(
          `扣押的${names.join('、')}，决定没有没收，也没有写明解除、退还或者其他处理。`,
          `Of what was seized, the decision neither confiscates nor releases: ${names.join(', ')}.`,
        ),
        suggestion: said(
          '罚则要求没收用于违法生产经营的工具、设备、原料的，一并没收并重新告知；不没收的，写明解除扣押、退还。',
          'Confiscate what the clause confiscates, with a new notice; release the rest, and say so in the decision.',
        ),
        places: [titlePlace(decision), ...left.slice(0, 3).map(({ place }) => place)],
      },
    ]
  },
}

export const SEIZED_THINGS_RULES: readonly PrereviewRule[] = [SEIZED_THINGS_LEFT_OUT]
