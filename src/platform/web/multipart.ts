/** The head of a part: a field, or a file where it has a file's name. */
export interface PartHead {
  field: string
  file?: string
  type: string
}

/** Takes the bytes of one part, piece by piece. */
export interface PartTaker {
  take(bytes: Uint8Array): void
  end(): void
}

interface Reading {
  rest: Buffer
  delimiter: Buffer
  begin(head: PartHead): PartTaker
  taker?: PartTaker
  inHead: boolean
  isWhole: boolean
}

const LONGEST_HEAD = 16 * 1024

/**
 * Reads a multipart form as it arrives and holds back no more than a piece, so that what is not wanted of it never fills
 * the memory. Returns whether the form was whole.
 */
export async function readMultipart(
  pieces: AsyncIterable<Uint8Array>,
  boundary: string,
  begin: Reading['begin'],
): Promise<boolean> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // No line stands before the first boundary.
  const reading: Reading = { rest: Buffer.from('\r\n'), delimiter, begin, inHead: false, isWhole: false }
  for await (const piece of pieces) {
    reading.rest = Buffer.concat([reading.rest, piece])
    let goesOn = true
    while (goesOn) goesOn = reading.inHead ? readHead(reading) : readContent(reading)
    if (reading.isWhole) return true
    if (reading.inHead && reading.rest.length > LONGEST_HEAD) return false
  }
  return false
}

/** Returns whether there is more to read at once. */
function readHead(reading: Reading): boolean {
  const { rest } = reading
  reading.isWhole = rest.toString('latin1', 0, 2) === '--'
  const end = reading.isWhole ? -1 : rest.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = headOf(rest.toString('utf8', 0, end))
  reading.taker = head && reading.begin(head)
  reading.inHead = false
  reading.rest = rest.subarray(end + 4)
  return true
}

function readContent(reading: Reading): boolean {
  const { rest, delimiter } = reading
  const end = rest.indexOf(delimiter)
  // The last bytes may be the beginning of a boundary.
  const sure = end < 0 ? Math.max(0, rest.length - delimiter.length + 1) : end
  if (sure > 0) reading.taker?.take(rest.subarray(0, sure))
  reading.rest = rest.subarray(end < 0 ? sure : end + delimiter.length)
  if (end < 0) return false
  reading.taker?.end()
  reading.taker = undefined
  reading.inHead = true
  return true
}

function headOf(text: string): PartHead | undefined {
  const line = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(text)?.[1]
  const field = line && parameter(line, 'name')
  if (!line || field === undefined) return undefined
  const type = /^content-type:\s*([^\r\n]*)/im.exec(text)?.[1]?.trim() ?? ''
  return { field, file: parameter(line, 'filename'), type }
}

/** Browsers escape quotes and line ends alone. */
function parameter(line: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|[;\\s])${name}="([^"]*)"`, 'i').exec(line)?.[1]
  return value?.replace(/%(0A|0D|22)/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
