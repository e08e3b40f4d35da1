import type { Env } from '../env.ts'
import type { Uploaded } from '../web/body.ts'
import { diskStore } from './disk.ts'
import { inspectUpload } from './inspect.ts'
import type { FileKind } from './kinds.ts'
import { s3Store } from './s3.ts'
import type { FileStore } from './store.ts'

/** The installation's file store: S3-compatible where a bucket is set, else a folder. */
export function fileStoreOf(
  env: Pick<Env, 'FILES_DIR' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>,
): FileStore {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKey, S3_SECRET_ACCESS_KEY: secretKey } = env
  if (!endpoint || !bucket || !accessKey || !secretKey) return diskStore(env.FILES_DIR)
  return s3Store({ endpoint: endpoint.replace(/\/+$/, ''), bucket, region: env.S3_REGION, accessKey, secretKey })
}

/** Inspects and stages an uploaded file, outside any transaction; returns a sentence for a refused one. */
export async function stageUpload(
  store: FileStore,
  file: File,
  limits?: { kinds?: readonly FileKind[]; maxBytes?: number },
): Promise<Uploaded | string> {
  const found = inspectUpload(new Uint8Array(await file.arrayBuffer()), file.name, limits)
  if ('because' in found) return found.because
  await store.stage(found.bytes)
  return { sha256: found.sha256, name: found.name, type: found.media_type, bytes: found.size }
}
