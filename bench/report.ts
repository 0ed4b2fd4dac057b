/** What a benchmark found, as a table and as data. */

export interface Amount {
  readonly value: number
  readonly unit: 'ms' | 'MB/s' | 'MB'
}

/** One line: a figure, what it is held against in the same run, and the goal where the project has one. */
export interface Finding {
  readonly what: string
  readonly measured: Amount
  /** The peer or the floor. */
  readonly against?: { readonly what: string; readonly measured: Amount } | undefined
  readonly goal?: { readonly text: string; readonly met: boolean } | undefined
}

/** What a subject reports; `skipped` says why something was not measured. */
export interface SubjectReport {
  readonly findings: readonly Finding[]
  readonly notes: readonly string[]
  readonly skipped?: readonly string[] | undefined
}

export type Say = (line: string) => void

export interface Subject {
  readonly name: string
  readonly title: string
  run(say: Say): Promise<SubjectReport>
}

export const ms = (value: number): Amount => ({ value, unit: 'ms' })

/** How many times the peer's figure this one is; below 1 is less. */
export function ratioOf({ measured, against }: Finding): number | undefined {
  return against === undefined ? undefined : measured.value / against.measured.value
}

/** A figure that should not be above `limit`. */
export function atMost(limit: number, value: number, unit = ' ms'): { text: string; met: boolean } {
  return { text: `≤ ${limit}${unit}`, met: value <= limit }
}

function figure({ value, unit }: Amount): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
  return `${value.toFixed(digits)} ${unit}`
}

function cells(finding: Finding): string[] {
  const { what, measured, against, goal } = finding
  const ratio = ratioOf(finding)
  return [
    what,
    figure(measured),
    against === undefined ? '' : `${figure(against.measured)}  ${against.what}`,
    ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
    goal === undefined ? '' : `${goal.text}: ${goal.met ? 'met' : 'NOT MET'}`,
  ]
}

/** Columns on a terminal: Chinese characters are not used in the table, so a character is a column. */
export function table(findings: readonly Finding[]): string {
  const rows = [['', 'measured', 'against', 'ratio', 'goal'], ...findings.map(cells)]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
    .map((line) => `  ${line}`)
    .join('\n')
}
