/** Connection exceptions, no resources left, stopped or starting, cancelled for its length, a lock not got, read only. */
const codes = /^(08|53)|^(57P0[1-5]|57014|55P03|25006)$/

/** Errors of the network, as Node names them. */
const lost = /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)$/

/** What pg and its pool say without a code. */
const sentences =
  /^(Connection terminated|timeout (expired|exceeded when trying to connect)|Client has encountered a connection error|The database did not answer)/

/** The sentence of the error with which a silent connection is given up. */
export const silence = 'The database did not answer in time.'

/**
 * Whether an error says that the database cannot be reached or cannot work just now. It is no bug: the same request may
 * succeed a minute later.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code && (codes.test(code) || lost.test(code))) return true
  // The socket of a server on this machine is gone while it is stopped.
  return (code === 'ENOENT' && syscall === 'connect') || sentences.test(error.message)
}
