export { headerSafe, isMailAddress, type Mailbox, parseMailbox } from './address.ts'
export { type Notice, noticeBody } from './notice.ts'
export { type Mail, MailFailed, mailTransport } from './transport.ts'
