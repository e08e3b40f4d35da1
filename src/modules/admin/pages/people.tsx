import { dateLabel } from '../../../platform/time/index.ts'
import type { AnyAction } from '../../../platform/web/action/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { VerbButtons, verbLinks } from '../../../site/index.ts'
import { ButtonRow, DataTable } from '../../../ui/index.ts'
import { listPosts } from '../../parties/index.ts'
import { actions } from '../actions/index.ts'
import { mayAdminister } from '../may.ts'
import { AdminPage } from '../parts/page.tsx'
import { holder, post, staff } from '../subject.tsx'
import { roleNames } from '../words.ts'

type Posts = Awaited<ReturnType<typeof listPosts>>

const onStaff = actions.filter(({ noun }: AnyAction) => noun === staff)

function PeoplePage({ frame, data }: Views<undefined, Posts>) {
  return (
    <AdminPage frame={frame} title="職員と役割" wide>
      <ButtonRow>
        <VerbButtons frame={frame} thing={{}} verbs={onStaff} first="primary" />
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

function verbsFor(frame: Frame, one: Posts[number]) {
  const links = verbLinks(frame, actions, ({ noun }) => thingsOf(noun, one))
  return (
    <div>
      {links.map(({ href, label }) => (
        <>
          <a href={href}>{label}</a>{' '}
        </>
      ))}
    </div>
  )
}

function thingsOf(noun: AnyAction['noun'], one: Posts[number]): object[] {
  if (noun === holder) return [{ ...one, id: one.person_id }]
  return noun === post ? [one] : []
}

export const peoplePage = definePage({ who: mayAdminister, load: (c) => listPosts(c.db), view: PeoplePage })
