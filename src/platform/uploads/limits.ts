const MB = 1024 * 1024

/** The largest file, and the largest files of one form together, in bytes. */
export const maxFileBytes = 20 * MB
export const maxFilesTogether = 64 * MB

export const inMegabytes = (bytes: number) => `${Math.floor(bytes / MB)}MB`

/** The sentence for a file that is larger, also for one that is not even read to its end. */
export const tooLarge = (maxBytes = maxFileBytes) =>
  `ファイルは${inMegabytes(maxBytes)}までです。小さくするか、分けて添付してください。`
