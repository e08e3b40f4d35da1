/** A whole number from 1 as it stands in an address, if it is one that a database's integer holds; else undefined. */
export function numberAsked(text: string | null | undefined, most = 2_147_483_647): number | undefined {
  const number = /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}

/** An instant as it stands in an address, if the calendar and a database know it; else undefined. */
export function instantAsked(text: string | null | undefined): Date | undefined {
  const at = text && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}
