import { type AttachedFile, urls as fileUrls } from '../../../platform/files/index.ts'
import type { Entry } from '../../../platform/record/index.ts'
import type { WaitingAct } from '../../../platform/web/action/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { FileList, Section } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { DraftSheet, SignedText, WhatSigningIs } from '../../texts/index.ts'
import { Downloads, Facts, Outcome } from '../parts/facts.tsx'
import { AgreementPage, StateBadge } from '../parts/page.tsx'
import { type Agreement, type FromProposal, refOf, type SignedVersion } from '../tables.ts'
import { urls } from '../urls.ts'
import { History, projectsOf, takenIn } from './history.tsx'
import { Next } from './next.tsx'

/** An agreement as its parties and staff see it, before and after its release. */
export interface Own {
  agreement: Agreement
  entries: Entry[]
  files: AttachedFile[]
  proposals: FromProposal[]
  waiting: WaitingAct[]
}

export function OwnPage({ frame, own }: { frame: Frame; own: Own }) {
  const { agreement, entries, files, proposals, waiting } = own
  const { charter, current, offered } = agreement
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={agreement}
      title={agreement.title}
      lead={<StateBadge agreement={agreement} now={frame.now} />}
    >
      <Outcome agreement={agreement} />
      <Next frame={frame} agreement={agreement} entries={entries} waiting={waiting} />
      <DraftSection agreement={agreement} />
      {offered && <OfferedSection frame={frame} own={own} offered={offered} />}
      {current && (
        <>
          <Facts
            frame={frame}
            text={current.text}
            party={word(charter, 'party')}
            proposals={proposals}
            made={projectsOf(entries)}
          />
          <CurrentSection frame={frame} own={own} current={current} />
        </>
      )}
      {files.length > 0 && <Scans frame={frame} files={files} />}
      {current && <Downloads frame={frame} agreement={agreement} />}
      {(current ?? offered) && (
        <Section heading="この署名について" id="what">
          <WhatSigningIs />
        </Section>
      )}
      <Section heading="これまでのこと" id="history">
        <History frame={frame} agreement={agreement} entries={entries} />
      </Section>
    </AgreementPage>
  )
}

function DraftSection({ agreement }: { agreement: Agreement }) {
  const { draft, charter, current, draft_parties } = agreement
  if (!draft) return null
  return (
    <Section
      heading={current ? '書いている変更の案' : '書いている案'}
      id="draft"
      lead="まだ決まっていない文面です。署名を求めるまで、直すことができます。"
    >
      <DraftSheet
        draft={draft}
        clauses={charter.agreement.clauses}
        parties={draft_parties}
        party={word(charter, 'party')}
      />
    </Section>
  )
}

function OfferedSection({ frame, own, offered }: { frame: Frame; own: Own; offered: SignedVersion }) {
  const { agreement } = own
  const at = { city: frame.city.slug, ref: refOf(agreement) }
  return (
    <Section heading={agreement.current ? '署名を待っている変更の文面' : '署名を待っている文面'} id="offered">
      <SignedText
        version={offered}
        summary="署名を待っている文面の全体を読む"
        open={!agreement.current}
        taken={takenIn(own.entries, offered.version)}
      />
      <p>
        <a href={urls.pdf(at, { version: String(offered.version) })} download>
          署名用の用紙を印刷する（PDF）
        </a>
      </p>
    </Section>
  )
}

function CurrentSection({ frame, own, current }: { frame: Frame; own: Own; current: SignedVersion }) {
  const at = { city: frame.city.slug, ref: refOf(own.agreement) }
  return (
    <Section heading="効力のある文面と署名" id="current" more={{ href: urls.versions(at), label: 'これまでの文面' }}>
      <SignedText
        version={current}
        summary={`文面の全体を読む（第${current.version}版）`}
        taken={takenIn(own.entries, current.version)}
      />
    </Section>
  )
}

function Scans({ frame, files }: { frame: Frame; files: readonly AttachedFile[] }) {
  return (
    <Section heading="署名した用紙の写し" id="scans">
      <FileList
        files={files.map(({ id, name, bytes }) => ({
          href: fileUrls.file({ city: frame.city.slug, id, name }),
          name,
          bytes: Number(bytes),
        }))}
      />
    </Section>
  )
}
