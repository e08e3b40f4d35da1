/** A moment of a project or of its source as the record has it. */
export interface RecordedMoment {
  /** The key of the moment: `project.started`, `project.milestone-reached <id>`. */
  key: string
  on: string
  sentence: string
  /** Whether the timeline shows this sentence. */
  inTimeline: boolean
}
