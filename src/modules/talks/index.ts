import type { Module } from '../../platform/module.ts'

export { MessageFields } from './parts/message.tsx'
export { Talks, TalksThread } from './parts/thread.tsx'
export { findSubjectOfMessage, listMessages, listTalks, type Message } from './queries.ts'
export { MESSAGE_LIMIT, MessageForm, wrongMeeting } from './talk.ts'
export { putMessage } from './writes.ts'

/** Talks: threads of messages and notes of meetings. A noun's own page says who writes and who reads. */
export const talks: Module = { name: 'talks' }
