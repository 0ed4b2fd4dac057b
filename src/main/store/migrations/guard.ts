/** Triggers that keep the record append-only, whatever our own code tries. */

/** A rule of the record that even our own code cannot break: the act that tries aborts its transaction. */
export function forbid(name: string, when: string, table: string, condition: string, message: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${when} ON ${table} ${condition}
  BEGIN SELECT RAISE(ABORT, '${message}'); END;`
}

/** The condition that the row belongs to a round whose opinion is issued; `row` is OLD or NEW. */
export const issuedRound = (row: string) => `WHEN EXISTS (SELECT 1 FROM opinions o
    WHERE o.case_id = ${row}.case_id AND o.round = ${row}.round AND o.state = 'issued')`
