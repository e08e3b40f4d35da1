import { encode } from 'uqr'

/** Drawn here, so that the secret of a second factor goes to no other service. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg width="220" height="220" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

export function qrPath(text: string): { size: number; path: string } {
  const { size, dark } = qrCode(text)
  const squares = dark.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}

/** Returns the dark modules by row and column, with the lowest error correction, since screens show it. */
export function qrCode(text: string): { size: number; dark: boolean[][] } {
  const { size, data } = encode([...Buffer.from(text)], { ecc: 'L', maskPattern: 0, border: 0, maxVersion: 20 })
  return { size, dark: data }
}
