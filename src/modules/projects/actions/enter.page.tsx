import { fiscalYearsBetween, parseFiscalYear } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { type FormState, type Frame, valueOf as typedIn } from '../../../platform/web/index.ts'
import { Card, CardGrid, LinkList, Notice, Section } from '../../../ui/index.ts'
import { type Charter, formsOffered, label, word, zoneRuling } from '../../charters/index.ts'
import { EntryForm } from '../parts/entry.tsx'
import type { KnownParty } from '../parts/party-rows.tsx'
import { agreedFor, agreedIn } from '../project/agreed.ts'
import type { Source } from '../project/beginning.ts'
import type { Inside } from '../project/project.ts'
import { noShare } from '../project/share.ts'
import type { Entering } from '../queries/entering.ts'
import type { Tieable } from '../queries/tieable.ts'
import type { Choosable, Signed } from '../tables.ts'
import { urls } from '../urls.ts'

interface Ground {
  charter: Charter
  source: Source
}

/** Asks for the zone first, where the charter has zones, because the zone decides which forms are allowed. */
export function EnterPage({ frame, form, thing, extra, verb, back }: VerbPage<Ground, Entering>) {
  const { charter } = thing
  const { from, choosable, signed } = extra
  const agreed = signed && agreedFor(signed, yearsIn(form, signed), knownIn(thing.source))
  const zone = typedIn(form, 'zone')
  const wantsZone = charter.zones.length > 0 && !zone && Object.keys(form.errors).length === 0
  return (
    <>
      {from && !wantsZone && <Notice>{from}</Notice>}
      {!from && !zone && <SourceChoice frame={frame} charter={charter} sources={extra.sources} />}
      {wantsZone ? (
        <ZoneChoice frame={frame} charter={charter} />
      ) : (
        <EntryForm
          frame={frame}
          form={form}
          charter={charter}
          choosable={choosable}
          department_id={typedIn(form, 'department_id') || (thing.source.previous?.department_id ?? null)}
          agreed={agreed}
          known={knownIn(thing.source)}
          primary={verb.confirm(thing, frame.actor)}
          back={back}
          enters
        />
      )}
    </>
  )
}

/** The years that are typed, or all that the agreement covers. */
function yearsIn(form: FormState, { text }: Signed): number[] {
  const typed = typedIn(form, 'fiscal_years')
    .split(/[、,，\s　]+/)
    .flatMap((word) => parseFiscalYear(word) ?? [])
  return typed.length > 0 ? typed : fiscalYearsBetween(text.starts_on, text.ends_on)
}

/** The parties that the source of a new project names, with what they have said there. */
function knownIn({ previous, agreement }: Source): KnownParty[] {
  if (previous) return previous.parties
  const signers = agreement?.text.parties.filter(({ is_city }) => !is_city) ?? []
  return signers.map(({ party_id, name, is_city }) => ({ ...noShare, party_id, name, is_city, unit: 'group' }))
}

export interface Choices {
  choosable: Choosable[]
  tieable: Tieable[]
  signed: Signed | undefined
}

export function RevisePage({ frame, form, thing, extra, verb, back }: VerbPage<Inside, Choices>) {
  const { signed, ...choices } = extra
  return (
    <EntryForm
      {...choices}
      frame={frame}
      form={form}
      back={back}
      charter={thing.charter}
      department_id={thing.department_id}
      agreed={agreedIn(thing, signed)}
      known={thing.parties}
      primary={verb.confirm(thing, frame.actor)}
    />
  )
}

function ZoneChoice({ frame, charter }: { frame: Frame; charter: Charter }) {
  const query = Object.fromEntries(frame.query)
  const zones = [...charter.zones].sort((a, b) => a.order - b.order)
  return (
    <Section
      heading={`この事業は、どの${word(charter, 'zone')}にあたりますか`}
      lead={`${word(charter, 'zone')}によって、選べる${word(charter, 'form')}が変わります。`}
    >
      <CardGrid>
        {zones.map((zone) => {
          const ruling = zoneRuling.why(charter, zone.key)
          if (!ruling.allowed)
            return (
              <Notice kind="info" heading={label(zone.label, frame.lang)}>
                {ruling.because}
              </Notice>
            )
          const forms = formsOffered(charter, zone.key).map((one) => label(one.label, frame.lang))
          return (
            <Card
              href={urls.new({ city: frame.city.slug }, { ...query, zone: zone.key })}
              title={label(zone.label, frame.lang)}
              foot={`選べる形態：${forms.join('、')}`}
            >
              {zone.examples.map((one) => label(one, frame.lang)).join('、')}
            </Card>
          )
        })}
      </CardGrid>
    </Section>
  )
}

function SourceChoice(props: { frame: Frame; charter: Charter; sources: Entering['sources'] }) {
  const { frame, charter } = props
  const { proposals, agreements } = props.sources
  if (proposals.length === 0 && agreements.length === 0) return null
  const at = { city: frame.city.slug }
  return (
    <Section
      heading="もとになる書類からつくる"
      lead="署名のすんだ取り決めや、採択された提案から始めると、書いてあることが下の欄に入ります。"
    >
      <LinkList
        links={[
          ...agreements.map((one) => ({
            href: urls.new(at, { agreement: one.id }),
            label: one.title,
            about: word(charter, 'agreement'),
          })),
          ...proposals.map((one) => ({
            href: urls.new(at, { proposal: one.id }),
            label: one.title,
            about: `${one.party_name}の${word(charter, 'proposal')}`,
          })),
        ]}
      />
    </Section>
  )
}
