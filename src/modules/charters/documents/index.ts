export { readFolder } from './folder.ts'
export { describeProblems, type Problem } from './problem.ts'
export { inBoth } from './wording.ts'
