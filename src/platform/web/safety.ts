/** Nothing inline, nothing from other hosts, no framing, no referrer (attack classes 5, 6, 7, 16 of SECURITY.md). */
export const safetyHeaders: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
}

/** The same with HSTS behind TLS. */
export function headersFor(publicUrl: string): Record<string, string> {
  const strict = { 'Strict-Transport-Security': 'max-age=31536000' }
  return publicUrl.startsWith('https:') ? { ...safetyHeaders, ...strict } : safetyHeaders
}
