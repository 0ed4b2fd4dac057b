/** Words in the cells of the ledger, on the screen as in a workbook. */
import type { Language } from '../values/values.ts'

interface LedgerWords {
  readonly unverified: string
  readonly separator: string
  readonly mode: { readonly drawn: string; readonly chosen: string; readonly kept: string }
  readonly objected: string
  readonly extension: Readonly<Record<'workingDays' | 'calendarDays' | 'months' | 'hours', (length: number, by: string) => string>>
  readonly remedy: { readonly remedySought: string; readonly reconsidered: string; readonly decisionChanged: string }
  readonly published: { readonly withheld: (reason: string) => string; readonly withdrawn: (day: string) => string }
  readonly outcome: Readonly<Record<'changed' | 'annulled' | 'unlawful' | 'void' | 'remade', string>>
  readonly later: { readonly reconsideration: string; readonly court: string }
  readonly note: (note: string) => string
  readonly workbook: string
  readonly sheet: string
}

export const ledgerWords: Readonly<Record<Language, LedgerWords>> = {
  'zh-CN': {
    unverified: '（未核实）',
    separator: '；',
    mode: { drawn: '随机抽取', chosen: '指定', kept: '沿用原审核人' },
    objected: '提出异议',
    extension: {
      workingDays: (length, by) => `延长 ${length} 个工作日（${by}批准）`,
      calendarDays: (length, by) => `延长 ${length} 日（${by}批准）`,
      months: (length, by) => `延长 ${length} 个月（${by}批准）`,
      hours: (length, by) => `延长 ${length} 小时（${by}批准）`,
    },
    remedy: { remedySought: '申请复议或者起诉', reconsidered: '收到复议决定', decisionChanged: '决定被变更、撤销、确认违法或者无效' },
    published: { withheld: (reason) => `不予公开（${reason}）`, withdrawn: (day) => `${day} 撤回` },
    outcome: { changed: '决定被变更', annulled: '决定被撤销', unlawful: '决定被确认违法', void: '决定被确认无效', remade: '责令重新作出决定' },
    later: { reconsideration: '复议中发现问题', court: '诉讼中发现问题' },
    note: (note) => `（${note}）`,
    workbook: '法制审核台账',
    sheet: '台账',
  },
  en: {
    unverified: ' (unverified)',
    separator: '; ',
    mode: { drawn: 'drawn', chosen: 'chosen', kept: 'kept from before' },
    objected: 'Objected',
    extension: {
      workingDays: (length, by) => `${length} more working days (approved by ${by})`,
      calendarDays: (length, by) => `${length} more days (approved by ${by})`,
      months: (length, by) => `${length} more months (approved by ${by})`,
      hours: (length, by) => `${length} more hours (approved by ${by})`,
    },
    remedy: { remedySought: 'remedy sought', reconsidered: 'reconsideration decided', decisionChanged: 'decision changed or annulled' },
    published: { withheld: (reason) => `withheld (${reason})`, withdrawn: (day) => `withdrawn ${day}` },
    outcome: { changed: 'decision changed', annulled: 'decision annulled', unlawful: 'decision found unlawful', void: 'decision found void', remade: 'ordered to decide anew' },
    later: { reconsideration: 'defect found in reconsideration', court: 'defect found in court' },
    note: (note) => ` (${note})`,
    workbook: 'Legal review ledger',
    sheet: 'Ledger',
  },
}
