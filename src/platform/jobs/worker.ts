import type { Connection } from '../db/index.ts'
import { keepClock } from './clock.ts'
import { housekeeping } from './housekeeping.ts'
import { releaseTaken } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { knownJobs, listCityIds, lookAround, placeDoor, workOff } from './run.ts'

/** In each city one job after the other, so that its mails keep their order. */
const CITIES_AT_ONCE = 3
/** Two in the house: people wait for its mails while it sweeps files for minutes. */
const HOUSE_AT_ONCE = 2
/** The time in milliseconds that one place has before others get their turn. */
const TURN = 2000
/** The limit of a stop in milliseconds; another process repeats a job that is cut off. */
const PATIENCE = 10_000

export interface Worker {
  stop(): Promise<void>
}

/** Runs due jobs, several places at once; looks for work every second, and at once after some was done. */
export async function startWorker(
  given: JobParts & { connection: Pick<Connection, 'kind'> },
  every = 1000,
): Promise<Worker> {
  const parts = { ...given, modules: [...given.modules, housekeeping] }
  if (given.connection.kind === 'embedded') await takeUpAgain(parts)
  const strikeDue = keepClock(parts)
  const pause = pauses()
  const places = openPlaces(parts, pause.end)
  let stopped = false
  const looking = (async () => {
    while (!stopped) {
      const over = pause.begin(every)
      await strikeDue()
        .then(() => lookAround(parts))
        .then(places.begin)
        .catch((error) => parts.report?.('dispatch', error))
      await over
    }
  })()
  return {
    async stop() {
      stopped = true
      places.close()
      pause.end()
      await looking
      await places.finished()
    },
  }
}

/** An embedded database has one process, so any taken row belongs to one that was killed. */
async function takeUpAgain(parts: JobParts): Promise<void> {
  const cities = await parts.doors.house.run(listCityIds)
  for (const place of [0, ...cities]) await placeDoor(parts, place).run(releaseTaken)
}

function openPlaces(parts: JobParts, onDone: () => void) {
  const known = knownJobs(parts)
  const busy = new Map<Promise<void>, number>()
  let closed = false
  const count = (which: (place: number) => boolean) => [...busy.values()].filter(which).length
  const hasRoom = (place: number) =>
    place === 0
      ? count((one) => one === 0) < HOUSE_AT_ONCE
      : count((one) => one !== 0) < CITIES_AT_ONCE && count((one) => one === place) === 0
  const workIn = async (place: number) => {
    const end = performance.now() + TURN
    try {
      return await workOff(parts, known, place, () => !closed && performance.now() < end)
    } catch (error) {
      parts.report?.('dispatch', error)
      return 0
    }
  }
  const begin = (place: number) => {
    const work = workIn(place).then((ran) => {
      busy.delete(work)
      if (ran > 0) onDone()
    })
    busy.set(work, place)
  }
  return {
    begin(waiting: number[]): void {
      for (const place of waiting) if (!closed && hasRoom(place)) begin(place)
    },
    close(): void {
      closed = true
    },
    async finished(): Promise<void> {
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise((resolve) => {
        timer = setTimeout(resolve, PATIENCE)
      })
      await Promise.race([Promise.all(busy.keys()), patience])
      clearTimeout(timer)
    },
  }
}

function pauses() {
  let end = () => {}
  return {
    begin: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    end: () => end(),
  }
}
