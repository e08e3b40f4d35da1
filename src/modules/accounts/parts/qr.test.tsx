import { expect, test } from 'vitest'
import { qrCode, qrPath } from './qr.tsx'

/** Reads a code of one block back as a camera would, its damage apart: unmasks, walks the zigzag, and checks the syndromes. */
function readBack(text: string, damage?: (dark: boolean[][]) => void): { text: string; syndromes: number[] } {
  const { size, dark } = qrCode(text)
  damage?.(dark)
  const version = (size - 17) / 4
  const words: number[] = []
  let bits = 0
  let word = 0
  for (const [x, y] of places(size, version)) {
    word = (word << 1) | Number(dark[y]![x]! !== ((x + y) % 2 === 0))
    if (++bits % 8 === 0) {
      words.push(word & 0xff)
      word = 0
    }
  }
  const length = ((words[0]! & 15) << 4) | (words[1]! >> 4)
  const bytes = Array.from({ length }, (_, i) => ((words[i + 1]! & 15) << 4) | (words[i + 2]! >> 4))
  return { text: Buffer.from(bytes).toString(), syndromes: syndromes(words, 7 + (version - 1) * 3) }
}

function* places(size: number, version: number): Generator<[number, number]> {
  const far = size - 7
  const isPattern = (x: number, y: number) =>
    (x < 9 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    (x >= size - 8 && y < 9) ||
    x === 6 ||
    y === 6 ||
    (version > 1 && Math.abs(x - far) <= 2 && Math.abs(y - far) <= 2)
  for (let right = size - 1, upward = true; right >= 1; right -= 2, upward = !upward) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) if (!isPattern(x, y)) yield [x, y]
    }
  }
}

/** All zero when data and correction belong together. */
function syndromes(words: number[], count: number): number[] {
  const log: number[] = []
  const power: number[] = []
  for (let i = 0, value = 1; i < 255; i++, value = (value << 1) ^ ((value >> 7) * 0x11d)) {
    power[i] = value
    log[value] = i
  }
  const times = (a: number, b: number) => (a && b ? power[(log[a]! + log[b]!) % 255]! : 0)
  return Array.from({ length: count }, (_, i) => words.reduce((sum, word) => times(sum, power[i]!) ^ word, 0))
}

test.each([
  ['otpauth', 1],
  ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX', 2],
  ['確認コードの登録', 2],
])('a camera reads %s back, and the correction belongs to it', (text) => {
  const { text: seen, syndromes } = readBack(text)
  expect(seen).toBe(text)
  expect(syndromes.every((one) => one === 0)).toBe(true)
})

test('a module read wrongly is seen by the correction', () => {
  const { syndromes } = readBack('otpauth', (dark) => {
    dark[15]![15] = !dark[15]![15]
  })
  expect(syndromes.some((one) => one !== 0)).toBe(true)
})

test('the drawing has a square for every dark module and no other', () => {
  const { size, dark } = qrCode('otpauth')
  const drawn = [...qrPath('otpauth').path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((match) => `${match[1]} ${match[2]}`)
  const wanted = dark.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])))
  expect([size, drawn]).toEqual([21, wanted])
})

test('what is too long is refused', () => {
  expect(() => qrCode('x'.repeat(900))).toThrow(/too long/)
})
