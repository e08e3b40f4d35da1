import type { Story } from '../story.ts'
import { again } from './again.ts'
import { families } from './families.ts'
import { flowers } from './flowers.ts'

/** 吉川市: how a thing starts and how it is done, in every pair that the guideline names. */
export const yoshikawaYear: Story[] = [...flowers, ...families, ...again]
