import type { Module } from '../../platform/module.ts'
import { outputs } from './outputs.ts'
import { routes } from './routes.tsx'
import * as rules from './rules.ts'

/** The inbox: what waits for a person, gathered from every module. */
export const inbox: Module = { name: 'inbox', rules, routes, outputs }
