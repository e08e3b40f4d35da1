import { crc32, deflateSync } from 'node:zlib'

// The demonstration brings no photographs of anybody: small paintings stand where a group would put its photos.
const width = 640
const height = 420

type Colour = [number, number, number]
type Paint = (x: number, y: number) => Colour

const mix = (a: Colour, b: Colour, t: number): Colour =>
  [0, 1, 2].map((at) => Math.round(a[at]! + (b[at]! - a[at]!) * t)) as Colour

/** A number between 0 and 1 that is always the same for the same place. */
function chance(x: number, y: number): number {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453
  return value - Math.floor(value)
}

/** Round dots in the rows of a field of cells: flowers, stones, lanterns. */
function dots(
  x: number,
  y: number,
  cell: number,
  size: number,
  share: number,
  [from, to] = [0, 99],
): number | undefined {
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)]
  if (row < from || row > to || chance(column, row) > share) return undefined
  const dx = x - (column + 0.3 + 0.4 * chance(row, column)) * cell
  const dy = y - (row + 0.3 + 0.4 * chance(column + 9, row)) * cell
  return dx * dx + dy * dy < size * size ? chance(column + 3, row + 5) : undefined
}

const petals: Colour[] = [
  [232, 116, 140],
  [244, 190, 84],
  [250, 244, 236],
  [170, 132, 204],
]
const sky = (y: number): Colour => mix([176, 212, 236], [238, 240, 226], Math.min(1, y / 260))
const hill = (x: number, base: number, swing: number) =>
  base + swing * Math.sin(x / 97) + (swing / 2) * Math.sin(x / 41 + 2)

const scenes: Record<string, Paint> = {
  bank: (x, y) => {
    if (y < hill(x, 150, 14)) return sky(y)
    const flower = dots(x, y, 22, 3 + y / 90, 0.45, [8, 99])
    if (flower !== undefined) return petals[Math.floor(flower * petals.length)]!
    return mix([128, 166, 92], [84, 128, 66], (y - 130) / 290)
  },
  beds: (x, y) => {
    if (y < 170) return mix([224, 214, 196], [204, 192, 172], y / 170)
    if (y > 370) return [150, 146, 140]
    const flower = dots(x, y, 26, 9, 0.8, [7, 13])
    if (flower !== undefined) return petals[Math.floor(flower * petals.length)]!
    return mix([104, 76, 54], [78, 112, 60], chance(Math.floor(x / 5), Math.floor(y / 5)) * 0.7)
  },
  river: (x, y) => {
    if (y < hill(x, 120, 10)) return sky(y)
    if (y < hill(x, 190, 18)) return mix([112, 148, 84], [92, 130, 74], y / 200)
    const stone = dots(x, y, 48, 15, 0.7, [7, 8])
    if (stone !== undefined) return mix([150, 148, 140], [196, 192, 182], stone)
    return mix([120, 176, 196], [86, 138, 166], 0.5 + 0.5 * Math.sin(y / 7 + Math.sin(x / 60) * 2))
  },
  room: (x, y) => {
    const cup = dots(x, y, 64, 14, 0.75, [4, 4])
    if (cup !== undefined) return mix([242, 238, 228], [148, 176, 122], cup)
    if (y > 240) return y < 336 ? [196, 150, 100] : [120, 96, 74]
    const pane = x % 160 > 24 && x % 160 < 136 && y > 40 && y < 176
    return pane ? sky(y + 40) : [238, 228, 208]
  },
  lane: (x, y) => {
    const roof = 120 + Math.abs((x % 213) - 106) * 0.45
    if (y < roof) return sky(y)
    if (y < roof + 26) return [70, 72, 80]
    if (y > 350) return mix([176, 168, 156], [140, 132, 122], (y - 350) / 70)
    return x % 213 > 70 && x % 213 < 142 && y > 240 ? [96, 70, 52] : [236, 232, 222]
  },
  evening: (x, y) => {
    const light = dots(x, y, 64, 15, 0.85, [1, 3])
    if (light !== undefined) return mix([250, 202, 110], [236, 112, 84], light)
    if (y > hill(x, 330, 8)) return [52, 46, 60]
    return mix([44, 52, 92], [196, 120, 104], Math.max(0, y - 60) / 280)
  },
  trees: (x, y) => {
    if (y > 352) return mix([170, 164, 152], [146, 140, 130], (y - 352) / 68)
    const trunk = Math.abs((x % 128) - 64) < 8
    const crown = (((x % 128) - 64) / 56) ** 2 + ((y - 150) / 96) ** 2 < 1
    if (crown) return mix([86, 136, 72], [134, 172, 88], chance(Math.floor(x / 9), Math.floor(y / 9)))
    return trunk && y > 150 ? [112, 84, 62] : sky(y)
  },
}

/** What each painting shows, for those who do not see it. */
const shown: Record<string, string> = {
  bank: '花の咲く土手と、その上に広がる空（絵）',
  beds: '苗の並ぶ花壇（絵）',
  river: '石の見える川の流れ（絵）',
  room: '湯のみの並ぶ長机のある部屋（絵）',
  lane: '屋根の続く通り（絵）',
  evening: '明かりのともる夕方の空（絵）',
  trees: '並木の下の道（絵）',
}

export const wordsFor = (scene: string): string => shown[scene] ?? ''

/** A small painting as a PNG, or undefined where no such scene is known. */
export function picture(scene: string): Uint8Array | undefined {
  const paint = scenes[scene]
  if (!paint) return undefined
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(paint(x, y), y * (width * 3 + 1) + 1 + x * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
