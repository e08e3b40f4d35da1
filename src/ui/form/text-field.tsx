import type { Example } from '../example.ts'
import { exampleForm, exampleFormWithErrors } from './example-form.ts'
import { control, Field, type FieldProps } from './field.tsx'

type Width = 'short' | 'medium' | 'full'

interface TextProps extends FieldProps {
  maxlength?: number
  width?: Width
  autocomplete?: string
  inputmode?: 'text' | 'tel' | 'numeric' | 'email' | 'url' | 'search'
  /** After the box: 円, 人, 回. */
  unit?: string
  spellcheck?: boolean
  list?: string
}

/** A text of one line. */
export function TextField(props: TextProps) {
  const { maxlength, width = 'full', autocomplete, inputmode, unit, list } = props
  const unitId = unit && `${props.id ?? props.name.replaceAll('.', '-')}-unit`
  const input = (
    <input
      type="text"
      class={`input input-${width}`}
      maxlength={maxlength}
      autocomplete={autocomplete}
      inputmode={inputmode}
      list={list}
      {...control(props, unitId)}
    />
  )
  return (
    <Field {...props}>
      {unit ? (
        <div class="wrap">
          {input}
          <span class="unit" id={unitId}>
            {unit}
          </span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

/** A telephone number in any spelling. */
export function TelField(props: FieldProps) {
  return <TextField width="medium" inputmode="tel" autocomplete="tel" {...props} />
}

/** A mail address. */
export function EmailField(props: FieldProps & { autocomplete?: string }) {
  return (
    <Field {...props}>
      <input
        type="email"
        class="input input-full"
        autocomplete={props.autocomplete ?? 'email'}
        maxlength={254}
        {...control(props)}
      />
    </Field>
  )
}

/** A password; `current` for signing in, `new` for a choice. The server never fills it in. */
export function PasswordField({ purpose, ...props }: FieldProps & { purpose: 'current' | 'new' }) {
  return (
    <Field {...props}>
      <input
        type="password"
        class="input input-medium"
        autocomplete={`${purpose}-password`}
        {...control(props)}
        value=""
      />
    </Field>
  )
}

export const examples: Example[] = [
  {
    name: 'TextField 一行',
    render: () => (
      <TextField
        form={exampleForm}
        id="ex-title"
        name="title"
        label="題名"
        required
        hint="40字までで、何をするかが分かる題名にしてください。"
        maxlength={40}
      />
    ),
  },
  {
    name: 'TextField 直すとき',
    render: () => <TextField form={exampleFormWithErrors} id="ex-title-wrong" name="title" label="題名" required />,
  },
  {
    name: 'EmailField メールアドレス',
    render: () => (
      <EmailField
        form={exampleForm}
        id="ex-email"
        name="email"
        label="メールアドレス"
        hint="結果のお知らせに使います。"
      />
    ),
  },
  { name: 'TelField 電話番号', render: () => <TelField form={exampleForm} id="ex-tel" name="tel" label="電話番号" /> },
  {
    name: 'PasswordField パスワード',
    render: () => (
      <PasswordField
        form={exampleForm}
        id="ex-pw"
        name="password"
        label="パスワード"
        purpose="current"
        required
        unmarked
      />
    ),
  },
]
