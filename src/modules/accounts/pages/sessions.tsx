import { z } from 'zod'
import { definePage, type Reading, type Views } from '../../../platform/web/index.ts'
import { momentIn } from '../../../platform/words/spoken-time.ts'
import { DataTable } from '../../../ui/index.ts'
import { ActButton, ChangeForm, OwnPage } from '../parts/own-page.tsx'
import { mine } from '../queries/accounts.ts'
import { listSessions } from '../queries/sessions.ts'
import { browserLabel } from '../session.ts'
import { urls } from '../urls.ts'
import { said, words } from '../words/index.ts'
import { endAllSessions, endSession } from '../writes/sessions.ts'

async function withSessions(c: Reading) {
  const me = await mine(c)
  return me && { ...me, sessions: await listSessions(c.db, me.account.id, c.now) }
}

type Sessions = NonNullable<Awaited<ReturnType<typeof withSessions>>>

function SessionsPage({ frame, form, data: { sessions, session } }: Views<undefined, Sessions>) {
  const say = words[frame.lang]
  const everywhere = { label: say.everywhereTitle, note: say.everywhereNote, button: say.everywhereDo }
  const isHere = ({ id }: { id: string }) => id === session.id
  return (
    <OwnPage frame={frame} form={form} title={say.sessions} lead={say.sessionsLead}>
      <DataTable
        caption={say.sessions}
        hideCaption
        rows={sessions}
        columns={[
          {
            label: say.device,
            heading: true,
            cell: (one) => browserLabel(one.browser, say) + (isHere(one) ? ` ・ ${say.thisDevice}` : ''),
          },
          { label: say.since, cell: (one) => momentIn(frame.lang, one.created_at) },
          { label: say.usedAt, cell: (one) => momentIn(frame.lang, one.last_seen_at) },
          {
            label: say.doing,
            cell: (one) =>
              !isHere(one) && (
                <ActButton form={form} act="end" id={one.id} about={browserLabel(one.browser, say)}>
                  {say.endThere}
                </ActButton>
              ),
          },
        ]}
      />
      <ChangeForm {...everywhere} frame={frame} form={form} danger />
    </OwnPage>
  )
}

export const sessionsPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  load: withSessions,
  view: SessionsPage,
  form: z.object({}),
  submit: async (c, _, { account }) => {
    await endAllSessions(c.db, account.id, c.now)
    return { to: '/', session: null, flash: said.everywhereOut }
  },
  acts: {
    end: {
      form: z.object({ id: z.uuid() }),
      submit: async (c, input: { id: string }, { sessions }) => {
        const chosen = sessions.find((one) => one.id === input.id)
        if (chosen) await endSession(c.db, chosen.id, c.now)
        return { to: urls.sessions(), flash: said.thereOut }
      },
    },
  },
})
