import { dateTimeLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { Button, Details, EmptyState, Form, Section } from '../../../ui/index.ts'
import type { Stopped } from '../subject.tsx'
import { jobWords, reasonWords } from '../words.ts'

export function StoppedJobs({ form, thing: { jobs, modules }, verb, ...seen }: VerbPage<Stopped>) {
  if (jobs.length === 0) return <EmptyState>止まっている作業はありません。</EmptyState>
  const label = verb.label({ jobs, modules })
  return (
    <Form form={form} label={label}>
      {verb.before({ thing: { jobs, modules }, ...seen }).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {jobs.length > 1 && <Button name="job" value="all">{`${jobs.length}件すべてをもう一度試す`}</Button>}
      {jobs.map(({ id, job, about, failed_at, error }) => (
        <Section heading={jobWords(job, modules) + about} level={2}>
          <p>{reasonWords(error)}</p>
          <p class="quiet">{`${dateTimeLabel(failed_at)}に止まりました。`}</p>
          <Details summary="システムの運用の担当のための記録">
            <p>
              <code>{`${job}　${id}`}</code>
            </p>
            <p>
              <code>{error}</code>
            </p>
          </Details>
          <Button kind="secondary" name="job" value={id}>
            {label}
          </Button>
        </Section>
      ))}
    </Form>
  )
}
