// dist/: the program bundled for Node (packages stay outside), and the style and script of the pages.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** Entry by name in dist/; those whose source does not exist are left out. */
const programs = {
  main: 'src/main.ts',
  demo: 'demo/index.ts',
  'pdf-worker': 'src/platform/pdf/worker.ts',
}

/** Bundles the server's programs into the folder. */
async function buildPrograms(out: string): Promise<void> {
  const present = Object.entries(programs).filter(([, source]) => existsSync(join(root, source)))
  await build({
    entryPoints: Object.fromEntries(present.map(([name, source]) => [name, join(root, source)])),
    outdir: out,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}

/** Bundles style and script of the pages, named by their content so that browsers may keep them for ever. */
export async function buildAssets(out: string): Promise<void> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const scripts = (await readdir(join(root, 'src/ui'), { recursive: true }))
    .filter((f) => f.endsWith('.client.ts'))
    .sort()
  const manifest: Record<string, string> = {}
  if (existsSync(join(root, 'src/ui/ui.css')))
    manifest['ui.css'] = await asset(out, { entryPoints: ['src/ui/ui.css'] }, 'css')
  if (scripts.length) {
    const contents = scripts.map((file) => `import './${file}'`).join('\n')
    manifest['ui.js'] = await asset(out, { stdin: { contents, resolveDir: join(root, 'src/ui') } }, 'js')
  }
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest))
}

type Entry = { entryPoints: string[] } | { stdin: { contents: string; resolveDir: string } }

async function asset(out: string, entry: Entry, kind: 'css' | 'js'): Promise<string> {
  const { outputFiles } = await build({
    ...entry,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome120', 'firefox120', 'safari17'],
    external: ['*.woff2', '*.svg', '*.png'],
    write: false,
    logLevel: 'warning',
  })
  const { contents } = outputFiles[0]!
  const name = `ui-${createHash('sha256').update(contents).digest('hex').slice(0, 10)}.${kind}`
  await writeFile(join(out, name), contents)
  return name
}

/** Builds everything beside `dist/` and puts it in its place at the end: a failed build leaves the last one whole. */
export async function buildAll(): Promise<void> {
  const begun = performance.now()
  const fresh = join(root, `dist.${process.pid}`)
  try {
    await buildPrograms(fresh)
    await buildAssets(join(fresh, 'assets'))
    await rm(join(root, 'dist'), { recursive: true, force: true })
    await rename(fresh, join(root, 'dist'))
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  console.log(`プログラムを組み立てました（${((performance.now() - begun) / 1000).toFixed(1)}秒） / Built.`)
}

// What went wrong has been printed with its place in the source; the stack says nothing more.
if (process.argv[1] === import.meta.filename) await buildAll().catch(() => process.exit(1))
