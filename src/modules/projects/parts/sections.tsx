import { dateLabel, fiscalYearAscii, fiscalYearLabel, plainDateLabel } from '../../../platform/time/index.ts'
import { Badge, DataTable, type Fact, Meter, Section, SummaryList, Whole } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { actorKind, type Charter, label, word } from '../../charters/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import { urls as parties } from '../../parties/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { lifecycle } from '../lifecycle.ts'
import { aimWords, countedWords, reachedOf } from '../project/aims.ts'
import type { Dossier } from '../project/dossier.ts'
import { refOf, sidesOf } from '../project/standing.ts'
import type { Target } from '../tables.ts'
import { urls } from '../urls.ts'
import type { ProjectShown } from './shown.ts'

const named = (
  list: readonly { key: string; label: Parameters<typeof label>[0] }[],
  keys: readonly string[],
  lang: ProjectShown['frame']['lang'],
) => keys.map((key) => label(list.find((one) => one.key === key)?.label, lang) || key).join('、')

export function factsFor({ project, charter, frame }: ProjectShown): Fact[] {
  const { lang } = frame
  const facts: (Fact | false)[] = [
    {
      label: '状態',
      value: <Badge tone={lifecycle.states[project.state].tone}>{lifecycle.label(project.state)}</Badge>,
    },
    { label: '期間', value: period(project) },
    { label: word(charter, 'form', lang), value: named(charter.forms, project.forms, lang) },
    project.zone !== null && { label: word(charter, 'zone', lang), value: named(charter.zones, [project.zone], lang) },
    project.start_type !== null && {
      label: word(charter, 'startType', lang),
      value: named(charter.startTypes, [project.start_type], lang),
    },
    project.fields.length > 0 && {
      label: word(charter, 'field', lang),
      value: named(charter.fields, project.fields, lang),
    },
    project.wards.length > 0 && {
      label: word(charter, 'ward', lang),
      value: named(charter.territory.units, project.wards, lang),
    },
    project.place !== '' && { label: '場所', value: project.place },
    project.beneficiaries !== '' && { label: 'だれのために', value: project.beneficiaries },
    project.programme !== null && { label: '制度', value: named(charter.programmes, [project.programme], lang) },
    project.sunset_on !== null && { label: '見直しの日', value: dateLabel(project.sunset_on) },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}

function period({ starts_on, ends_on, fiscal_years }: Dossier): string {
  if (!starts_on) return fiscal_years.map((year) => fiscalYearLabel(year)).join('、')
  return `${dateLabel(starts_on)}から${ends_on ? `${dateLabel(ends_on)}まで` : ''}`
}

function partyName(charter: Charter, party: Dossier['parties'][number]): string {
  return party.unit === 'person' && party.name === null
    ? label(actorKind(charter, party.kind)?.label) || '個人'
    : (party.name ?? '')
}

export function Roles({ frame, project, charter }: ProjectShown) {
  const link = (party: Dossier['parties'][number]) => {
    const name = partyName(charter, party)
    if (party.number === null || party.unit === 'person') return name
    return <a href={parties.show({ city: frame.city.slug, number: String(party.number) })}>{name}</a>
  }
  return (
    <Section heading="だれが、何をするか" id="roles">
      <DataTable
        caption={`${sidesOf(project.parties).length}者で取り組んでいます`}
        rows={[...project.parties]}
        columns={[
          {
            label: word(charter, 'party', frame.lang),
            heading: true,
            cell: (party) => (
              <>
                {link(party)}
                {party.role && `（${party.role}）`}
              </>
            ),
          },
          {
            label: 'すること',
            cell: (party) => (
              <span class="as-typed">
                <Whole>{party.does || '—'}</Whole>
              </span>
            ),
          },
          { label: '持ち寄るもの', cell: (party) => <Whole>{party.brings || '—'}</Whole> },
        ]}
      />
    </Section>
  )
}

export function Targets({ project }: ProjectShown) {
  if (project.targets.length === 0) return null
  return (
    <Section heading="目標と、どこまで届いたか" id="targets">
      {project.targets.map((target) => (
        <Aim target={target} />
      ))}
    </Section>
  )
}

function Aim({ target }: { target: Target }) {
  const { indicator, unit, by_on, result, result_note } = target
  const how = reachedOf(target)
  const label = `${indicator}：${by_on ? `${plainDateLabel(by_on)}までに` : ''}${aimWords(target)}`
  const got = result ? countedWords(result, unit) : ''
  return (
    <div>
      {how?.share ? (
        <Meter
          label={label}
          value={how.share.got}
          max={how.share.aim}
          words={`${got}（${how.share.percent}％${how.reached ? '・届きました' : ''}）`}
        />
      ) : (
        <p>
          <Whole>{`${label}${got ? ` → 結果 ${got}` : '（結果はこれから）'}`}</Whole>{' '}
          {how && (
            <Badge tone={how.reached ? 'done' : 'stopped'}>{how.reached ? '届きました' : '届きませんでした'}</Badge>
          )}
        </p>
      )}
      {result_note && <p class="small as-typed">{result_note}</p>}
    </div>
  )
}

const yen = (amount: number | null) => (amount === null ? '—' : `${amount.toLocaleString('ja-JP')}円`)

export function Money({ project, charter }: ProjectShown) {
  const paid = project.parties.filter(({ money_yen }) => money_yen !== null)
  if (project.budget_yen === null && project.actual_yen === null && paid.length === 0) return null
  const total = paid.reduce((sum, { money_yen }) => sum + money_yen!, 0)
  return (
    <Section heading="お金" id="money">
      <SummaryList
        facts={[
          { label: '予算', value: yen(project.budget_yen) },
          {
            label: '決算',
            value: project.actual_yen === null ? '事業が終わってから載せます' : yen(project.actual_yen),
          },
        ]}
      />
      {paid.length > 0 && (
        <DataTable
          caption="だれが、いくら出すか"
          rows={paid}
          columns={[
            { label: word(charter, 'party'), heading: true, cell: (party) => partyName(charter, party) },
            { label: '額', numeric: true, cell: ({ money_yen }) => yen(money_yen) },
            {
              label: '割合',
              numeric: true,
              cell: ({ money_yen }) => (total > 0 ? `${Math.round((money_yen! / total) * 100)}％` : '—'),
            },
          ]}
          total={['合計', yen(total), '']}
        />
      )}
    </Section>
  )
}

export function Beside({ frame, project, charter, inside }: ProjectShown) {
  const at = { city: frame.city.slug }
  const agreement = project.agreement?.ref ?? (inside ? project.facts.agreement?.ref : undefined)
  const links = [
    project.proposal && {
      href: proposals.show({ ...at, ref: project.proposal.ref }),
      label: `${word(charter, 'proposal')}：${project.proposal.title}`,
    },
    agreement && {
      href: agreements.show({ ...at, ref: agreement }),
      label: [word(charter, 'agreement'), project.agreement?.title].filter(Boolean).join('：'),
    },
    ...project.evaluations
      .filter(({ published_on }) => inside || published_on)
      .map(({ year }) => ({
        href: evaluations.show({ ...at, ref: refOf(project), year: fiscalYearAscii(year) }),
        label: `${fiscalYearLabel(year)}の${word(charter, 'evaluation')}`,
      })),
    project.previous && {
      href: urls.show({ ...at, ref: project.previous.ref }),
      label: `前の年度：${project.previous.title}`,
    },
    project.next && { href: urls.show({ ...at, ref: project.next.ref }), label: `次の年度：${project.next.title}` },
  ].filter((link): link is { href: string; label: string } => Boolean(link))
  if (links.length === 0) return null
  return (
    <Section heading="この事業の書類と、前後の年度" id="beside">
      <ul>
        {links.map(({ href, label: text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
