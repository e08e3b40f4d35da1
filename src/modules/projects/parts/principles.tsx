import { type Link, PrincipleList, Section } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import { type Judged, judge, type Met, type Where } from '../project/evidence.ts'
import { refOf } from '../project/standing.ts'
import { urls } from '../urls.ts'
import { linkTo, type ProjectShown, tracedIn } from './shown.ts'

const places: Partial<Record<string, string>> = {
  roles: '役割の表を見る',
  targets: '目標を見る',
  reports: '活動の報告を見る',
  money: 'お金を見る',
  decision: 'これからの判断を見る',
}

/** Where a proof can be looked at; nothing is linked that this reader cannot open. */
function evidenceLinks(shown: ProjectShown, at: readonly Where[]): Link[] {
  const { frame, project } = shown
  const page = urls.show({ city: frame.city.slug, ref: refOf(project) })
  return [...new Set(at)].flatMap((where) => {
    const label = places[where]
    if (label) return [{ href: `${page}#${where}`, label }]
    return linkTo(frame.installation.modules, where, tracedIn(shown)) ?? []
  })
}

/** The charter's principles and what this project's record shows for each. */
export function PrinciplesSection(shown: ProjectShown) {
  const { frame, project, charter } = shown
  const judged = judge(charter, project)
  const proven = judged.filter((one) => one.met !== 'asked' && one.met !== 'believed')
  const asked = judged.filter((one) => one.met === 'asked')
  const believed = judged.filter((one) => one.met === 'believed')
  const count = proven.filter((one) => one.met === 'met').length
  const name = (one: Judged) => label(one.principle.label, frame.lang)
  return (
    <Section
      heading="原則と、その根拠"
      id="principles"
      lead={`${word(charter, 'charter', frame.lang)}の原則のうち${proven.length}について、この事業の記録から根拠をたしかめています。いま${count}が満たされています。`}
      more={{
        href: urls.principles({ city: frame.city.slug, ref: refOf(project) }),
        label: '原則ごとにくわしく',
      }}
    >
      <PrincipleList
        principles={proven.map((one) => ({
          name: name(one),
          met: one.met as Met,
          because: one.shown.map(({ because }) => because).join(''),
          evidence: evidenceLinks(
            shown,
            one.shown.flatMap(({ at }) => at),
          ),
        }))}
      />
      {asked.length > 0 && (
        <p>
          {asked.map((one) => `「${name(one)}」`).join('')}
          は、記録からは分からないため、{word(charter, 'evaluation', frame.lang)}
          の問いとして、かかわった皆さんにたずねます。
        </p>
      )}
      {believed.length > 0 && (
        <p>{believed.map((one) => `「${name(one)}」`).join('')}は、取り組むときに心がけることです。</p>
      )}
    </Section>
  )
}

const words: Record<Judged['met'], string> = {
  met: '満たしている',
  partly: '一部満たしている',
  'not-yet': 'まだ',
  asked: '評価でたずねます',
  believed: '心がけること',
}

/** Each principle under its own heading, proof by proof. */
export function PrinciplesInFull(seen: ProjectShown) {
  const { frame, project, charter } = seen
  return (
    <>
      {judge(charter, project).map(({ principle, met, shown, question }) => (
        <Section heading={`${label(principle.label, frame.lang)}：${words[met]}`} id={principle.key}>
          {principle.summary && <p>{label(principle.summary, frame.lang)}</p>}
          {shown.length > 0 && (
            <PrincipleList
              principles={shown.map(({ key, met, because, at }) => ({
                name: label(charter.common.evidence.find((one) => one.key === key)?.label, frame.lang),
                met,
                because,
                evidence: evidenceLinks(seen, at),
              }))}
            />
          )}
          {question && <p>{`${word(charter, 'evaluation', frame.lang)}では「${question}」とたずねます。`}</p>}
        </Section>
      ))}
      <p>
        <a href={charters.show({ city: frame.city.slug })}>{word(charter, 'charter', frame.lang)}を読む</a>
      </p>
    </>
  )
}
