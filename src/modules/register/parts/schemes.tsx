import type { Frame } from '../../../platform/web/index.ts'
import { LinkList, Section } from '../../../ui/index.ts'
import { openToProposals, Words } from '../../charters/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { publicWords } from '../words/public.ts'

export function Schemes({ frame }: { frame: Frame }) {
  const { charter, city, lang } = frame
  const say = publicWords[lang]
  const at = { city: city.slug }
  return (
    <Section
      heading={say.schemes}
      id="programmes"
      lead={say.schemesLead}
      more={{ href: programmes.list(at), label: say.schemesMore }}
    >
      <LinkList
        links={openToProposals(charter).map((one) => ({
          href: programmes.show({ ...at, key: one.key }),
          label: <Words of={one.label} />,
          about: <Words of={one.summary} />,
        }))}
      />
      <p>
        <a href={proposals.list(at)}>{say.before}</a>
      </p>
    </Section>
  )
}
