import type { Sharp } from 'sharp'
import { BrokenImage } from './strip.ts'

/** A photo made smaller, as WebP. */
export interface Derivative {
  width: number
  height: number
  bytes: Uint8Array
}

/** The most points an image may have. */
export const maxPixels = 80_000_000

const largest = 1600
const widths = [320, 800, largest]
// What WebP can be at most.
const highest = 16_383

let before: Promise<unknown> = Promise.resolve()

/**
 * A photo in the sizes that pages need, the smallest first: 320, 800 and 1600 pixels wide, never larger than it is; the
 * right way up, and without anything else its file said. Of a moving picture, the first. Outside of any transaction, and one
 * photo at a time, however many ask: `for (const { width, bytes } of await derive(photo)) …`
 */
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

/** Loaded when the first photo comes: it takes memory that an installation without photos needs not have. */
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
