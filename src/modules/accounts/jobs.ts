import type { Module } from '../../platform/module.ts'
import { sendSignInLink } from './actions/links.ts'
import { sweepSignIn } from './actions/sessions.ts'

export const houseJobs: Module['houseJobs'] = {
  'auth.sign-in-link': ({ db, now, payload, installation }) => sendSignInLink(db, installation, payload.request!, now),
}

export const houseTimed: Module['houseTimed'] = {
  'sign-in.sweep': { cron: '17 3 * * *', run: ({ db, now }) => sweepSignIn(db, now) },
}
