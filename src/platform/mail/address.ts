// Exactly one mailbox. Old addresses of Japanese telephone companies have dots where the standard has none.
const mailbox =
  /^[^\s\p{Cc}\p{Cf}@<>()[\]\\,;:"]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9-]{1,63}$/u

export type Mailbox = { name: string; address: string }

/** Whether a text is exactly one mail address, without a name or a line end. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && mailbox.test(text)
}

/** Parses `協働推進課 <kyodo@example.lg.jp>` or a bare address; undefined for anything else. */
export function parseMailbox(text: string): Mailbox | undefined {
  const named = /^([^<>]*)<([^<>]+)>$/.exec(text.trim())
  const address = (named?.[2] ?? text).trim()
  return isMailAddress(address) ? { name: headerSafe(named?.[1] ?? '').replace(/^"|"$/g, ''), address } : undefined
}

/** One line for a header: a line end would begin another header, a direction mark would disguise it. */
export function headerSafe(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}]/gu, '')
    .trim()
}
