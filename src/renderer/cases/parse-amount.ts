/** Amounts as officers type them. Pure. */

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  元: 1,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
}

/**
 * Yuan from `320000`, `320,000.50`, `32万`, `32 万元`, also in full width; null for an empty text, undefined for what is
 * no amount of at most two decimals between zero and one trillion.
 */
export function parseAmount(typed: string): number | null | undefined {
  const text = typed
    .replaceAll(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s,，¥￥]/g, '')
  if (text === '') return null
  const match = /^(\d+(?:\.\d+)?)(万元|亿元|万|亿|元)?$/.exec(text)
  if (match === null) return undefined
  const yuan = Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1)
  // 3.2万 is 32000.000000000004 in binary; a real third decimal is far from a whole fen.
  const rounded = Math.round(yuan * 100) / 100
  if (Math.abs(rounded - yuan) > 1e-6 * Math.max(1, yuan) || rounded > 1e12) return undefined
  return rounded
}
