/** Lines an operator's tools can read: one JSON object each, on standard error. */

const levels = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof levels)[number]

/** Never written, whatever it is called for: what identifies or lets in a person. */
const personal = /^(name|kana|email|mail|phone|address|password|token|cookie|authorization|body|to)$/i

let least: Level = 'info'

/** From which level on lines are written (`LOG_LEVEL`). */
export function logFrom(level: Level): void {
  least = level
}

/** `log.error('request failed', { requestId, path })`: ids and counts, never names, addresses or contents. */
export const log = Object.fromEntries(
  levels.map((level) => [level, (event: string, facts: Record<string, unknown> = {}) => write(level, event, facts)]),
) as Record<Level, (event: string, facts?: Record<string, unknown>) => void>

function write(level: Level, event: string, facts: Record<string, unknown>): void {
  if (levels.indexOf(level) < levels.indexOf(least)) return
  const kept = Object.fromEntries(Object.entries(facts).filter(([key]) => !personal.test(key)))
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...kept })}\n`)
}
