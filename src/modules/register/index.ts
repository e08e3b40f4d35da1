import type { Module } from '../../platform/module.ts'
import { outputs } from './outputs.tsx'
import { routes } from './routes.tsx'

/** Publishing: the lists, the front pages, the downloads and the feed; all of it through the public door. */
export const register: Module = { name: 'register', routes, outputs }
