import { Details, Notice, Paragraphs, Section } from '../../../ui/index.ts'
import type { Version } from '../text/text.ts'
import { TextChanges } from './changes.tsx'
import { DigestNote, TextSheet } from './sheet.tsx'
import { type Given, SignatureList } from './signatures.tsx'

export interface Signed extends Version {
  signatures: readonly Given[]
  note: string
}

/** Shows the signatures under a version, with the text in a disclosure. */
export function SignedText(props: {
  version: Signed
  summary: string
  open?: boolean
  taken?: (party_id: string) => string | undefined
}) {
  const { version, summary, open, taken } = props
  return (
    <>
      <SignatureList text={version.text} signatures={version.signatures} taken={taken} />
      <Details summary={summary} open={open}>
        <TextSheet text={version.text} />
        <DigestNote version={version} />
      </Details>
    </>
  )
}

/** Shows one version, the reason for it, and its changes from the version before. */
export function VersionSheet({ version, before }: { version: Signed; before: Version | undefined }) {
  const name = ({ version: number }: Version) => `第${number}版`
  return (
    <>
      {version.note && (
        <Notice kind="info" heading="変更の理由">
          <Paragraphs text={version.note} />
        </Notice>
      )}
      {before && (
        <TextChanges
          heading={`${name(before)}から変わったところ`}
          before={{ name: name(before), text: before.text }}
          after={{ name: name(version), text: version.text }}
          same="文面の内容は変わっていません。"
        />
      )}
      <Section heading="署名" id="signatures">
        <SignatureList text={version.text} signatures={version.signatures} />
        <DigestNote version={version} />
      </Section>
      <Details summary="この版の文面の全体を読む" open={!before}>
        <TextSheet text={version.text} />
      </Details>
    </>
  )
}
