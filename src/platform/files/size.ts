/** Bytes as people write them: 482KB, 1.2MB, 5.0GB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}バイト`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)}KB`
  if (bytes < 999_950_000) return `${(bytes / 1_000_000).toFixed(1)}MB`
  return `${(bytes / 1_000_000_000).toFixed(1)}GB`
}
