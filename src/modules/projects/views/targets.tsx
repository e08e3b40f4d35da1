import { plainDateLabel } from '../../../platform/time/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { DateField, Fieldset, Form, RepeatedRows, SubmitRow, TextAreaField, TextField } from '../../../ui/index.ts'
import { DirectionField } from '../../agreements/index.ts'
import { limits } from '../forms.ts'
import type { Inside } from '../queries.ts'
import { targetsAreSet } from '../rules.ts'
import { aimWords } from './aims.ts'
import { ActingField, back, type Props, VerbPage } from './verbs.tsx'

export function TargetsPage(props: Props) {
  const { frame, form, data } = props
  const { project } = data
  return (
    <VerbPage {...props} title="目標と結果">
      <Form form={form} enter="send">
        <ActingField frame={frame} form={form} project={project} />
        {targetsAreSet(project) ? <Results form={form} project={project} /> : <NewTargets form={form} />}
        <SubmitRow primary="保存する" act="send" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}

function NewTargets({ form }: { form: FormState }) {
  return (
    <>
      <p>
        何を、いつまでに、どのくらい。あとで結果と見くらべられるように、数で書ける目標をおすすめします。事業を始めたあとは、目標は変えられません。
      </p>
      <RepeatedRows
        form={form}
        name="targets"
        label="目標"
        most={30}
        add="目標を加える"
        row={(row) => (
          <>
            <TextField
              form={form}
              name={`${row}.indicator`}
              label="何で測るか"
              required
              maxlength={limits.target}
              hint="例　買い物に同行した回数"
            />
            <TextField form={form} name={`${row}.value`} label="目指す値" required maxlength={limits.target} />
            <TextField form={form} name={`${row}.unit`} label="単位" maxlength={limits.unit} hint="例　回、人、か所" />
            <DirectionField form={form} name={`${row}.direction`} />
            <DateField form={form} name={`${row}.by_on`} label="いつまでに" />
          </>
        )}
      />
    </>
  )
}

function Results({ form, project }: { form: FormState; project: Inside }) {
  return (
    <>
      <p>目標は、始める前に確かめ合ったものです。結果が分かったところから書いてください。</p>
      {project.targets.map((target, index) => {
        const row = `targets.${index}`
        return (
          <Fieldset
            legend={target.indicator}
            hint={`目標：${target.by_on ? `${plainDateLabel(target.by_on)}までに` : ''}${aimWords(target)}`}
          >
            <input type="hidden" name={`${row}.indicator`} value={target.indicator} />
            <input type="hidden" name={`${row}.value`} value={target.value} />
            <input type="hidden" name={`${row}.direction`} value={target.direction} />
            <TextField
              form={form}
              name={`${row}.result`}
              label={`結果${target.unit && `（${target.unit}）`}`}
              maxlength={40}
            />
            <TextAreaField
              form={form}
              name={`${row}.result_note`}
              label="結果についてのひとこと"
              rows={2}
              maxlength={limits.words}
            />
          </Fieldset>
        )
      })}
    </>
  )
}

export function MilestonePage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title={frame.params.milestone ? '予定を直す' : '予定を加える'}>
      <Form form={form}>
        <ActingField frame={frame} form={form} project={data.project} />
        <TextField form={form} name="title" label="何をするか" required maxlength={100} />
        <DateField form={form} name="due_on" label="いつまでに" required />
        <DateField form={form} name="done_on" label="行った日" hint="済んだときに書きます。" />
        <SubmitRow primary="保存する" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}
