import { url } from '../platform/web/url.ts'

export const urls = {
  accessibility: url('/about/accessibility'),
  privacy: url('/about/privacy'),
  /** Only in a demonstration. */
  gallery: url('/ui'),
}
