import sharp from 'sharp'
import { expect, test } from 'vitest'
import { png } from '../../../test/specimens.ts'
import { derive, inspectUpload } from './index.ts'

/** A photo with a red upper and a blue lower half. */
function photo(width: number, height: number) {
  const half = { create: { width, height: height / 2, channels: 3, background: 'red' } } as const
  return sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: half, gravity: 'north' },
  ])
}

/** The same photo stored sideways, with an EXIF note of how to turn it. */
async function onItsSide(width: number, height: number) {
  const turned = await photo(width, height).png().toBuffer()
  return sharp(turned)
    .rotate(270)
    .withExif({ IFD0: { Artist: '佐藤' }, IFD3: { GPSLatitude: '35/1 40/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

const sizes = (made: { width: number; height: number }[]) => made.map(({ width, height }) => [width, height])

test('a photo comes in three sizes, upright, and says nothing of who took it where', async () => {
  const taken = await onItsSide(1800, 2400)
  expect(taken.includes('GPS') || (await sharp(taken).metadata()).exif?.length).toBeTruthy()
  const made = await derive(taken)
  expect(sizes(made)).toEqual([
    [320, 427],
    [800, 1067],
    [1600, 2133],
  ])
  for (const { bytes, width, height } of made) {
    const { format, exif, xmp, icc, orientation, ...found } = await sharp(bytes).metadata()
    expect({ format, exif, xmp, icc, orientation }).toEqual({ format: 'webp' })
    expect([found.width, found.height]).toEqual([width, height])
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect([data[0]! > 200, data[2]! < 50, data.at(-info.channels)! < 50, data.at(-1)! > 200]).toEqual(
      new Array(4).fill(true),
    )
  }
})

test('what the inspection kept of a photo is enough to make it smaller', async () => {
  const kept = inspectUpload(await onItsSide(600, 1000), '写真.jpg')
  if ('because' in kept) throw new Error(kept.because)
  expect(sizes(await derive(kept.bytes))).toEqual([
    [320, 533],
    [600, 1000],
  ])
})

test('a small picture stays as large as it is, and a strip stays within what WebP can be', async () => {
  expect(sizes(await derive(await photo(200, 100).png().toBuffer()))).toEqual([[200, 100]])
  expect(sizes(await derive(await photo(320, 100).gif().toBuffer()))).toEqual([[320, 100]])
  expect(sizes(await derive(await photo(40, 18_000).png().toBuffer()))).toEqual([[36, 16_383]])
})

test('what is no picture, a cut one and one of too many points are refused, and the next photo is made', async () => {
  const whole = await photo(400, 400).jpeg().toBuffer()
  const huge = png({ width: 9000, height: 9000 })
  const asked = [Buffer.from('MZ'), whole.subarray(0, whole.length / 2), huge, whole].map((bytes) => derive(bytes))
  const answers = await Promise.allSettled(asked)
  const refused = answers.map((answer) => answer.status === 'rejected' && String(answer.reason.cause))
  expect(refused).toEqual([
    expect.stringContaining('unsupported image format'),
    expect.stringMatching(/premature end/i),
    expect.stringContaining('pixel limit'),
    false,
  ])
})
