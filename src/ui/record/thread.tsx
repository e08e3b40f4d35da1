import { SideKey } from '../chart/scale-pair.tsx'
import type { Example } from '../example.ts'
import { FileList, type ListedFile } from '../list/file-list.tsx'

/** A message; `side` is its party's place among the parties, which gives its mark. */
export interface Message {
  id?: string
  side: number
  party: string
  person?: string
  at: string
  when: string
  text: string
  files?: ListedFile[]
  /** For a message by telephone or on paper, with the person who wrote it down. */
  channel?: string
}

/** Talks between parties, oldest first, with paragraphs as typed. */
export function Thread({ messages }: { messages: Message[] }) {
  return (
    <ol class="bare thread">
      {messages.map(({ id, side, party, person, at, when, text, files, channel }) => (
        <li class={`message message-${side % 4}`} id={id}>
          <p class="wrap message-from">
            <SideKey index={side} />
            <strong>{party}</strong>
            {person && <span>{person}</span>}
            <time class="quiet" datetime={at}>
              {when}
            </time>
          </p>
          <Paragraphs text={text} />
          {files && files.length > 0 && <FileList files={files} />}
          {channel && <p class="quiet">{channel}</p>}
        </li>
      ))}
    </ol>
  )
}

/** A typed text: an empty line begins a paragraph, a line end stays one. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter((part) => part.trim())
        .map((part) => (
          <p class="as-typed">{part}</p>
        ))}
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'Thread 話し合い',
    render: () => (
      <Thread
        messages={[
          {
            side: 0,
            party: 'みどりの会',
            person: '佐藤',
            at: '2026-05-08',
            when: '令和8年5月8日(金) 10:12',
            text: '水やりは夏の間だけ週に三度にしたいと考えています。\n道具は共有できますか。',
          },
          {
            side: 1,
            party: '公園課',
            person: '田中',
            at: '2026-05-11',
            when: '令和8年5月11日(月) 9:30',
            text: '道具は倉庫のものを使えます。\n\n鍵の受渡しを役割の表に入れましょう。',
            files: [{ href: '/ui', name: '倉庫の場所', kind: 'PDF', bytes: 120_000 }],
            channel: '電話で受け、協働推進課が入力',
          },
        ]}
      />
    ),
  },
  {
    name: 'Paragraphs 打ったとおりの文章',
    render: () => <Paragraphs text={'はじめの段落です。\n改行はそのままです。\n\n次の段落です。'} />,
  },
]
