import type { Module } from '../../platform/module.ts'
import { outputs } from './outputs.tsx'
import { routes } from './routes.tsx'

/** Publishing: the lists, the front pages, the downloads and the feed; all of it through the public door. */
export const publishing: Module = { name: 'publishing', routes, outputs }
