import type { Module } from '../../platform/module.ts'
import { outputs } from './outputs.ts'
import { routes } from './routes.tsx'

/** The desk: what waits for a person, gathered from every module. */
export const desk: Module = { name: 'desk', routes, outputs }
