import type { Module } from '../../platform/module.ts'
import * as may from './may.ts'
import { documents } from './outputs.ts'
import { inboxPage } from './pages/inbox.tsx'
import { urls } from './urls.ts'

export const inbox: Module = {
  name: 'inbox',
  rules: may,
  routes: {
    [urls.mine.pattern]: inboxPage,
  },
  documents,
}
