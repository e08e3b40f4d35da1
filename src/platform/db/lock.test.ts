import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderInUse, lockDataFolder } from './lock.ts'

let folder: string
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tomoni-lock-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill('SIGKILL')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

/** The program of a second process: takes the lock, then runs `then`. */
function program(path: string, then: string): string[] {
  const code = `import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    try { globalThis.lock = await lockDataFolder(${JSON.stringify(path)}); console.log('held'); ${then} }
    catch (error) { console.log(error.message); process.exit(3) }`
  return ['--input-type=module', '-e', code]
}

/** Starts a second process and returns what it printed. */
async function another(path = folder, then = 'setInterval(() => {}, 1000)') {
  const child = spawn(process.execPath, program(path, then), { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = await once(child.stdout!, 'data')
  return { child, said: String(said).trim() }
}

const quick = { beat: 60, patience: 400 }
const stranger = { token: 'other', pid: 7, host: 'another-container', namespace: 'elsewhere', started: '1' }

describe('a data folder', () => {
  it('is refused while another process has it open, in a sentence with its number and the remedy', async () => {
    const { child, said } = await another()
    expect(said).toBe('held')
    const refusal = lockDataFolder(folder)
    await expect(refusal).rejects.toThrow(DataFolderInUse)
    await expect(refusal).rejects.toThrow(new RegExp(`${child.pid}.*使用中です。.*DATA_DIR`))
  })

  it('is refused under another name for the same folder', async () => {
    await another()
    await symlink(folder, `${folder}-again`)
    await expect(lockDataFolder(`${folder}-again`)).rejects.toThrow(DataFolderInUse)
    await rm(`${folder}-again`)
  })

  it('is refused to a second opening within one process', async () => {
    const lock = await lockDataFolder(folder)
    await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUse)
    await lock.release()
  })

  it('is refused to a second process while this one has it', async () => {
    const lock = await lockDataFolder(folder)
    expect((await another()).said).toContain('使用中です')
    await lock.release()
  })

  it('is free at once after the process that had it was killed', async () => {
    const { child } = await another()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(folder, '.lock')), 'the killed process left its file').toBe(true)
    const lock = await lockDataFolder(folder)
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8')).pid).toBe(process.pid)
    await lock.release()
  })

  it.runIf(process.platform === 'linux')(
    'is free after a process was killed that its parent never buries',
    async () => {
      const waits = program(folder, 'console.log(process.pid); setInterval(() => {}, 1000)')
      const parent = spawn('sh', ['-c', '"$@" & exec sleep 60', 'sh', process.execPath, ...waits], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(parent)
      let said = ''
      parent.stdout!.on('data', (data) => (said += data))
      await expect.poll(() => said).toMatch(/held\n\d+/)
      const pid = Number(/\d+/.exec(said)![0])
      process.kill(pid, 'SIGKILL')
      await expect.poll(async () => /\) Z/.test(await readFile(`/proc/${pid}/stat`, 'utf8'))).toBe(true)
      await (await lockDataFolder(folder)).release()
    },
  )

  it('is free after release, and nothing is left in it', async () => {
    await (await lockDataFolder(folder)).release()
    expect(existsSync(join(folder, '.lock'))).toBe(false)
    await (await lockDataFolder(folder)).release()
  })

  it('is free after the process that had it ended, and nothing is left in it', async () => {
    const { child } = await another(folder, 'process.exit(0)')
    await once(child, 'exit').catch(() => {})
    expect(existsSync(join(folder, '.lock'))).toBe(false)
  })

  it('goes to exactly one of several that want it at the same moment', async () => {
    await writeFile(join(folder, '.lock'), JSON.stringify({ ...stranger, pid: 0 }))
    const said = await Promise.all([1, 2, 3].map(() => lockDataFolder(folder, quick).catch((error) => error)))
    const held = said.filter((one) => 'release' in one)
    expect(held).toHaveLength(1)
    await held[0].release()
  })
})

describe('a lock file from a container whose processes are not seen here', () => {
  const file = () => join(folder, '.lock')

  it('is honoured while it shows that its holder lives', async () => {
    await writeFile(file(), JSON.stringify(stranger))
    const beat = setInterval(() => void utimes(file(), new Date(), new Date()), 50)
    await expect(lockDataFolder(folder, quick)).rejects.toThrow(/another-container/)
    clearInterval(beat)
  })

  it('is taken over once it has been silent long enough', async () => {
    await writeFile(file(), JSON.stringify(stranger))
    const begun = performance.now()
    const lock = await lockDataFolder(folder, quick)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(300)
    await lock.release()
  })

  it('is taken over when a crash left it empty', async () => {
    await writeFile(file(), '')
    await (await lockDataFolder(folder, quick)).release()
  })

  it('shows that this process lives, too', async () => {
    const lock = await lockDataFolder(folder, quick)
    await utimes(file(), new Date(0), new Date(0))
    await expect.poll(async () => (await import('node:fs')).statSync(file()).mtimeMs).toBeGreaterThan(1e12)
    await lock.release()
  })
})

it('a process whose folder was taken over ends before it can write', async () => {
  const { child } = await another(folder)
  const ended = once(child, 'exit')
  await writeFile(join(folder, '.lock'), JSON.stringify(stranger))
  expect((await ended)[0]).toBe(1)
})
