import type { Module } from '../../platform/module.ts'

export { MessageFields } from './parts/message.tsx'
export { Talks, TalksThread } from './parts/thread.tsx'
export { findSubjectOfMessage, listMessages, listTalks, type Message } from './queries.ts'
export { MESSAGE_LIMIT, MessageForm } from './talk.ts'
export { putMessage } from './writes.ts'

/**
 * Talks: what people say to each other on whatever they do together, as a thread of messages and notes of meetings with its
 * audience. A noun says on its own page who writes and who reads; here are the thread, its form and its table.
 */
export const talks: Module = { name: 'talks' }
