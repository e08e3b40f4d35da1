import { comeAndComeAgain } from '../signing-in.ts'

comeAndComeAgain('members', 0)
