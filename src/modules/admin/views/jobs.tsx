import { dateTimeLabel } from '../../../platform/time/index.ts'
import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Button, Details, EmptyState, Form, Section } from '../../../ui/index.ts'
import type { listStopped } from '../queries.ts'
import { urls } from '../urls.ts'
import { jobWords, reasonWords } from '../words.ts'

/** What runs later and stopped after many tries: what, why in plain words, and the button that tries it again. */
export function JobsPage({ frame, form, data }: Views<undefined, Awaited<ReturnType<typeof listStopped>>>) {
  return (
    <CityPage
      frame={frame}
      title="止まっている作業"
      breadcrumbs={[{ href: urls.home({ city: frame.city.slug }), label: '管理' }]}
      lead="メールの送信など、あとで行う作業のうち、時間をおいて10回試しても終わらなかったものです。もとの手続きはすべて済んでいて、失われたものはありません。"
    >
      {data.length === 0 ? (
        <EmptyState>止まっている作業はありません。</EmptyState>
      ) : (
        <Form form={form} label="もう一度試す">
          {data.length > 1 && (
            <Button name="job" value="all">
              {`${data.length}件すべてをもう一度試す`}
            </Button>
          )}
          {data.map(({ id, job, about, failed_at, error }) => (
            <Section heading={jobWords(job) + about} level={2}>
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
                もう一度試す
              </Button>
            </Section>
          ))}
        </Form>
      )}
    </CityPage>
  )
}
