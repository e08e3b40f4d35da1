import type { Story } from '../story.ts'
import { again } from './again.ts'
import { benches } from './benches.ts'
import { green } from './green.ts'
import { languages } from './languages.ts'
import { neighbours } from './neighbours.ts'
import { school } from './school.ts'
import { storehouse } from './storehouse.ts'

/** 川口市: work among citizens, work with the city, and what is still only an idea. */
export const kawaguchiYear: Story[] = [
  ...green,
  ...school,
  ...neighbours,
  ...storehouse,
  ...languages,
  ...again,
  ...benches,
]
