import type { VerbPage } from '../../../platform/web/action/index.ts'
import { valueOf } from '../../../platform/web/index.ts'
import { DateField, FileField, Form, LinkList, Section, SubmitRow } from '../../../ui/index.ts'
import { AsSigned } from '../parts/as-signed.tsx'
import { ShareFields, ShareText } from '../parts/share.tsx'
import { agreedIn } from '../project/agreed.ts'
import type { Inside } from '../project/project.ts'
import { refOf } from '../project/project.ts'
import { shareParts } from '../project/share.ts'
import type { Signed } from '../tables.ts'
import { urls } from '../urls.ts'

/** Asks first from which group the paper came. */
export function PaperSharePage(props: VerbPage<Inside, Signed | undefined>) {
  const { frame, form, thing, extra: signed, verb, back } = props
  const groups = thing.parties.filter(({ is_city, party_id }) => !is_city && party_id)
  const chosen = groups.find(({ party_id }) => party_id === valueOf(form, 'party'))
  if (!chosen) {
    const at = { city: frame.city.slug, ref: refOf(thing) }
    const links = groups.map(({ party_id, name }) => ({
      href: urls.paperShare(at, { party: party_id ?? '' }),
      label: name ?? '',
    }))
    return (
      <Section heading="どの団体からの書面ですか">
        <LinkList links={links} />
      </Section>
    )
  }
  const fixed = agreedIn(thing, signed)?.shares.get(chosen.party_id ?? '') ?? {}
  const open = shareParts.filter((part) => !(part in fixed))
  return (
    <>
      {signed && open.length < shareParts.length && <AsSigned frame={frame} signed={signed} />}
      <Section heading={`「${chosen.name ?? ''}」の役割と金額`}>
        <ShareText share={{ ...chosen, ...fixed }} parts={shareParts.filter((part) => part in fixed)} />
        <Form form={form} multipart>
          <input type="hidden" name="party" value={chosen.party_id ?? ''} />
          <DateField form={form} name="received_on" label="届いた日" required />
          <FileField
            form={form}
            name="scan"
            label="届いた書面の写し"
            required
            multiple
            accept=".pdf,.jpg,.jpeg,.png"
            hint="取り組む団体の方と市の職員が見られます。公開しません。"
          />
          <ShareFields form={form} parts={open} />
          <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: '何もせずに戻る' }} />
        </Form>
      </Section>
    </>
  )
}
