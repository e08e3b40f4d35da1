import { comeAndComeAgain } from '../signing-in.ts'

comeAndComeAgain('staff', 3)
