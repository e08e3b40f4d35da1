export { headerSafe, isMailAddress, parseMailbox } from './address.ts'
export { noticeBody } from './notice.ts'
export { MailFailed, mailTransport } from './transport.ts'
