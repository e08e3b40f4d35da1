import type { Sharp } from 'sharp'
import { BrokenImage } from './strip.ts'

export interface Derivative {
  width: number
  height: number
  bytes: Uint8Array
}

/** The largest image in pixels. */
export const maxPixels = 80_000_000

const largest = 1600
const widths = [320, 800, largest]
// The largest side that WebP allows, in pixels.
const highest = 16_383

let before: Promise<unknown> = Promise.resolve()

/** Resizes a photo to upright WebP of at most 320, 800 and 1600 pixels in width, without metadata; one at a time. */
export function derive(image: Uint8Array): Promise<Derivative[]> {
  const turn = before.then(() => deriveAll(image))
  before = turn.catch(() => {})
  return turn
}

async function deriveAll(image: Uint8Array): Promise<Derivative[]> {
  const sharp = await library()
  const photo = sharp(image, { autoOrient: true, failOn: 'error', limitInputPixels: maxPixels })
  try {
    const { width } = (await photo.metadata()).autoOrient
    const wanted = [...widths.filter((one) => one < width), ...(width <= largest ? [width] : [])]
    const made: Derivative[] = []
    for (const one of wanted) made.push(await smaller(photo, one))
    return made
  } catch (cause) {
    throw new BrokenImage('pixels', { cause })
  }
}

async function smaller(photo: Sharp, most: number): Promise<Derivative> {
  const size = { width: most, height: highest, fit: 'inside', withoutEnlargement: true } as const
  const { data, info } = await photo.clone().resize(size).webp({ quality: 80 }).toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, bytes: data }
}

let loaded: ReturnType<typeof load> | undefined

/** Loaded with the first photo: an installation without photos saves the memory. */
function library() {
  loaded ??= load()
  return loaded
}

async function load() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}
