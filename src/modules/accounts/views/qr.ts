/**
 * A QR code (ISO/IEC 18004) of a short text: bytes, error correction L, versions 1 to 20, always the checkerboard mask.
 * Made here because the secret of a second factor must not travel to anybody who draws pictures.
 */
export interface QrCode {
  size: number
  /** Dark modules, by row and column. */
  dark: boolean[][]
}

// Per version, from table 9 of the standard: codewords of correction in each block, and the number of blocks.
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]

/** The code as an SVG path of unit squares. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, dark } = qrCode(text)
  const squares = dark.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}

export function qrCode(text: string): QrCode {
  const bytes = Buffer.from(text)
  const version = versionFor(bytes.length)
  const code = drawPatterns(version)
  drawData(code, interleave(version, pack(bytes, version)))
  return { size: code.size, dark: code.dark }
}

/** All codewords that a version holds, data and correction together. */
function capacity(version: number): number {
  const aligned = Math.floor(version / 7) + 2
  const patterns = version === 1 ? 0 : (25 * aligned - 10) * aligned - 55 + (version >= 7 ? 36 : 0)
  return Math.floor(((16 * version + 128) * version + 64 - patterns) / 8)
}

function dataCapacity(version: number): number {
  return capacity(version) - CORRECTION[version - 1]! * BLOCKS[version - 1]!
}

function versionFor(bytes: number): number {
  for (let version = 1; version <= 20; version++) {
    if (bytes + (version < 10 ? 2 : 3) <= dataCapacity(version)) return version
  }
  throw new Error('This text is too long for a QR code.')
}

/** Mode, length, bytes, and the padding of the standard up to the version's capacity. */
function pack(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1)
  }
  push(4, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, dataCapacity(version) * 8 - bits.length))
  while (bits.length % 8) bits.push(0)
  const words: number[] = []
  for (let i = 0; i < bits.length; i += 8) words.push(bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0))
  for (let pad = 0xec; words.length < dataCapacity(version); pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

/** Multiplies in the field of 256 elements with the polynomial 0x11d. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

/** The Reed–Solomon remainder of a block. */
function correction(block: number[], length: number): number[] {
  const divisor = new Array<number>(length).fill(0)
  divisor[length - 1] = 1
  for (let i = 0, root = 1; i < length; i++, root = multiply(root, 2)) {
    for (let j = 0; j < length; j++) divisor[j] = multiply(divisor[j]!, root) ^ (divisor[j + 1] ?? 0)
  }
  const rest = new Array<number>(length).fill(0)
  for (const word of block) {
    const factor = word ^ rest.shift()!
    rest.push(0)
    for (let j = 0; j < length; j++) rest[j] = rest[j]! ^ multiply(divisor[j]!, factor)
  }
  return rest
}

/** Cuts the data into blocks, adds each one's correction, and deals them out in turn; the last blocks are one longer. */
function interleave(version: number, data: number[]): number[] {
  const count = BLOCKS[version - 1]!
  const length = Math.floor(data.length / count)
  const short = count - (data.length % count)
  const blocks: number[][] = []
  for (let i = 0, at = 0; i < count; i++) {
    const end = at + length + (i < short ? 0 : 1)
    blocks.push(data.slice(at, end))
    at = end
  }
  const fixes = blocks.map((block) => correction(block, CORRECTION[version - 1]!))
  return [...deal(blocks), ...deal(fixes)]
}

function deal(blocks: number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: longest }, (_, i) =>
    blocks.flatMap((block) => (i < block.length ? [block[i]!] : [])),
  ).flat()
}

interface Drawing extends QrCode {
  /** Modules that carry patterns, not data. */
  taken: boolean[][]
}

function drawPatterns(version: number): Drawing {
  const size = version * 4 + 17
  const grid = () => Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  const code: Drawing = { size, dark: grid(), taken: grid() }
  for (let i = 0; i < size; i++) {
    put(code, i, 6, i % 2 === 0)
    put(code, 6, i, i % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    finder(code, x, y)
  const places = alignments(version, size)
  for (const x of places) for (const y of places) if (!nearFinder(x, y, size)) alignment(code, x, y)
  format(code)
  if (version >= 7) versionBits(code, version)
  return code
}

function put(code: Drawing, x: number, y: number, dark: boolean): void {
  if (x < 0 || y < 0 || x >= code.size || y >= code.size) return
  code.dark[y]![x] = dark
  code.taken[y]![x] = true
}

function finder(code: Drawing, cx: number, cy: number): void {
  for (let dy = -4; dy <= 4; dy++) {
    for (let dx = -4; dx <= 4; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy))
      put(code, cx + dx, cy + dy, ring !== 2 && ring !== 4)
    }
  }
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - step * (count - 2 - i))]
}

function nearFinder(x: number, y: number, size: number): boolean {
  return (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6)
}

function alignment(code: Drawing, cx: number, cy: number): void {
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) put(code, cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
  }
}

/** Level L (01) and mask 0 (000), with their own correction (BCH 15,5), in both places. */
function format(code: Drawing): void {
  const data = 0b01000
  let rest = data
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
  const bits = ((data << 10) | rest) ^ 0x5412
  const bit = (i: number) => ((bits >> i) & 1) === 1
  const last = code.size - 1
  for (let i = 0; i < 15; i++) {
    const near = i < 6 ? [8, i] : i < 8 ? [8, i + 1] : i === 8 ? [7, 8] : [14 - i, 8]
    const far = i < 8 ? [last - i, 8] : [8, code.size - 15 + i]
    put(code, near[0]!, near[1]!, bit(i))
    put(code, far[0]!, far[1]!, bit(i))
  }
  put(code, 8, code.size - 8, true)
}

/** The version with its own correction (BCH 18,6), in both places. */
function versionBits(code: Drawing, version: number): void {
  let rest = version
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let i = 0; i < 18; i++) {
    const far = code.size - 11 + (i % 3)
    const near = Math.floor(i / 3)
    put(code, far, near, ((bits >> i) & 1) === 1)
    put(code, near, far, ((bits >> i) & 1) === 1)
  }
}

/** Two columns at a time from the right, up and down in turn, past what is taken, under the checkerboard mask. */
function drawData(code: Drawing, words: number[]): void {
  let i = 0
  for (const [x, y] of dataPlaces(code)) {
    const on = i < words.length * 8 && ((words[i >> 3]! >> (7 - (i & 7))) & 1) === 1
    code.dark[y]![x] = on !== ((x + y) % 2 === 0)
    i++
  }
}

function* dataPlaces({ size, taken }: Drawing): Generator<[number, number]> {
  let upward = true
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) if (!taken[y]![x]) yield [x, y]
    }
    upward = !upward
  }
}
