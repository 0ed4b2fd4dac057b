/** How a mistake in the catalogue is told: where it is, and what is wrong, in both languages in one line. */
import { FashenError } from '../errors/errors.ts'

/** What can be wrong with a row; the first ones are the codes of the schemas' own checks. */
export const CATALOGUE_PROBLEMS = {
  'basis-or-reason': '须有依据，没有依据的须说明理由，二者只取其一 (needs a basis, or the reason why there is none, not both)',
  'paragraph-without-article': '有款号而无条号 (a paragraph without an article)',
  'date-out-of-range': '日期超出合理范围 (date out of range)',
  'more-than-two-decimals': '金额最多两位小数 (an amount has at most two decimals)',
  'verified-when': '已核实的须写明核实日期和所核版本，未核实的不写 (a verified row says when and against which version, one that is not says neither)',
  'more-than-one-decimal': '分值最多一位小数 (points have at most one decimal)',
  'deducts-more-than-it-has': '常见扣分超过该项分值 (a usual deduction is more than the item has)',
  'grades-do-not-fall-to-zero': '等次须由高到低排列，最后一等从 0 分起 (grades stand best first, the last from 0 on)',
  'standard-too-large': '文件过大，评查标准最多 50 万字符 (too large: a standard has at most half a million characters)',
  'standard-version': '版本号须高于本站已有的版本 (the version must be higher than those the station has)',
  'standard-is-shipped': '该编号是程序自带的标准，请另用编号 (this id is of a standard that ships; use another)',
  duplicate: '重复 (already used by another row)',
  missing: '缺少 (missing)',
  unknown: '所指的行不存在 (refers to a row that does not exist)',
  'law-unregistered': '依据的法律未在法规登记中 (law not in the register)',
  'article-beyond-last': '条款号超过该法最后一条 (article beyond the last one of this law)',
  'item-beyond-last': '项号超过该文件最后一项 (point beyond the last one of this document)',
  'law-without-articles': '该文件没有条款编号 (this document has no articles)',
  'heading-mismatch': '题号与所属方面不符 (number and heading do not agree)',
  'always-applies-with-condition': '始终适用的问题不能附条件 (a question that always applies cannot have a condition)',
  'rule-order': '推导规则的顺序与意见类型不符 (rules are not in the order of the opinion types)',
  'rule-empty': '推导规则没有匹配条件 (rule without a match)',
  'rule-gap': '没有推导规则覆盖该答复 (no derivation rule covers this answer)',
  'passes-with-defect': '存在致命问题或者无法判断时不得通过 (a fatal “no” or “cannot tell” must not pass)',
  'places-differ': '占位符与声明不一致 (places in the text differ from those declared)',
  'condition-missing': '按条件提交的材料没有条件 (conditional material without a condition)',
  'condition-unexpected': '只有按条件提交的材料可以附条件 (only conditional material has conditions)',
  'ends-before-it-begins': '终止日期早于起始日期 (ends before it begins)',
  'not-a-weekend': '不是周末 (not a weekend day)',
  'also-off': '同时被列为放假日 (is also a day off)',
  'wrong-year': '不在该年度内 (not in this year)',
  'new-round-and-passes': '通过的意见不需要重新送审 (a type that passes needs no new round)',
  'overlay-loosens': '补充目录不得放宽要求 (an overlay must not loosen)',
  'overlay-field': '该字段不能由补充目录收紧 (an overlay cannot tighten this field)',
  'overlay-hides-fatal': '致命问题不得隐藏 (a fatal question cannot be hidden)',
  'overlay-hides-required': '该行不得隐藏 (this row cannot be hidden)',
  'overlay-version': '版本号须高于前一版 (the version must be higher than the one before)',
  'overlay-too-large': '文件过大，补充目录最多 100 万字符 (too large: an overlay has at most a million characters)',
  'overlay-not-json': '不是有效的 JSON (not valid JSON)',
  'overlay-subject': '补充目录不能增加此类内容 (an overlay cannot add to this subject)',
} as const
export type CatalogueProblem = keyof typeof CATALOGUE_PROBLEMS

/** `file` is a file name, or the id of an overlay. */
export function broken(file: string, row: string, field: string, problem: CatalogueProblem): FashenError {
  return new FashenError('catalogue-broken', { file, row, field, problem: CATALOGUE_PROBLEMS[problem] })
}
