import { z } from 'zod'
import { uploadedFile } from '../web/body.ts'

/** Files sent with a form, at most `most`; with the sentence `missing` at least one is required. */
export function files({ missing, most = 20 }: { missing?: string; most?: number } = {}) {
  const list = z.array(uploadedFile, missing).max(most, `一度に送れるファイルは${most}個までです。`)
  return missing === undefined ? list.default([]) : list.min(1, missing)
}
