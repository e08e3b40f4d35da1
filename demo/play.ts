import { actorFor } from '../src/modules/parties/index.ts'
import { calendarDay, isAlwaysOpen, listCalls, makeCall, openCall } from '../src/modules/programmes/index.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Db, Doors } from '../src/platform/db/index.ts'
import { addDays, fiscalYearOf, today } from '../src/platform/time/index.ts'
import { tellAgreement } from './play/agreement.ts'
import { openPapers, type Papers } from './play/papers.ts'
import { tellProject } from './play/project.ts'
import { tellProposal } from './play/proposal.ts'
import { type Ids, personOf, type Step, type Telling } from './play/telling.ts'
import type { Raised } from './setting.ts'
import type { Story } from './story.ts'

type Timed = Step & { at: Date; story: string }

/**
 * Plays a city's year through the real actions, in the order of its days: each act in its own transaction, as the person
 * named, at a time of that day. Days after `now` have not come yet. Answers with the papers that were made on the way.
 */
export async function play(
  doors: Doors,
  raised: Raised,
  stories: Story[],
  now: Date,
  tell: (sentence: string) => void = () => {},
): Promise<Papers> {
  const begun = performance.now()
  const papers = openPapers()
  const others = new Map<string, Ids>(stories.map(({ key }) => [key, {}]))
  const calls = timesOf([...callsOf(raised), ...callNow(raised, now)], 'calls')
  const steps = [...calls, ...stories.flatMap((story) => stepsOf(story, raised, papers, others))]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const actors = new Map<string, Actor>()
  for (const step of steps) {
    await doors
      .city(raised.cityId)
      .run((db) => act(db, raised, step, actors))
      .catch((error: unknown) => {
        throw new Error(`${raised.slug}: on ${step.on} ${step.by} could not ${step.what} (${step.story})`, {
          cause: error,
        })
      })
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  tell(
    `${raised.charter.city.name.ja}の一年をたどりました（${stories.length}件、${steps.length}の手続き、${seconds}秒）`,
  )
  return papers
}

async function act(db: Db, raised: Raised, step: Timed, actors: Map<string, Actor>): Promise<void> {
  const person = async (key: string): Promise<Actor> => {
    const { account_id } = personOf(raised, key)
    if (!account_id) throw new Error(`${key} has no account to act with`)
    const known = actors.get(key) ?? (await actorFor(db, account_id, step.at))
    actors.set(key, known)
    return known
  }
  await step.run({ db, actor: await person(step.by), now: step.at, person })
}

/** The acts of one story at their times: a quiet step after another through the hours of the office. */
function stepsOf(story: Story, city: Raised, papers: Papers, others: ReadonlyMap<string, Ids>): Timed[] {
  const steps: Step[] = []
  const t: Telling = {
    story,
    city,
    charter: city.charter,
    papers,
    ids: others.get(story.key)!,
    others,
    add: (on, by, what, run) => on && steps.push({ on, by, what, run }),
  }
  if (story.proposal) tellProposal(t, story.proposal)
  if (story.agreement) tellAgreement(t, story.agreement)
  if (story.project) tellProject(t, story.project)
  return timesOf(steps, story.key)
}

function timesOf(steps: Step[], story: string): Timed[] {
  const early = [...story].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 140, 7)
  const onDay = new Map<string, number>()
  return steps.map((step) => {
    const before = onDay.get(step.on) ?? 0
    onDay.set(step.on, before + 1)
    const minute = 9 * 60 + early + before * 29
    return { ...step, story, at: new Date(Date.parse(`${step.on}T00:00:00+09:00`) + minute * 60_000) }
  })
}

const years = [2025, 2026]

/** The morning before the first act: cities, groups and people are there by then. */
export const beginning = new Date(`${years[0]}-04-01T09:00:00+09:00`)

/** The programmes that take proposals from one day to another. */
const called = ({ charter }: Raised) =>
  charter.programmes.filter((one) => one.tracks.length > 0 && one.status !== 'ended' && !isAlwaysOpen(one, []))

/** The section announces each year's calls as the charter's calendar has them. */
function callsOf(city: Raised): Step[] {
  return called(city).flatMap((programme) =>
    years.map((fiscal_year): Step => {
      const day = (key: string) => {
        const entry = programme.calendar.find((one) => one.key === key)
        return entry && calendarDay(entry, fiscal_year)
      }
      const opens_on = day('opens') ?? `${fiscal_year}-04-10`
      const closes_on = day('closes') ?? `${fiscal_year + 1}-03-31`
      const early = addDays(opens_on, -21)
      return {
        on: early < '2025-04-02' ? '2025-04-02' : early,
        by: 'section',
        what: 'announce a call',
        run: async (act) => {
          const there = await listCalls(act.db, programme.key)
          if (there.some((one) => one.opens_on === opens_on)) return
          await makeCall(
            act,
            { programme, charter: city.charter },
            { track: '', fiscal_year, opens_on, closes_on, note: '' },
          )
        },
      }
    }),
  )
}

/** A visitor comes on any day of the year: the first of these programmes is open then, so that a proposal can be handed in. */
function callNow(city: Raised, now: Date): Step[] {
  const opens_on = addDays(today(now), -30)
  const closes_on = addDays(today(now), 90)
  return called(city)
    .slice(0, 1)
    .map((programme) => ({
      on: addDays(opens_on, -10),
      by: 'section',
      what: 'announce a call',
      run: async (act) => {
        const there = await listCalls(act.db, programme.key)
        if (openCall(there, '', now) || there.some((one) => one.opens_on === opens_on)) return
        const note = '今年度の追加の受付です。'
        await makeCall(
          act,
          { programme, charter: city.charter },
          { track: '', fiscal_year: fiscalYearOf(opens_on), opens_on, closes_on, note },
        )
      },
    }))
}
