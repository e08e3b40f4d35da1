export { acceptOf, allKinds, type FileKind, fileKinds, labels, onlyKinds, pictureKinds, scanKinds } from './kinds.ts'
export { cleanFileName, shownFileName } from './name.ts'
export type { Room, Sender, StorageRoom } from './room.ts'
export { type Stage, type Uploaded, uploadedFile } from './uploaded.ts'
