import { dateLabel } from '../../../platform/time/index.ts'
import type { AnyAction } from '../../../platform/web/action/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow, DataTable } from '../../../ui/index.ts'
import { listPosts } from '../../parties/index.ts'
import { closePost, correctPost, handOverPost, invitePerson, resetSecondFactor } from '../actions/index.ts'
import { mayAdminister } from '../may.ts'
import { AdminPage } from '../parts/page.tsx'
import { roleNames } from '../words.ts'

type Posts = Awaited<ReturnType<typeof listPosts>>

function PeoplePage({ frame, data }: Views<undefined, Posts>) {
  return (
    <AdminPage frame={frame} title="職員と役割" wide>
      <ButtonRow>
        <ButtonLink href={invitePerson.href(frame.city.slug, {})}>{invitePerson.label({})}</ButtonLink>
      </ButtonRow>
      <DataTable
        caption="役割を持つ方"
        rows={data}
        columns={[
          { label: 'お名前', heading: true, cell: (one) => one.name },
          { label: '役割', cell: (one) => roleNames[one.role] },
          { label: '所属', cell: (one) => one.department ?? '全庁' },
          {
            label: '期間',
            cell: (one) => `${dateLabel(one.starts_on)}から${one.ends_on ? `${dateLabel(one.ends_on)}まで` : ''}`,
          },
          { label: '手続き', cell: (one) => one.person_id !== frame.actor.person_id && verbsFor(frame, one) },
        ]}
      />
    </AdminPage>
  )
}

function verbsFor({ actor, city, now }: Frame, one: Posts[number]) {
  const holder = { ...one, id: one.person_id }
  const verbs: AnyAction[] = [handOverPost, closePost, correctPost]
  return (
    <div>
      {verbs
        .filter((verb) => verb.may(actor, one, now))
        .map((verb) => [<a href={verb.href(city.slug, one)}>{verb.label(one)}</a>, ' '])}
      {resetSecondFactor.may(actor, holder, now) && (
        <a href={resetSecondFactor.href(city.slug, holder)}>{resetSecondFactor.label(holder)}</a>
      )}
    </div>
  )
}

export const peoplePage = definePage({ who: mayAdminister, load: (c) => listPosts(c.db), view: PeoplePage })
