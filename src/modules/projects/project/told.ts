/** What the record says of a project and of what it came from: the day of each thing, and a sentence for the rest. */
export interface Told {
  /** Which moment of the page it tells of: `project.started`, `project.milestone-reached <id>`. */
  key: string
  on: string
  sentence: string
}

/** Steps of the way that only the record knows; the page has words and links of its own for the others. */
const steps = new Set([
  'proposal.accepted',
  'proposal.review-began',
  'proposal.declined',
  'agreement.amended',
  'agreement.terminated',
  'agreement.ended',
  'project.entered',
  'project.renewed',
  'project.agreement-joined',
  'project.stopped',
])

/** Whether the timeline says it in the record's own sentence. */
export const isStep = ({ key }: Told): boolean => steps.has(key)
