const longest = 80
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Makes a file's name safe: `cleanFileName('..\\evil\u202egpj.exe', ['jpg', 'jpeg'])` is `'evilgpj.exe.jpg'`. */
export function cleanFileName(name: string, endings: readonly string[]): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cf}\p{Cc}\p{Co}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = /\.([A-Za-z0-9]+)$/.exec(plain)?.[1]
  const known = ending !== undefined && endings.includes(ending.toLowerCase())
  const stem = known ? plain.slice(0, -ending.length - 1) : plain
  const short = shortened(reserved.test(stem) ? `_${stem}` : stem).replace(/[\s.]+$/, '') || 'ファイル'
  return `${short}.${known ? ending : endings[0]}`
}

// Cuts between graphemes, so that no half character is left.
function shortened(stem: string): string {
  const letters = Array.from(new Intl.Segmenter('ja').segment(stem), ({ segment }) => segment)
  let short = ''
  for (const letter of letters.slice(0, longest)) {
    if (Buffer.byteLength(short + letter) > longest * 3) break
    short += letter
  }
  return short
}

/** A file's name as a sentence may repeat it: safe to show, with the ending under which it was sent. */
export function shownFileName(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]
  return ending ? cleanFileName(name, [ending.toLowerCase()]) : cleanFileName(name, ['x']).slice(0, -2)
}
