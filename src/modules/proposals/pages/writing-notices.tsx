import type { Frame } from '../../../platform/web/index.ts'
import { Notice } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { ReturnNotice } from '../parts/return.tsx'
import type { Writing } from '../queries/writing.ts'

export function WritingNotices({ frame, data }: { frame: Frame; data: Writing }) {
  const { proposal, charter } = data
  return (
    <>
      {proposal.state === 'returned' && <ReturnNotice proposal={proposal} />}
      {proposal.state === 'draft' && data.reception && (
        <Notice heading="いまは提出できる期間ではありません">{`${data.reception}書いた内容は下書きとして残ります。`}</Notice>
      )}
      {proposal.state === 'draft' && proposal.charter_id !== proposal.written_under && (
        <Notice heading="様式が新しくなりました">{`${word(frame.charter, 'charter')}が改められたため、新しい様式でお見せしています。前に書いた内容は、同じ質問のところにそのまま入っています。`}</Notice>
      )}
      {proposal.channel !== 'web' && (
        <Notice heading="紙で届いた提案の入力">
          {`${proposal.party_name}からの書面を、そのまま書き写してください。空欄のところは空欄のままで構いません。届いた書面の写しは${label(charter.city.contact.section)}の控えとして添付されています。`}
        </Notice>
      )}
    </>
  )
}
