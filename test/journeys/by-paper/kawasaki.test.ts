import { walkByPaper } from '../by-paper.ts'

walkByPaper('kawasaki')
