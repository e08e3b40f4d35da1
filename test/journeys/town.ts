// A town for browser journeys: the built server over its own folder, and visitors who check every page they visit.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { chromium as installedChromium } from '../../bin/machine.ts'
import { preparedData, type Server, startServer } from './server.ts'
import { type Given, type Settings, Visitor } from './visitor.ts'

/** A server of the built program. */
export interface Town {
  address: string
  /** A person of the cast in their own browser; `nobody` is a guest. */
  as(person: string, given?: Given): Promise<Visitor>
  /** The faults that visitors found. */
  troubles: string[]
}

let browser: Promise<Browser> | undefined

/** Call once in a test file: its own server over a fresh copy of the demonstration. The process shares one browser. */
export function useTown(): Town {
  let server: Server
  let folder: string
  const visitors = new Set<Visitor>()
  const town: Town = {
    address: '',
    troubles: [],
    async as(person, given = {}) {
      const visitor = await inBrowser({ address: town.address, troubles: town.troubles, ...given })
      visitors.add(visitor)
      if (person !== 'nobody') await visitor.beInDemonstration(person)
      return visitor
    },
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tomoni-journey-'))
    cpSync(await preparedData(), folder, { recursive: true })
    server = await startServer(folder)
    town.address = server.address
  }, 300_000)
  afterEach(async () => {
    await closeVisitors([...visitors])
    visitors.clear()
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(town.troubles).toEqual([])
  })
  return town
}

/** Opens a window of the process's one browser. */
export async function inBrowser(settings: Settings): Promise<Visitor> {
  browser ??= openBrowser()
  return Visitor.arrive(await browser, settings)
}

export async function closeVisitors(visitors: readonly Visitor[]): Promise<void> {
  for (const visitor of visitors) await visitor.leave()
}

/** The machine's Chromium, which makes no requests by itself. */
function openBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({
    executablePath: installedChromium(),
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
  })
}
