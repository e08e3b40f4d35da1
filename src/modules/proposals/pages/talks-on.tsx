import type { Frame } from '../../../platform/web/index.ts'
import { VerbButtons } from '../../../site/index.ts'
import { ButtonRow } from '../../../ui/index.ts'
import { type Message, Talks } from '../../talks/index.ts'
import { writeMessage } from '../actions/index.ts'
import { type Proposal, sides } from '../tables.ts'

export function TalksOn({ frame, proposal, messages }: { frame: Frame; proposal: Proposal; messages: Message[] }) {
  return (
    <Talks
      frame={frame}
      messages={messages}
      sides={sides}
      lead="ここに書いたことは、提案した団体と市の担当者の両方が読みます。ほかの人には見えません。"
    >
      {writeMessage.may(frame.actor, proposal, frame.now) && (
        <ButtonRow>
          <VerbButtons frame={frame} thing={proposal} verbs={[writeMessage]} />
        </ButtonRow>
      )}
    </Talks>
  )
}
