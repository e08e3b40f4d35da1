/** What the page of a refusal says beside its sentence, where more is known: what is the case, and the way back. */
export interface Standing {
  heading?: string
  back?: { href: string; label: string }
}

/** The four ways Tomoni says no. Anything else that is thrown is a bug and answers 500. */
export abstract class Refusal extends Error {
  readonly standing?: Standing
  abstract readonly status: 403 | 404 | 409 | 422
}

/** What was asked for is not there, or is not for this person to know of (404). */
export class NotFound extends Refusal {
  readonly status = 404
  constructor(sentence = 'お探しのページは見つかりませんでした。') {
    super(sentence)
  }
}

/** The person may not do this, or not now; the sentence says why (403). */
export class Forbidden extends Refusal {
  readonly status = 403
  constructor(
    sentence: string,
    override readonly standing?: Standing,
  ) {
    super(sentence)
  }
}

/** Something in the form must be put right; a sentence for each field (422). */
export class Invalid extends Refusal {
  readonly status = 422
  constructor(readonly fields: Record<string, string>) {
    super(Object.values(fields)[0] ?? '入力内容を確認してください。')
  }
}

/** Somebody else was first, or the record has moved on; both versions where there are two (409). */
export class Conflict extends Refusal {
  readonly status = 409
  constructor(
    sentence: string,
    readonly theirs?: Record<string, string | string[] | undefined>,
    override readonly standing?: Standing,
  ) {
    super(sentence)
  }
}
