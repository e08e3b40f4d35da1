export { headerSafe, isMailAddress, parseMailbox } from './address.ts'
export { type Notice, noticeBody } from './notice.ts'
export { MailFailed, mailTransport } from './transport.ts'
