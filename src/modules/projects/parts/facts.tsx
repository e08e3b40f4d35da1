import { dateLabel, fiscalYearLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import { Badge, type Fact, Whole } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { type Dossier, withoutAgreementFrom } from '../project/project.ts'
import type { ProjectShown } from './shown.ts'

const named = (
  list: readonly { key: string; label: Parameters<typeof label>[0] }[],
  keys: readonly string[],
  lang: ProjectShown['frame']['lang'],
) => keys.map((key) => label(list.find((one) => one.key === key)?.label, lang) || key).join('、')

export function factsFor({ project, charter, frame }: ProjectShown): Fact[] {
  const { lang } = frame
  const givenUp = withoutAgreementFrom(project)
  const facts: (Fact | false)[] = [
    {
      label: '状態',
      value: (
        <>
          <Badge tone={lifecycle.states[project.state].tone}>{lifecycle.label(project.state)}</Badge>
          {givenUp && givenUp <= today(frame.now) && (
            <>
              {' '}
              <Whole>{`もとの${word(charter, 'agreement', lang)}は、${plainDateLabel(givenUp)}に取りやめ`}</Whole>
            </>
          )}
        </>
      ),
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
