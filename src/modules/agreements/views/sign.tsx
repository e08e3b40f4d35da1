import type { Views } from '../../../platform/web/index.ts'
import {
  CheckboxField,
  DateField,
  EmptyState,
  FileField,
  Form,
  Notice,
  Paragraphs,
  PartyField,
  Section,
  SelectField,
  SubmitRow,
  TextField,
} from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { shortDigest, signableParties, unsigned } from '../rules.ts'
import { type Dossier, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { AgreementPage } from './frame.tsx'
import { FromCurrent } from './offer.tsx'
import { AgreementSheet, DigestNote, WhatSigningIs } from './text.tsx'

interface Signing {
  d: Dossier
  charter: Charter
}

/** The exact text, and below it the signature that is bound to it. */
export function SignaturePage({ frame, form, data }: Views<undefined, Signing>) {
  const { d, charter } = data
  const offered = d.offered!
  const parties = signableParties(frame.actor, d).map(({ party_id, name }) => ({ value: party_id, label: name }))
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={d}
      title="文面を読んで署名する"
      lead="下の文面のすべてをお読みになってから、ページの終わりで署名してください。"
      invalid={Object.keys(form.errors).length > 0}
    >
      {d.current && (
        <>
          <Notice kind="info" heading="変更の文面です">
            <p>変更の理由</p>
            <Paragraphs text={offered.note} />
          </Notice>
          <FromCurrent current={d.current} text={offered.text} />
        </>
      )}
      <AgreementSheet text={offered.text} />
      <DigestNote version={offered} />
      <Section heading="この署名について" id="what">
        <WhatSigningIs />
      </Section>
      <Section heading="署名する" id="sign">
        <Form form={{ ...form, values: { ...form.values, digest: offered.digest } }}>
          <input type="hidden" name="digest" value={offered.digest} />
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
          <SubmitRow
            primary="署名する"
            cancel={{ href: urls.show({ city: frame.city.slug, ref: refOf(d) }), label: '署名せずに戻る' }}
          />
        </Form>
      </Section>
    </AgreementPage>
  )
}

interface OnPaper extends Signing {
  signatories: { party_id: string; person_id: string; name: string }[]
}

/** Staff record what was signed on paper: who, when, which text, and the scan. */
export function PaperSignaturePage({ frame, form, data }: Views<undefined, OnPaper>) {
  const { d, charter, signatories } = data
  const missing = unsigned(d.offered!)
  const options = missing.flatMap((party) =>
    signatories
      .filter(({ party_id }) => party_id === party.party_id)
      .map((one) => ({ value: `${party.party_id}:${one.person_id}`, label: `${party.name}　${one.name}` })),
  )
  const without = missing.filter(({ party_id }) => !signatories.some((one) => one.party_id === party_id))
  const letters = missing.filter(({ is_city }) => !is_city)
  const here = { city: frame.city.slug, ref: refOf(d) }
  const back = urls.show(here)
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={d}
      title="用紙の署名を記録する"
      lead="印刷した文面に署名・押印していただいた用紙の写しを添えて、署名を記録します。"
      invalid={Object.keys(form.errors).length > 0}
    >
      {without.length > 0 && (
        <Notice kind="warning" heading="署名者が登録されていない当事者があります">
          {`${without.map(({ name }) => name).join('、')}。団体のページの「構成員と役割」で、署名者を登録してください。`}
        </Notice>
      )}
      <Section heading="用紙をお渡しする" id="sheets">
        <p>
          <a href={urls.pdf(here, { version: String(d.offered!.version) })} download>
            署名の欄がある用紙を印刷する（PDF）
          </a>
        </p>
        {letters.length > 0 && (
          <>
            <p>添える送り状（PDF）</p>
            <ul>
              {letters.map(({ party_id, name }) => (
                <li>
                  <a href={urls.letter(here, { party: party_id })} download>
                    {name}あての送り状
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {options.length === 0 ? (
        <EmptyState>いま記録できる署名はありません。</EmptyState>
      ) : (
        <Form form={form} multipart>
          <SelectField form={form} name="signer" label="署名した当事者と方" required options={options} />
          <DateField form={form} name="signed_on" label="用紙に署名した日" required />
          <TextField
            form={form}
            name="code"
            label="用紙の照合番号（はじめの8文字）"
            required
            width="short"
            maxlength={80}
            hint="用紙の署名欄に印刷されています。古い文面の用紙でないことを、この番号で確かめます。"
          />
          <FileField
            form={form}
            name="scan"
            label="署名した用紙の写し"
            required
            multiple
            accept=".pdf,.jpg,.jpeg,.png"
            hint="PDF・JPEG・PNG。外部の電子契約サービスで締結したときは、締結の証明書を添えてください。"
          />
          <SubmitRow primary="署名を記録する" cancel={{ href: back, label: '記録せずに戻る' }} />
        </Form>
      )}
    </AgreementPage>
  )
}
