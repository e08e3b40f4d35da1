import { signInInEveryWay } from '../signing-in.ts'

signInInEveryWay('staff', 3)
