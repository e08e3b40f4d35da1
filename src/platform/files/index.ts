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
export { acceptOf, type FileKind, pictureKinds, scanKinds } from './kinds.ts'
export { cleanFileName } from './name.ts'
export { forgetStagings, type Room, type StorageRoom, storageRoom } from './room.ts'
export { s3Store } from './s3.ts'
export { clamdAt } from './scanner.ts'
export { serveFiles } from './serve.ts'
export { formatBytes } from './size.ts'
export { digestOf, type FileStore, sweep } from './store.ts'
export { sweepFiles } from './sweeping.ts'
export { fileStoreOf, keepFiles, type Stage } from './upload.ts'
export { urls } from './urls.ts'
export { whyNotWritable } from './writable.ts'
