/** Whether there is time for everything: `npm test -- long` takes the longer form of what `npm test` does in a shorter one. */
export const long = process.env.LONG === 'yes'
