import type { Module } from '../../platform/module.ts'
import { subject, type VerbPage } from '../../platform/web/action/index.ts'
import { Confirmation } from '../../site/index.ts'
import { AdminPage, StaffPage } from './parts/page.tsx'
import { findHolder, findPost, listEveryPost, listStopped } from './queries.ts'
import { urls } from './urls.ts'

export const staff = subject<Record<never, never>, never, never>({
  kind: 'person',
  url: urls.people,
  at: (city) => ({ city }),
  find: async () => ({}),
  page: ({ thing: _, ...props }) => <StaffPage {...props} />,
  confirm: Confirmation,
})

export type Holder = NonNullable<Awaited<ReturnType<typeof findHolder>>>

export const holder = subject<Holder, never, never>({
  kind: 'person',
  url: urls.person,
  at: (city, { id }) => ({ city, person: id }),
  find: ({ db, params }) => findHolder(db, params.person),
  every: async ({ db }) =>
    (await listEveryPost(db)).map(({ person_id, name, account_id }) => ({ id: person_id, name, account_id })),
  page: ({ thing, ...props }) => <StaffPage {...props} eyebrow={thing.name} />,
  confirm: AmongStaff,
})

export type Post = NonNullable<Awaited<ReturnType<typeof findPost>>>

export const post = subject<Post, never, never>({
  kind: 'person',
  url: urls.post,
  at: (city, { id }) => ({ city, post: id }),
  find: ({ db, params }) => findPost(db, params.post),
  every: ({ db }) => listEveryPost(db),
  page: ({ thing, ...props }) => <StaffPage {...props} eyebrow={thing.name} />,
  confirm: AmongStaff,
})

/** People and posts have no pages of their own, so the back link leads to the list. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
export function AmongStaff(props: VerbPage<any, any>) {
  return <Confirmation {...props} back={urls.people({ city: props.frame.city.slug })} />
}

export interface Stopped {
  jobs: Awaited<ReturnType<typeof listStopped>>
  modules: readonly Module[]
}

export const stopped = subject<Stopped, never, never>({
  kind: 'job',
  url: urls.jobs,
  at: (city) => ({ city }),
  find: async ({ db, installation: { modules } }) => ({ jobs: await listStopped(db), modules }),
  lock: async (tx, { modules }) => ({ jobs: await listStopped(tx), modules }),
  page: ({ thing: _, ...props }) => <AdminPage {...props} />,
  confirm: Confirmation,
})
