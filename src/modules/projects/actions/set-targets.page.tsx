import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { DateField, Fieldset, Form, RepeatedRows, SubmitRow, TextAreaField, TextField } from '../../../ui/index.ts'
import { DirectionField } from '../../texts/index.ts'
import { ActingField } from '../parts/acting.tsx'
import { AsSigned } from '../parts/as-signed.tsx'
import { areAgreed } from '../project/agreed.ts'
import { limits } from '../project/limits.ts'
import { targetsAreSet } from '../project/needs.ts'
import type { Inside } from '../project/project.ts'
import { targetLabel } from '../project/target.ts'
import type { Signed } from '../tables.ts'

export function TargetsPage(props: VerbPage<Inside, Signed | undefined>) {
  const { frame, form, thing, extra: signed, verb, back } = props
  const agreed = signed && areAgreed(thing.targets, signed) ? signed : undefined
  return (
    <Form form={form} enter="send">
      <ActingField {...props} />
      {agreed && <AsSigned frame={frame} signed={agreed} />}
      {agreed || targetsAreSet(thing) ? <Results form={form} project={thing} /> : <NewTargets form={form} />}
      <SubmitRow
        primary={verb.confirm(thing, frame.actor)}
        act="send"
        cancel={{ href: back, label: '何もせずに戻る' }}
      />
    </Form>
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
      <p>目標は、皆さんで確かめ合ったものです。結果が分かったところから書いてください。</p>
      {project.targets.map((target, index) => {
        const row = `targets.${index}`
        return (
          <Fieldset
            legend={target.indicator}
            hint={`目標：${target.by_on ? `${plainDateLabel(target.by_on)}までに` : ''}${targetLabel(target)}`}
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
