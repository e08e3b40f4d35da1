/** The orientation (1 to 8) in EXIF data; 1 when there is none. */
export function orientationOf(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const read = (at: number, size: 2 | 4) => {
    if (at + size > tiff.length) return 0
    return little ? tiff.readUIntLE(at, size) : tiff.readUIntBE(at, size)
  }
  const directory = read(4, 4)
  for (let i = 0; i < Math.min(read(directory, 2), 64); i++) {
    const entry = directory + 2 + i * 12
    const value = read(entry + 8, 2)
    if (read(entry, 2) === 0x0112) return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

// Big-endian, one directory with one entry (0x0112, a short), and no further directory.
const before = Buffer.from('4d4d002a00000008' + '0001' + '0112000300000001', 'hex')
const after = Buffer.alloc(6)

/** The shortest EXIF data with this orientation and nothing else. */
export function tiffWith(orientation: number): Buffer {
  return Buffer.concat([before, Buffer.of(0, orientation), after])
}
