import type { Story } from '../story.ts'
import { again } from './again.ts'
import { events } from './events.ts'
import { families } from './families.ts'
import { flowers } from './flowers.ts'
import { listening } from './listening.ts'
import { walks } from './walks.ts'

/** 吉川市: how a thing starts and how it is done, in every pair that the guideline names. */
export const yoshikawaYear: Story[] = [...flowers, ...walks, ...families, ...listening, ...events, ...again]
