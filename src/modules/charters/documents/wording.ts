const between = ' ／ '

/** One message in Japanese and English, for schemas of documents that people write: `inBoth('…ください', 'Give …')`. */
export function inBoth(ja: string, en: string): string {
  return `${ja}${between}${en}`
}

/** The two halves of a message made by `inBoth`; a message in one language serves for both. */
export function apart(message: string): { ja: string; en: string } {
  const [ja = message, en = ja] = message.split(between)
  return { ja, en }
}
