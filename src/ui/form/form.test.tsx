import type { Child } from 'hono/jsx'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { FormState } from '../../platform/web/form.ts'
import { LanguageContext } from '../words.ts'
import { CheckboxField, CheckboxGroup, RadioField } from './choice-field.tsx'
import { exampleForm } from './example-form.ts'
import { RepeatedRows } from './fieldset.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { PartyField } from './party-field.tsx'
import { SelectField } from './select-field.tsx'
import { TextAreaField } from './text-area-field.tsx'
import { PasswordField, TextField } from './text-field.tsx'

const empty: FormState = { action: '/send', csrf: 'c', key: 'k', values: {}, errors: {} }

async function drawn(child: Child): Promise<string> {
  return String(await child?.toString())
}

describe('a form that came back', () => {
  const form: FormState = {
    ...empty,
    values: { title: 'あ<b>', form: 'b', wards: ['x', 'z'] },
    errors: {
      '': '締切りを過ぎています。',
      title: '題名を40字までにしてください。',
      form: '形を選んでください。',
      'targets.1.value': '値を入力してください。',
    },
  }
  const page = () => (
    <Form form={form}>
      <TextField form={form} name="title" label="題名" hint="短く" required />
      <RadioField
        form={form}
        name="form"
        label="形"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
      <CheckboxGroup
        form={form}
        name="wards"
        label="地域"
        options={['x', 'y', 'z'].map((value) => ({ value, label: value }))}
      />
      <RepeatedRows
        form={form}
        name="targets"
        label="目標"
        least={2}
        row={(row) => <TextField form={form} name={`${row}.value`} label="値" />}
      />
    </Form>
  )

  it('links each sentence to a field that is there', async () => {
    const html = await drawn(page())
    for (const id of ['title', 'form', 'targets-1-value']) {
      expect(html).toContain(`href="#${id}"`)
      expect(html.match(new RegExp(` id="${id}"`, 'g'))).toHaveLength(1)
    }
  })

  it('says what belongs to no field, without a link', async () => {
    const html = await drawn(page())
    expect(html).toContain('<p>締切りを過ぎています。</p>')
    expect(html).not.toContain('href="#"')
  })

  it('keeps what was typed and chosen', async () => {
    const html = await drawn(page())
    expect(html).toContain('value="あ&lt;b&gt;"')
    expect(html).toMatch(/value="b" checked/)
    expect(html.match(/value="[xz]" checked/g)).toHaveLength(2)
  })

  it('reads hint and sentence with the field', async () => {
    expect(await drawn(page())).toContain('aria-describedby="title-hint title-error" aria-invalid="true"')
  })

  it('takes the keyboard to the summary', async () => {
    expect(await drawn(page())).toMatch(/role="alert" tabindex="-1" autofocus/)
    expect(await drawn(<Form form={empty}>…</Form>)).not.toContain('role="alert"')
  })
})

describe('a form', () => {
  it('carries what makes sending it safe, and the revision only where there is one', async () => {
    const html = await drawn(<Form form={empty}>…</Form>)
    expect(html).toContain('name="_csrf" value="c"')
    expect(html).toContain('name="_key" value="k"')
    expect(html).not.toContain('_revision')
    expect(await drawn(<Form form={{ ...empty, revision: '3' }}>…</Form>)).toContain('name="_revision" value="3"')
  })

  it('saves on Enter before any button that removes a row', async () => {
    const html = await drawn(
      <Form form={empty} enter="save">
        <RepeatedRows form={exampleForm} name="targets" label="目標" row={() => ''} />
      </Form>,
    )
    expect(html.indexOf('value="save"')).toBeGreaterThan(0)
    expect(html.indexOf('value="save"')).toBeLessThan(html.indexOf('value="remove:'))
  })

  it('says in words what is required, in the reader’s language', async () => {
    const field = <TextField form={empty} name="title" label="Title" required />
    expect(await drawn(field)).toContain('必須')
    expect(await drawn(<LanguageContext.Provider value="en">{field}</LanguageContext.Provider>)).toContain('Required')
    expect(await drawn(<TextField form={empty} name="title" label="Title" />)).toContain('任意')
  })
})

describe('a field', () => {
  it('never gives a password back', async () => {
    const form = { ...empty, values: { password: 'secret' } }
    expect(
      await drawn(<PasswordField form={form} name="password" label="パスワード" purpose="current" />),
    ).not.toContain('secret')
  })

  it('keeps the first line break of a text', async () => {
    const form = { ...empty, values: { note: '\n二行目から' } }
    const html = await drawn(<TextAreaField form={form} name="note" label="メモ" />)
    const area = find(parseFragment(html), 'textarea')
    expect(area?.childNodes.map((node) => ('value' in node ? node.value : '')).join('')).toBe('\n二行目から')
  })

  it('lists files that were accepted before, to be kept or dropped', async () => {
    const html = await drawn(<FileField form={exampleForm} name="plan" label="計画図" />)
    expect(html).toMatch(/name="_files" value="f1" checked/)
    expect(html).toContain('花壇の計画図.pdf')
  })

  it('chooses nothing for the person until they choose', async () => {
    const options = [{ value: 'a', label: 'A' }]
    expect(await drawn(<SelectField form={empty} name="x" label="X" options={options} />)).toContain(
      '<option value="">選んでください',
    )
    expect(await drawn(<RadioField form={empty} name="x" label="X" options={options} />)).not.toContain('checked')
    expect(await drawn(<CheckboxField form={empty} name="x" label="X" />)).not.toContain('checked')
  })

  it('asks for whom only when there is a choice', async () => {
    const one = [{ value: 'p1', label: 'みどりの会' }]
    expect(await drawn(<PartyField form={empty} name="acting_for" parties={one} />)).toContain(
      'type="hidden" name="acting_for" value="p1"',
    )
    const two = [...one, { value: 'p2', label: '東町自治会' }]
    expect(
      (await drawn(<PartyField form={empty} name="acting_for" parties={two} />)).match(/type="radio"/g),
    ).toHaveLength(2)
  })
})

describe('repeated rows', () => {
  const rows = (props: { least?: number; most?: number }) => (
    <RepeatedRows
      form={exampleForm}
      name="targets"
      label="目標"
      {...props}
      row={(row, number) => `${row}＝${number}`}
    />
  )

  it('draw as many as were typed, and number them for people from one', async () => {
    const html = await drawn(rows({}))
    expect(html).toContain('targets.0＝1')
    expect(html).toContain('targets.1＝2')
    expect(html).not.toContain('targets.2＝3')
  })

  it('offer no removal below the least and no addition at the most', async () => {
    expect(await drawn(rows({ least: 2 }))).not.toContain('remove:')
    expect(await drawn(rows({ most: 2 }))).not.toContain('add:')
    expect(await drawn(rows({}))).toContain('value="remove:targets.1"')
  })
})

type Element = DefaultTreeAdapterMap['element']

function find(node: DefaultTreeAdapterMap['parentNode'], name: string): Element | undefined {
  for (const one of node.childNodes) {
    if (!('tagName' in one)) continue
    const found = one.tagName === name ? one : find(one, name)
    if (found) return found
  }
}
