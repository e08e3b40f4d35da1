/** Values of a module's rows that entries attest: written into them at the commit, and compared with the rows by `record verify`. */
export interface Attested {
  /** Its key in the entries, which outlive the code: `agreement.signatures`. */
  readonly name: string
  /** As an operator reads it: 取り決めの署名. */
  readonly label: string
  /**
   * SQL that selects `city_id`, `id` (the subject of the entries) and `value` (jsonb), at most one row a subject.
   */
  readonly rows: string
  /**
   * It also selects `at`, when the row was written: a row from before the first entry of its kind has nothing to be compared
   * with. For rows that were there before they had entries of their own.
   */
  readonly dated?: true
  /** Nothing attested is ever changed: each entry's value contains that of the entry before. */
  readonly grows?: true
  /** Names of parts of the value, for the sentence that says what differs. */
  readonly words?: Readonly<Record<string, string>>
}

/** Declares values that entries attest. */
export const attested = (spec: Attested): Attested => spec

/** SQL for the sha256 of a text, for values that are long or nobody else's business. */
export const sha256Of = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`
