import { type Documents, defineDocument, type Frame, type Session } from '../../platform/web/index.ts'
import { actorFor } from '../parties/index.ts'
import { mayUseOwnInbox } from './may.ts'
import { urls } from './urls.ts'

const lead = (to: string, status: 301 | 303) => new Response(null, { status, headers: { Location: to } })

/** Redirects a former address for good, with its query. */
const leadOn = (to: (frame: Frame) => string) =>
  defineDocument({
    who: 'anyone',
    answer: async ({ frame }) => lead(to(frame) + (/\?.*$/.exec(frame.url)?.[0] ?? ''), 301),
  })

export const documents: Documents = {
  [urls.formerHome.pattern]: leadOn(() => urls.home()),
  [urls.formerMine.pattern]: leadOn(({ city }) => urls.mine({ city: city.slug })),
  // Redirects to the inbox of the person's only city; a person with several cities or none chooses on the start page.
  [urls.home.pattern]: defineDocument({
    who: 'signed-in',
    redirects: true,
    answer: async ({ frame }) => {
      const [city, another] = frame.session ? await citiesOf(frame, frame.session) : []
      return lead(city && !another ? urls.mine({ city }) : '/', 303)
    },
  }),
}

/** Reads each city through its own door, because a transaction sees one city only. */
async function citiesOf({ cities, installation, now }: Frame, session: Session): Promise<string[]> {
  const mine: string[] = []
  for (const { id, slug } of cities) {
    const actor = await installation.doors.city(id).run((db) => actorFor(db, session.account_id, now))
    if (mayUseOwnInbox(actor)) mine.push(slug)
  }
  return mine
}
