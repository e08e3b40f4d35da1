import { type Notice, noticeBody } from '../../../platform/mail/index.ts'
import { plainDateLabel } from '../../../platform/time/index.ts'

interface Letter {
  title: string
  number: string
  /** Where to go; the mail's sender makes it a whole address. */
  page: string
  from: Notice['from']
}

type Mail = { subject: string; body: string }

/** To a signatory: a text waits for their signature. */
export function offerMail({ title, number, page, from }: Letter, party: string, amends: boolean): Mail {
  const says = [
    `「${title}」（${number}）の${amends ? '変更の' : ''}文面が決まりました。`,
    'すべての当事者が同じ文面に署名したときに、効力をもちます。',
  ]
  const todo = { what: '文面のすべてをお読みになり、署名をお願いします。', url: page }
  return { subject: `【署名のお願い】${title}`, body: noticeBody({ to: `${party}　署名者の方へ`, says, todo, from }) }
}

/** To those who had been asked: the text is being written on. */
export function recallMail({ title, number, page, from }: Letter, reason: string): Mail {
  const says = [
    `「${title}」（${number}）の文面を、直すために案に戻しました。`,
    'これまでの署名は数えなくなります。直した文面で、あらためて署名をお願いします。',
    `理由　${reason}`,
  ]
  return {
    subject: `【お知らせ】${title}の文面を案に戻しました`,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  }
}

/** To every party: all have signed. */
export function completeMail({ title, number, page, from }: Letter): Mail {
  const says = [
    `「${title}」（${number}）に、すべての当事者の署名がそろい、効力をもちました。`,
    '文面と署名は、次のページで読み、PDFで受け取れます。',
  ]
  return {
    subject: `【お知らせ】${title}に全員の署名がそろいました`,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  }
}

/** To every party: it was given up, and why. */
export function terminationMail({ title, number, page, from }: Letter, reason: string, ended_on: string | null): Mail {
  const says = [
    `「${title}」（${number}）は、${ended_on ? `${plainDateLabel(ended_on)}をもって` : ''}取りやめとなりました。`,
    `理由　${reason}`,
  ]
  return {
    subject: `【お知らせ】${title}を取りやめました`,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  }
}
