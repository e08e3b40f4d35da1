import { makeCall } from './make-call.tsx'
import { reviseCall } from './revise-call.tsx'

export { makeCall }

/** The verbs of a programme and of its calls, in the order of their buttons. */
export const actions = [makeCall, reviseCall] as const
