import { fiscalYearAscii, fiscalYearLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { type Link, PrincipleList, Section } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import type { Dossier } from '../project/dossier.ts'
import { type Judged, judge, type Met, type Where } from '../project/evidence.ts'
import { refOf } from '../project/standing.ts'
import { urls } from '../urls.ts'

/** Where a proof can be looked at; nothing is linked that this reader cannot open. */
function evidenceLinks(frame: Frame, project: Dossier, inside: boolean, at: readonly Where[]): Link[] {
  const here = { city: frame.city.slug, ref: refOf(project) }
  const page = urls.show(here)
  return [...new Set(at)].flatMap((where): Link[] => {
    if (where === 'proposal' && project.proposal)
      return [{ href: proposals.show({ ...here, ref: project.proposal.ref }), label: '提案を見る' }]
    if (where === 'agreement') {
      const ref = project.agreement?.ref ?? (inside ? project.facts.agreement?.ref : undefined)
      return ref ? [{ href: agreements.show({ ...here, ref }), label: '取り決めを見る' }] : []
    }
    if (where.startsWith('evaluation-')) {
      const year = Number(where.slice(11))
      const one = project.evaluations.find((fact) => fact.year === year)
      return one && (inside || one.published_on)
        ? [
            {
              href: evaluations.show({ ...here, year: fiscalYearAscii(year) }),
              label: `${fiscalYearLabel(year)}の評価を見る`,
            },
          ]
        : []
    }
    const places: Record<string, string> = {
      roles: '役割の表を見る',
      targets: '目標を見る',
      reports: '活動の報告を見る',
      money: 'お金を見る',
      decision: 'これからの判断を見る',
    }
    return places[where] ? [{ href: `${page}#${where}`, label: places[where] }] : []
  })
}

/** The charter's principles and what this project's record shows for each. */
export function PrinciplesSection(props: {
  frame: Frame
  project: Dossier
  charter: Charter
  inside: boolean
  level?: 2 | 3
}) {
  const { frame, project, charter, inside, level } = props
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
      level={level}
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
            frame,
            project,
            inside,
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
export function PrinciplesInFull(props: { frame: Frame; project: Dossier; charter: Charter; inside: boolean }) {
  const { frame, project, charter, inside } = props
  return (
    <>
      {judge(charter, project).map(({ principle, met, shown, question }) => (
        <Section heading={`${label(principle.label, frame.lang)}：${words[met]}`} id={principle.key}>
          {principle.summary && <p>{label(principle.summary, frame.lang)}</p>}
          {shown.length > 0 && (
            <PrincipleList
              principles={principle.evidence.map((key, at) => ({
                name: label(charter.common.evidence.find((one) => one.key === key)?.label, frame.lang),
                met: shown[at]!.met,
                because: shown[at]!.because,
                evidence: evidenceLinks(frame, project, inside, shown[at]!.at),
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
