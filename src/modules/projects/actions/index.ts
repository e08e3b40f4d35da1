import { addMilestone } from './add-milestone.ts'
import { enterPaperShare } from './enter-share.ts'
import { finishProject } from './finish.tsx'
import { recordStep } from './record-step.tsx'
import { releaseProject } from './release.ts'
import { reportOnProject } from './report.ts'
import { retractProject } from './retract.ts'
import { reviseProject } from './revise.ts'
import { reviseMilestone } from './revise-milestone.ts'
import { reviseReport } from './revise-report.ts'
import { setTargets } from './set-targets.ts'
import { startProject } from './start.ts'
import { stopProject } from './stop.tsx'
import { withholdReport } from './withhold-report.ts'

export { enterProject, entryGround, ground } from './enter.tsx'
export {
  addMilestone,
  enterPaperShare,
  finishProject,
  recordStep,
  releaseProject,
  reportOnProject,
  retractProject,
  reviseMilestone,
  reviseProject,
  reviseReport,
  setTargets,
  startProject,
  stopProject,
}

/** In the order of the buttons; 「new」 comes before addresses with a key. */
export const actions = [
  startProject,
  reportOnProject,
  finishProject,
  releaseProject,
  reviseProject,
  enterPaperShare,
  setTargets,
  addMilestone,
  reviseMilestone,
  reviseReport,
  withholdReport,
  recordStep,
  stopProject,
  retractProject,
] as const
