export {
  type AttachedFile,
  attachFiles,
  detachFile,
  filesOf,
  publishedFilesOf,
  publishFiles,
  retractFiles,
} from './attached.ts'
export { derive } from './derive.ts'
export { diskStore } from './disk.ts'
export { contentDisposition, fileHeaders } from './headers.ts'
export { inspectUpload } from './inspect.ts'
export { forgetStagings, storageRoom } from './room.ts'
export { s3Store } from './s3.ts'
export { clamdAt } from './scanner.ts'
export { serveFiles } from './serve.ts'
export { digestOf, type FileStore, sweep } from './store.ts'
export { sweepFiles } from './sweeping.ts'
export { fileStoreOf, keepFiles } from './upload.ts'
export { urls } from './urls.ts'
export { whyNotAppendable, whyNotWritable } from './writable.ts'
