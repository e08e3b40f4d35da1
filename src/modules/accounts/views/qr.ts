import { encode } from 'uqr'

interface QrCode {
  size: number
  /** Dark modules, by row and column. */
  dark: boolean[][]
}

/** The code as an SVG path of unit squares: the secret of a second factor goes to nobody who draws pictures. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, dark } = qrCode(text)
  const squares = dark.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}

/** The QR code of a short text as bytes, with the lowest correction: it is read from a screen. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode([...Buffer.from(text)], { ecc: 'L', maskPattern: 0, border: 0, maxVersion: 20 })
  return { size, dark: data }
}
