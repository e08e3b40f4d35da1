import { signInInEveryWay } from '../signing-in.ts'

signInInEveryWay('members', 0)
