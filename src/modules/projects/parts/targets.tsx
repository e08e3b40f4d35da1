import { plainDateLabel } from '../../../platform/time/index.ts'
import { Badge, Meter, Section, Whole } from '../../../ui/index.ts'
import { reachOf, resultLabel, targetLabel } from '../project/target.ts'
import type { Target } from '../tables.ts'
import type { ProjectShown } from './shown.ts'

export function Targets({ project }: ProjectShown) {
  if (project.targets.length === 0) return null
  return (
    <Section heading="目標と、どこまで届いたか" id="targets">
      {project.targets.map((target) => (
        <TargetLine target={target} />
      ))}
    </Section>
  )
}

function TargetLine({ target }: { target: Target }) {
  const { indicator, unit, by_on, result, result_note } = target
  const how = reachOf(target)
  const label = `${indicator}：${by_on ? `${plainDateLabel(by_on)}までに` : ''}${targetLabel(target)}`
  const got = result ? resultLabel(result, unit) : ''
  return (
    <div>
      {how?.share ? (
        <Meter
          label={label}
          value={how.share.result}
          max={how.share.value}
          words={`${got}（${how.share.percent}％${how.reached ? '・届きました' : ''}）`}
        />
      ) : (
        <p>
          <Whole>{`${label}${got ? ` → 結果 ${got}` : '（結果はこれから）'}`}</Whole>{' '}
          {how && (
            <Badge tone={how.reached ? 'done' : 'stopped'}>{how.reached ? '届きました' : '届きませんでした'}</Badge>
          )}
        </p>
      )}
      {result_note && <p class="small as-typed">{result_note}</p>}
    </div>
  )
}
