/** In milliseconds: an act may have waited for its turn, and the clocks of two servers differ a little. */
const TOLERANCE = 60_000

/** The server's clock is behind the record, so that nothing is written; the message tells the operator what to do. */
export class ClockPutBack extends Error {
  readonly sentence = true
  constructor(now: Date, last: Date) {
    super(
      `サーバーの時計（${now.toISOString()}）が、記録の最後の時刻（${last.toISOString()}）より前を指しているため、書き込みを止めています。` +
        'サーバーの時計を合わせてください（docs/guide/install.md の「時計」）。',
    )
    this.name = 'ClockPutBack'
  }
}

/** The time of the next entry, which is never older than the last one. */
export function timeAfter(last: Date | null, now: Date): Date {
  if (!last || now >= last) return now
  if (last.getTime() - now.getTime() > TOLERANCE) throw new ClockPutBack(now, last)
  return last
}
