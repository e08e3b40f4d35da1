// A town for browser walks: the built server over a folder of its own, and visitors who look over every page they pass.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { chromium as installedChromium } from '../../bin/machine.ts'
import { preparedData, type Server, startServer } from './server.ts'
import { type Given, type Settings, Visitor } from './visitor.ts'

/** A server of the built program, as a person would start it. */
export interface Town {
  address: string
  /** A person of the cast in a browser of their own; `nobody` has not signed in. */
  as(person: string, given?: Given): Promise<Visitor>
  /** Everything that visitors came upon and that should not be there. */
  troubles: string[]
}

let browser: Promise<Browser> | undefined

/** Call once in a test file: its own server over a fresh copy of the demonstration. The browser is that of the process. */
export function useTown(): Town {
  let server: Server
  let folder: string
  const visitors = new Set<Visitor>()
  const town: Town = {
    address: '',
    troubles: [],
    async as(person, given = {}) {
      browser ??= openBrowser()
      const settings: Settings = { address: town.address, troubles: town.troubles, ...given }
      const visitor = await Visitor.arrive(await browser, settings)
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
    for (const visitor of visitors) await visitor.leave()
    visitors.clear()
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(town.troubles).toEqual([])
  })
  return town
}

/** Chromium as the machine has it, calling nobody by itself. */
function openBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({
    executablePath: installedChromium(),
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
  })
}
