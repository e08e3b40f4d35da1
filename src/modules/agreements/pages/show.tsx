import { filesOf } from '../../../platform/files/attached.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { waitingActs } from '../../../platform/web/action/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { Details, Section } from '../../../ui/index.ts'
import { type Charter, getCharter, getPublishedCharter, word } from '../../charters/index.ts'
import { SignatureList, TextSheet } from '../../texts/index.ts'
import { someNames } from '../agreement/agreement.ts'
import { Downloads, Facts, Outcome } from '../parts/facts.tsx'
import { AgreementPage, StateBadge } from '../parts/page.tsx'
import { findPublished } from '../queries/lists.ts'
import { findAddressed, listProposalOf } from '../queries/one.ts'
import type { FromProposal, PublishedAgreement } from '../tables.ts'
import { type Own, OwnPage } from './own.tsx'

type Released = PublishedAgreement & { proposals: FromProposal[] }

/** `own` for its parties and staff; for everyone else the charter of the released copy. */
type Shown = { own: Own } | { own: null; charter: Charter }

function ShowAgreementPage({ frame, published, data }: Views<Released | null, Shown>) {
  if (data.own) return <OwnPage frame={frame} own={data.own} />
  return published && <PublicPage frame={frame} released={published} charter={data.charter} />
}

function PublicPage({ frame, released, charter }: { frame: Frame; released: Released; charter: Charter }) {
  const text = released.published_text
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={released}
      title={text.title}
      lead={
        <>
          <StateBadge agreement={released} now={frame.now} /> {someNames(text.parties)}
        </>
      }
    >
      <Outcome agreement={released} />
      <Facts frame={frame} text={text} party={word(charter, 'party')} proposals={released.proposals} />
      <Section heading="署名" id="signatures">
        <SignatureList text={text} signatures={released.published_signatures} />
      </Section>
      <Downloads frame={frame} agreement={released} />
      <Details summary="全文を読む（公開用の写し）">
        <p class="small">個人の情報などを伏せた写しです。伏せたところは「■■■」と表示しています。</p>
        <TextSheet text={text} />
      </Details>
    </AgreementPage>
  )
}

/** The page of one agreement: the whole agreement for its parties and staff, the released copy for everyone. */
export const showPage = definePage({
  who: 'anyone',
  published: async (c) => (await findPublished(c.db, c.city.id, c.params.ref)) ?? null,
  load: async (c): Promise<Shown | undefined> => {
    const agreement = await findAddressed(c)
    if (!agreement)
      return c.published ? { own: null, charter: await getCharter(c.db, c.published.charter_id) } : undefined
    const subject = { kind: 'agreement', id: agreement.id }
    const entries = await entriesOf(c.db, [subject])
    const files = await filesOf(c.db, subject, 'signature')
    const proposals = await listProposalOf(c.db, agreement)
    return { own: { agreement, entries, files, proposals, waiting: await waitingActs(c, [agreement]) } }
  },
  guest: async ({ db, city, published }): Promise<Shown> => {
    if (!published) throw new NotFound()
    return { own: null, charter: await getPublishedCharter(db, city.id, published.charter_id) }
  },
  view: ShowAgreementPage,
})
