export { makeCall } from './make-call.tsx'
export { reviseCall } from './revise-call.tsx'
