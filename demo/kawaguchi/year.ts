import type { Story } from '../story.ts'
import { again } from './again.ts'
import { green } from './green.ts'
import { neighbours } from './neighbours.ts'

/** 川口市: work among citizens, work with the city, and what is still only an idea. */
export const kawaguchiYear: Story[] = [...green, ...neighbours, ...again]
