import { everyInRecord } from '../../platform/record/index.ts'
import { type SubjectPage, subject } from '../../platform/web/action/index.ts'
import { partOf } from '../../platform/web/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import { type Charter, label, type Programme, programme as programmeOf } from '../charters/index.ts'
import { findCall, findCallById, lockCall } from './queries.ts'
import type { Call } from './tables.ts'
import { urls } from './urls.ts'
import { say } from './words.ts'

export interface Offer {
  programme: Programme
  charter: Charter
}

export interface CallOf extends Call {
  offer: Offer
}

const offersOf = (charter: Charter): Offer[] =>
  charter.programmes.flatMap((programme) => (programme.tracks.length > 0 ? [{ programme, charter }] : []))

export const offer = subject<Offer, never, never>({
  kind: 'call',
  url: urls.show,
  at: (city, { programme }) => ({ city, key: programme.key }),
  find: async (c) => {
    const programme = programmeOf(c.charter, partOf(c, 'key'))
    return programme && programme.tracks.length > 0 ? { programme, charter: c.charter } : undefined
  },
  every: async ({ charter }) => offersOf(charter),
  page: ({ thing, ...props }) => <CallPage {...props} offer={thing} />,
  confirm: Confirmation,
})

export const call = subject<CallOf, never, never>({
  kind: 'call',
  url: urls.call,
  at: (city, { programme, id }) => ({ city, key: programme, call: id }),
  find: async (c) => {
    const programme = programmeOf(c.charter, partOf(c, 'key'))
    const found = programme && (await findCall(c.db, programme.key, partOf(c, 'call')))
    return found && { ...found, offer: { programme, charter: c.charter } }
  },
  every: async ({ db, charter }) => {
    const offers = new Map(offersOf(charter).map((offer) => [offer.programme.key, offer]))
    const calls = await everyInRecord(db, 'call', findCallById)
    return calls.flatMap((one) => {
      const offer = offers.get(one.programme)
      return offer ? [{ ...one, offer }] : []
    })
  },
  lock: async (tx, { id, offer }) => ({ ...(await lockCall(tx, id)), offer }),
  revision: ({ revision }) => String(revision),
  page: ({ thing, ...props }) => <CallPage {...props} offer={thing.offer} />,
  // A call has no page of its own, so the back link leads to its programme.
  confirm: (props) => (
    <Confirmation {...props} back={urls.show({ city: props.frame.city.slug, key: props.thing.programme })} />
  ),
})

function CallPage({ frame, offer, ...props }: Omit<SubjectPage<never>, 'thing'> & { offer: Offer }) {
  const { city, lang } = frame
  const name = label(offer.programme.label, lang)
  return (
    <CityPage
      frame={frame}
      {...props}
      eyebrow={name}
      breadcrumbs={[
        { href: urls.list({ city: city.slug }), label: say.title[lang] },
        { href: urls.show({ city: city.slug, key: offer.programme.key }), label: name },
      ]}
    />
  )
}
