/** Parses a whole number of 1 or more from an address, within a database integer; else undefined. */
export function numberAsked(text: string | null | undefined, most = 2_147_483_647): number | undefined {
  const number = /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}

/** Parses an instant from an address, within the calendar and the database's range; else undefined. */
export function instantAsked(text: string | null | undefined): Date | undefined {
  const at = text && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}
