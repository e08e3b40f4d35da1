import type { Env } from '../env.ts'
import { log } from '../log.ts'
import type { Stage, StorageRoom } from '../uploads/index.ts'
import { diskStore } from './disk.ts'
import { inspectUpload } from './inspect.ts'
import { s3Store } from './s3.ts'
import type { Scan } from './scanner.ts'
import type { FileStore } from './store.ts'

/** The installation's file store: S3-compatible where a bucket is set, else a folder. */
export function fileStoreOf(
  env: Pick<Env, 'FILES_DIR' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>,
): FileStore {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKey, S3_SECRET_ACCESS_KEY: secretKey } = env
  if (!endpoint || !bucket || !accessKey || !secretKey) return diskStore(env.FILES_DIR)
  return s3Store({ endpoint: endpoint.replace(/\/+$/, ''), bucket, region: env.S3_REGION, accessKey, secretKey })
}

interface Keeping {
  store: Pick<FileStore, 'stage'>
  scan?: Scan
  room?: Pick<StorageRoom, 'take'>
}

const later = '時間をおいて、もう一度添付してください。続くときは、市の担当窓口へお知らせください。'

/** Inspects, scans and stages files, outside any transaction. What is wrong with the storage itself is logged. */
export function keepFiles({ store, scan, room }: Keeping): Stage {
  return async (file, sending) => {
    const found = inspectUpload(new Uint8Array(await file.arrayBuffer()), file.name, { kinds: sending.kinds })
    if ('because' in found) return found.because
    const { sha256, size: bytes } = found
    const because =
      (await whyNotClean(scan, found.bytes)) ??
      (await room?.take(sending, { sha256, bytes })) ??
      (await whyNotStored(store, found.bytes))
    return because ?? { sha256, name: found.name, type: found.media_type, bytes }
  }
}

async function whyNotClean(scan: Scan | undefined, bytes: Uint8Array): Promise<string | undefined> {
  if (!scan) return undefined
  try {
    if ((await scan(bytes)) === 'clean') return undefined
  } catch (error) {
    log.error('virus scanner away', { error })
    return `いまウイルスの検査ができないため、受け取れません。${later}`
  }
  log.warn('virus found in an upload')
  return 'ウイルスが見つかったため、受け取れません。お使いの機器を検査し、別の機器でつくり直したものを添付してください。'
}

async function whyNotStored(store: Keeping['store'], bytes: Uint8Array): Promise<string | undefined> {
  try {
    await store.stage(bytes)
    return undefined
  } catch (error) {
    log.error('file not stored', { error })
    const { code } = error as NodeJS.ErrnoException
    const isFull = code === 'ENOSPC' || code === 'EDQUOT'
    return `${isFull ? 'ファイルを置く場所がいっぱいのため' : 'いまファイルを保存できないため'}、受け取れません。${later}`
  }
}
