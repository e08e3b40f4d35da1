import type { VerbPage } from '../../../platform/web/action/index.ts'
import type { FormState, Frame } from '../../../platform/web/index.ts'
import { Form, Notice, PartyField, RadioField, SubmitRow } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { writableParties } from '../../parties/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import type { PublishedCall } from '../../programmes/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { waysToPropose } from '../parts/ways.tsx'
import type { Ground } from '../subject.tsx'
import { urls } from '../urls.ts'

export function StartProposalPage(props: VerbPage<Ground, { calls: PublishedCall[] }>) {
  const { frame, form, thing, extra, verb } = props
  const { city, charter, actor } = frame
  const groups = writableParties(actor)
  const [first, ...others] = groups
  const only = others.length === 0 ? first?.kind : undefined
  return (
    <>
      {groups.length === 0 ? (
        <Notice heading="団体の代表者・事務担当の方が書けます">
          <p>
            あなたのアカウントは、まだどの団体の代表者・事務担当としても登録されていません。
            <a href={parties.list({ city: city.slug })}>団体の登録</a>は、{label(charter.city.contact.section)}
            の窓口でお受けしています。手書きの様式での提出もできます。
          </p>
          <p>
            <a href={programmes.list({ city: city.slug })}>制度と手書き用の様式を見る</a>
          </p>
        </Notice>
      ) : (
        <Form form={form}>
          <PartyField
            form={form}
            name="acting_for"
            label="どの団体として提案しますか"
            parties={groups.map((one) => ({ value: one.party_id, label: one.name }))}
          />
          <TrackField frame={frame} form={form} ways={waysToPropose(frame, extra.calls, only)} />
          <SubmitRow
            primary={verb.confirm(thing, frame.actor)}
            cancel={{ href: programmes.list({ city: city.slug }), label: verb.leave(thing) }}
          />
        </Form>
      )}
    </>
  )
}

/** Asks only among the tracks that the link left open; states the track where only one is left. */
function TrackField({ frame, form, ways }: { frame: Frame; form: FormState; ways: ReturnType<typeof waysToPropose> }) {
  const programme = `${frame.query.get('programme')}/`
  const track = programme + frame.query.get('track')
  const offered = [
    ways.filter(({ value }) => value === track),
    ways.filter(({ value }) => value.startsWith(programme)),
  ].find((some) => some.some(({ disabled }) => !disabled))
  const options = offered ?? ways
  const [way, ...rest] = options
  const sole = rest.length === 0 && !way?.disabled ? way : undefined
  return (
    <>
      {sole ? (
        <div class="field">
          <p>
            <strong>「{sole.label}」</strong>に提案します。{sole.hint}
          </p>
          <input type="hidden" name="to" value={sole.value} />
        </div>
      ) : (
        <RadioField form={form} name="to" label="どの制度に提案しますか" required unmarked options={options} />
      )}
      {offered && offered.length < ways.length && (
        <p>
          <a href={urls.new({ city: frame.city.slug })}>ほかの制度から選ぶ</a>
        </p>
      )}
    </>
  )
}
