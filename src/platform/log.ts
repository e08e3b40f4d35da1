const levels = ['debug', 'info', 'warn', 'error'] as const

export type LogLevel = (typeof levels)[number]

export type Facts = Record<string, unknown>

type Write = (event: string, facts?: Facts) => void

// Fields that identify a person or grant access are dropped, under whatever name and at any depth.
const personal =
  /^(name|kana|title|text|body|subject|to|from|cc|ip|.*(email|mail|phone|address|password|passphrase|token|secret|cookie|authorization|_name|_kana))$/i

let least: LogLevel = 'info'

/** Sets the least level that is written (`LOG_LEVEL`). */
export function logFrom(level: LogLevel): void {
  least = level
}

/** Writes JSON lines to standard error: `log.error('request failed', { request_id })`; drops fields about people. */
export const log: Record<LogLevel, Write> & { with(facts: Facts): Record<LogLevel, Write> } = {
  ...writers({}),
  /** Returns a log that adds these fields to every line: `log.with({ request_id })`. */
  with: writers,
}

function writers(always: Facts): Record<LogLevel, Write> {
  const writer =
    (level: LogLevel): Write =>
    (event, facts) => {
      if (levels.indexOf(level) < levels.indexOf(least)) return
      const line = { at: new Date().toISOString(), level, event, ...(impersonal({ ...always, ...facts }, 0) as Facts) }
      process.stderr.write(`${JSON.stringify(line)}\n`)
    }
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') }
}

function impersonal(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'string') return value.slice(0, 4000)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (value instanceof Error) return errorFacts(value, depth)
  if (depth > 4) return '…'
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => impersonal(one, depth + 1))
  const kept = Object.entries(value).filter(([key]) => !personal.test(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, impersonal(inner, depth + 1)]))
}

// A database error's `detail` repeats the refused row, so only these parts of an error are written.
function errorFacts(error: Error, depth: number): Facts {
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const cause = error.cause instanceof Error && depth < 3 ? { cause: errorFacts(error.cause, depth + 1) } : {}
  return { error: error.name, message: error.message, code, constraint, table, stack: error.stack, ...cause }
}
