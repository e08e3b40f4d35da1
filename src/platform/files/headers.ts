const shownInline = /^image\/(jpeg|png|webp|gif)$/

/** The headers of a file's answer: images are shown, all else is saved; the browser neither guesses nor runs anything. */
export function fileHeaders(file: { name: string; type: string; bytes: number }): Record<string, string> {
  const disposition = shownInline.test(file.type) ? 'inline' : 'attachment'
  return {
    'Content-Type': file.type,
    'Content-Length': String(file.bytes),
    'Content-Disposition': contentDisposition(disposition, file.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  }
}

/** `Content-Disposition` by RFC 6266: the name in UTF-8, and an ASCII one for old programs. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const flat = name.toWellFormed().replace(/[\p{Cc}\u2028\u2029]/gu, '')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(flat)?.[0] ?? ''
  const plain = /^[\x20-\x7e]+$/.test(flat) ? flat.replace(/["\\%]/g, '_') : `file${ending}`
  const encoded = encodeURIComponent(flat).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
