import type { Story } from '../story.ts'
import { again } from './again.ts'
import { children } from './children.ts'
import { hill } from './hill.ts'
import { river } from './river.ts'
import { townscape } from './townscape.ts'

/** 川越市: the old streets, the river and the hill. */
export const kawagoeYear: Story[] = [...townscape, ...children, ...river, ...hill, ...again]
