/** Names of the materials that are missing, as they are written into a notice: in Chinese, as documents are. */
import type { Completeness } from '../../shared/intake/contract.ts'

export function missingNames(completeness: Pick<Completeness, 'missing' | 'needs'>): readonly string[] {
  return completeness.missing.map((kind) => completeness.needs.find((need) => need.kind === kind)?.label['zh-CN'] ?? kind)
}

/** One item a line; blank lines and surrounding blanks do not count, nor does the same item twice. */
export function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
}
