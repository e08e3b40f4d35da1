import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { coverageOf } from './coverage.ts'

const require = createRequire(import.meta.url)
const main = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf']
const wide = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']

export function loadFonts(): { files: Buffer[]; covered: (codePoint: number) => boolean } {
  const files = main.map((name) => readFileSync(require.resolve(`@expo-google-fonts/biz-udpgothic/${name}`)))
  // The second family has rare characters of names, such as 𠮷, which the first one lacks.
  const spare = wide.flatMap((name) => fileOf(`@expo-google-fonts/noto-sans-jp/${name}`))
  const covers = [files[0], spare[0]].filter((file) => file !== undefined).map(coverageOf)
  return { files: [...files, ...spare], covered: (codePoint) => covers.some((covered) => covered(codePoint)) }
}

function fileOf(name: string): Buffer[] {
  try {
    return [readFileSync(require.resolve(name))]
  } catch {
    return []
  }
}
