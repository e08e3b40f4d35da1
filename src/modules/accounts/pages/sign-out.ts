import { z } from 'zod'
import { definePage } from '../../../platform/web/index.ts'
import { said } from '../words/index.ts'
import { endSession } from '../writes/sessions.ts'

export const signOutPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  form: z.object({}),
  submit: async (c) => {
    if (c.session) await endSession(c.db, c.session.id, c.now)
    return { to: '/', session: null, flash: said.signedOut }
  },
})
