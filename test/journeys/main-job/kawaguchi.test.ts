import { walkTheWholeWay } from '../whole-way.ts'

walkTheWholeWay('kawaguchi')
