// Builds the pages' style and script again when they change, and restarts the program when its sources do.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildAssets } from './build.ts'

const root = join(import.meta.dirname, '..')
const assets = join(root, 'dist', 'assets')

let soon: NodeJS.Timeout | undefined
await buildAssets(assets)
watch(join(root, 'src/ui'), { recursive: true }, (_, file) => {
  if (!file || !/\.(css|client\.ts)$/.test(file)) return
  clearTimeout(soon)
  soon = setTimeout(() => void buildAssets(assets).catch((error) => console.error(error.message)), 100)
})

const tsx = join(root, 'node_modules', '.bin', 'tsx')
const program = spawn(
  tsx,
  [
    'watch',
    '--clear-screen=false',
    '--include',
    'dist/assets/manifest.json',
    'src/main.ts',
    'demonstration',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => program.kill(signal))
program.on('exit', (code) => process.exit(code ?? 1))
