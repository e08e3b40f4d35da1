/** Whether `npm test -- long` runs, which takes the longer form of some tests. */
export const long = process.env.LONG === 'yes'
