export {
  type AttachedFile,
  attachFiles,
  detachFile,
  type FileSubject,
  type FilesTable,
  filesOf,
  publishedFilesOf,
  publishFiles,
  withdrawFiles,
} from './attached.ts'
export { type Derivative, derive } from './derive.ts'
export { diskStore } from './disk.ts'
export { contentDisposition, fileHeaders } from './headers.ts'
export { type FileKind, type InspectedFile, inspectUpload } from './inspect.ts'
export { cleanFileName } from './name.ts'
export { type S3Options, s3Store } from './s3.ts'
export { type FileRules, serveFiles } from './serve.ts'
export { digestOf, type FileStore, sweep } from './store.ts'
export { sweepFiles } from './sweeping.ts'
export { fileStoreOf, stageUpload } from './upload.ts'
export { urls } from './urls.ts'
export { whyNotWritable } from './writable.ts'
