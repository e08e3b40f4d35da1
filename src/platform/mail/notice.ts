export type Notice = {
  to: string
  says: readonly string[]
  todo?: { what: string; until?: string; url: string }
  see?: string
  from: { city: string; section: string; phone?: string; email?: string }
}

/** Writes the plain text of a mail: `noticeBody({ to: 'みどりの会 髙﨑 様', says: ['提案を受け付けました。'], see: url, from })`. */
export function noticeBody({ to, says, todo, see, from }: Notice): string {
  const parts = [
    [to],
    says,
    todo ? ['▼お願いしたいこと', ...(todo.until ? [`期限　${todo.until}`] : []), todo.what, todo.url] : [],
    see ? ['▼くわしくはこちら', see] : [],
    [rule, `${from.city} ${from.section}`, ...contact(from), '※このメールは自動でお送りしています。'],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const rule = '─'.repeat(20)

function contact({ phone, email }: Notice['from']): string[] {
  return [...(phone ? [`電話　${phone}`] : []), ...(email ? [`メール　${email}`] : [])]
}
