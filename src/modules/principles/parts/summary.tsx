import { PrincipleList, Section } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { type ProjectShown, projectRef } from '../../projects/index.ts'
import { type Judged, judge, type Met } from '../principle/evidence.ts'
import { urls } from '../urls.ts'
import { evidenceLinks } from './links.ts'

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
        href: urls.show({ city: frame.city.slug, ref: projectRef(project) }),
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
