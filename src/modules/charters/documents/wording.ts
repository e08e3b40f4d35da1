const between = ' ／ '

/** Joins a message in Japanese and English for documents that people write. */
export function inBoth(ja: string, en: string): string {
  return `${ja}${between}${en}`
}

export function apart(message: string): { ja: string; en: string } {
  const [ja = message, en = ja] = message.split(between)
  return { ja, en }
}
