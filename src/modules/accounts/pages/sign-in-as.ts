import { z } from 'zod'
import { Forbidden } from '../../../platform/refusals.ts'
import { definePage } from '../../../platform/web/index.ts'
import { entry } from '../account.ts'
import { enter } from '../actions/index.ts'
import { findAccountByEmail, listCast } from '../queries/accounts.ts'
import { said } from '../words/index.ts'

const { email, next } = entry

export const signInAsPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  form: z.object({ email, next }),
  load: (c) => listCast(c),
  submit: async (c, input, cast) => {
    const people = cast.flatMap(({ parts }) => parts.flatMap((part) => part.people))
    const isOfCast = people.some((person) => person.email === input.email)
    const account = isOfCast ? await findAccountByEmail(c.db, input.email) : undefined
    if (!account) throw new Forbidden(said.notDemonstration)
    return enter(c, account.id, input.next, { second_factor: true })
  },
})
