/** A moment of a project or of its source as the record has it. */
export interface RecordedMoment {
  /** The key of the moment: `project.started`, `project.milestone-reached <id>`. */
  key: string
  on: string
  sentence: string
}

/** Events that only the record knows; the page has its own words and links for the others. */
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

export const isOnlyRecorded = ({ key }: RecordedMoment): boolean => steps.has(key)
