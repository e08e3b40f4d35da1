/** The heading, the state of the case and the way back on a refusal's page, where they are known. */
export interface Standing {
  heading?: string
  back?: { href: string; label: string }
}

/** The four refusals. Anything else that is thrown is a bug and answers 500. */
export abstract class Refusal extends Error {
  readonly standing?: Standing
  abstract readonly status: 403 | 404 | 409 | 422
}

/** The thing does not exist, or this person may not know of it (404). */
export class NotFound extends Refusal {
  readonly status = 404
  constructor(sentence = 'お探しのページは見つかりませんでした。') {
    super(sentence)
  }
}

/** This person may not do it; the sentence explains why (403). */
export class Forbidden extends Refusal {
  readonly status = 403
  constructor(
    sentence: string,
    override readonly standing?: Standing,
  ) {
    super(sentence)
  }
}

/** Something in the form must be corrected; a sentence per field (422). */
export class Invalid extends Refusal {
  readonly status = 422
  constructor(readonly fields: Record<string, string>) {
    super(Object.values(fields)[0] ?? '入力内容を確認してください。')
  }
}

/** Sentences by field; undefined where nothing is wrong. */
export type Wrong = Record<string, string | undefined>

/** Refuses with every sentence at once, each beside its field. */
export function ensureNothingWrong(wrong: Wrong): void {
  const fields = Object.fromEntries(
    Object.entries(wrong).flatMap(([field, sentence]) => (sentence ? [[field, sentence]] : [])),
  )
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

/** The words that another person saved meanwhile, as form values, and their revision. */
interface Theirs {
  values: Record<string, string | string[] | undefined>
  revision: string
}

/** Another person was first, or the record has changed; with both versions where there are two (409). */
export class Conflict extends Refusal {
  readonly status = 409
  constructor(
    sentence: string,
    readonly theirs?: Theirs,
    override readonly standing?: Standing,
  ) {
    super(sentence)
  }
}
