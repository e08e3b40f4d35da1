import { ConfirmPanel, TextAreaField } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { limits } from '../forms.ts'
import { back, of, type Props, VerbPage } from './verbs.tsx'

const parts: Record<string, string> = {
  grades: 'それぞれの評価',
  words: '理由や気づいたこと',
  'joint-talk': '話し合って確かめたこと',
  decision: 'これからのことと、その理由',
  summary: 'まとめ',
}

const published = (charter: Charter) => charter.evaluation.publication.what.map((one) => parts[one]!).join('、')

export function ConsentPage(props: Props) {
  return (
    <VerbPage {...of(props)} title="公表に同意する">
      <ConfirmPanel
        form={props.form}
        heading="この評価を公表してよいですか"
        consequences={[
          `公表されるのは、${published(props.data.charter)}です。`,
          '話し合いに出た方のお名前は載りません。',
        ]}
        confirm="公表に同意する"
        cancel={back(props)}
      />
    </VerbPage>
  )
}

export function ReleasePage(props: Props) {
  const { round, charter } = props.data
  const silent = round.seats.filter(({ consented_at, answered_at }) => consented_at === null && answered_at !== null)
  return (
    <VerbPage {...of(props)} title="評価を公表する">
      <ConfirmPanel
        form={props.form}
        heading="この評価を公表しますか"
        consequences={[
          `公表されるのは、${published(charter)}です（${word(charter, 'charter')}による）。`,
          '話し合いに出た方のお名前と、締切後に届いた回答は載りません。',
          silent.length > 0
            ? `${silent.map(({ name }) => `「${name}」`).join('')}の同意は、まだありません。`
            : '回答したすべての方が、公表に同意しています。',
        ]}
        confirm="公表する"
        cancel={back(props)}
      >
        {silent.length > 0 && (
          <TextAreaField
            form={props.form}
            name="note"
            label="同意を待たずに公表する理由"
            required
            rows={3}
            maxlength={limits.reason}
          />
        )}
      </ConfirmPanel>
    </VerbPage>
  )
}

export function RetractionPage(props: Props) {
  return (
    <VerbPage {...of(props)} title="評価の公表をやめる">
      <ConfirmPanel
        form={props.form}
        heading="この評価の公表をやめますか"
        consequences={['公表したページが、すぐになくなります。', 'もう一度公表することもできます。']}
        confirm="公表をやめる"
        cancel={back(props)}
        danger
      >
        <TextAreaField form={props.form} name="reason" label="理由" required rows={3} maxlength={limits.reason} />
      </ConfirmPanel>
    </VerbPage>
  )
}
