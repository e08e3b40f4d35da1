import { today } from '../../../platform/time/index.ts'
import type { SubjectPage } from '../../../platform/web/action/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Badge } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { kindName, numberLabel, stateOn } from '../agreement/agreement.ts'
import { lifecycle } from '../lifecycle.ts'
import { type AgreementRow, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

type Shown = Pick<AgreementRow, 'id' | 'title' | 'kind' | 'fiscal_year' | 'number' | 'state' | 'ends_on'>

export function StateBadge({ agreement, now }: { agreement: Pick<AgreementRow, 'state' | 'ends_on'>; now: Date }) {
  const state = stateOn(agreement, today(now))
  return <Badge tone={lifecycle.states[state].tone}>{lifecycle.label(state)}</Badge>
}

export function AgreementPage(props: Omit<SubjectPage<never>, 'thing'> & { charter: Charter; agreement: Shown }) {
  const { frame, charter, agreement, children, ...rest } = props
  const { city } = frame
  return (
    <CityPage
      frame={frame}
      {...rest}
      eyebrow={[kindName(charter, agreement.kind), numberLabel(charter, agreement)].filter(Boolean).join('　')}
      breadcrumbs={[
        { href: urls.list({ city: city.slug }), label: word(charter, 'agreement') },
        ...(rest.title === agreement.title
          ? []
          : [{ href: urls.show({ city: city.slug, ref: refOf(agreement) }), label: agreement.title }]),
      ]}
    >
      {children}
    </CityPage>
  )
}
