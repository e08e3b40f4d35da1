import type { VerbPage } from '../../../platform/web/action/index.ts'
import { CheckboxField, Form, Notice, Paragraphs, PartyField, Section, SubmitRow } from '../../../ui/index.ts'
import { DigestNote, FromCurrent, shortDigest, TextSheet, WhatSigningIs } from '../../texts/index.ts'
import { signableParties } from '../agreement/agreement.ts'
import type { Agreement } from '../tables.ts'

export function SignaturePage({ frame, form, thing, verb, back }: VerbPage<Agreement>) {
  const { current, offered } = thing
  if (!offered) return null
  const signable = signableParties(frame.actor, thing)
  const parties = signable.map(({ party_id, name }) => ({ value: party_id, label: name }))
  return (
    <>
      {current && (
        <>
          <Notice kind="info" heading="変更の文面です">
            <p>変更の理由</p>
            <Paragraphs text={offered.note} />
          </Notice>
          <FromCurrent current={current} text={offered.text} />
        </>
      )}
      <TextSheet text={offered.text} />
      <DigestNote version={offered} />
      <Section heading="この署名について" id="what">
        <WhatSigningIs />
      </Section>
      <Section heading="署名する" id="sign">
        <Form form={{ ...form, values: { ...form.values, digest: offered.digest } }}>
          <input type="hidden" name="digest" value={offered.digest} />
          {new Set(signable.map(({ is_city }) => is_city)).size > 1 && (
            <p>
              同じ方が、市と団体の両方のために署名することはできません。どちらか一方を選び、もう一方の署名は、別の署名者の方にお願いしてください。
            </p>
          )}
          <PartyField form={form} name="party_id" label="どの当事者として署名しますか" parties={parties} />
          <CheckboxField
            form={form}
            name="agree"
            label={`上の文面（照合番号 ${shortDigest(offered.digest)}）のすべてを読み、この内容で取り決めることに同意します`}
            required
          />
          <p>
            署名者　<strong>{frame.actor.name}</strong>
          </p>
          <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: '署名せずに戻る' }} />
        </Form>
      </Section>
    </>
  )
}
