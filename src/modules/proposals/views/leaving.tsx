import { ConfirmPanel, TextAreaField } from '../../../ui/index.ts'
import { limits } from '../forms.ts'
import { back, type Props, VerbPage } from './verb.tsx'

export function WithdrawalPage(props: Props) {
  const { frame, form, data } = props
  const draft = data.proposal.number === null
  return (
    <VerbPage {...props} title={draft ? '下書きを取り下げる' : '提案を取り下げる'}>
      <ConfirmPanel
        form={form}
        danger
        heading={draft ? 'この下書きをやめますか' : 'この提案を取り下げますか'}
        consequences={
          draft
            ? ['この下書きは、もう提出できなくなります。', '書いた内容は残り、あとから読めます。']
            : [
                '審査の対象から外れます。',
                '書いた内容と話し合いの記録は残ります。',
                '市の担当者に、取り下げたことが伝わります。',
              ]
        }
        confirm="取り下げる"
        cancel={back(frame, data, '取り下げずに戻る')}
      >
        <TextAreaField
          form={form}
          name="reason"
          label="理由"
          rows={3}
          maxlength={limits.withdrawal}
          hint="差し支えなければお書きください。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function RefusalPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="採択を辞退する">
      <ConfirmPanel
        form={form}
        danger
        heading="採択された提案を辞退しますか"
        consequences={['この提案による協働の事業は行われません。', '市の担当者に、辞退したことが伝わります。']}
        confirm="辞退する"
        cancel={back(frame, data, '辞退せずに戻る')}
      >
        <TextAreaField form={form} name="reason" label="理由" required rows={4} maxlength={limits.withdrawal} />
      </ConfirmPanel>
    </VerbPage>
  )
}
