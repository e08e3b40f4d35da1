import type { Child } from 'hono/jsx'
import { definePage, type Frame, type Lang, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Button, DataTable, EmptyState } from '../../../ui/index.ts'
import { type ActorKind, inOrder } from '../charter/entries.ts'
import { label } from '../charter/phrases.ts'
import { labelsOf } from '../parts/entries.tsx'
import { AsWritten, Words, WordsInLine } from '../parts/words.tsx'
import { charterOfCity } from '../queries/versions.ts'
import type { Charter } from '../schema/charter.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'

interface Chosen {
  slug: string
  charter: Charter
}

interface Comparison {
  left?: Chosen
  right?: Chosen
  choices: { slug: string; name: Record<Lang, string> }[]
}

function ComparePage({ frame, published }: Views<Comparison, undefined>) {
  const { left, right, choices } = published
  const { lang } = frame
  return (
    <CityPage frame={frame} title={say.compareTitle[lang]} wide lead={say.compareLead[lang]}>
      <form method="get" action={urls.compare()} class="filter">
        <CitySelect name="left" label={say.leftCity[lang]} value={left?.slug} choices={choices} lang={lang} />
        <CitySelect name="right" label={say.rightCity[lang]} value={right?.slug} choices={choices} lang={lang} />
        <Button>{say.compareDo[lang]}</Button>
      </form>
      {left && right ? (
        <SideBySide left={left.charter} right={right.charter} lang={lang} />
      ) : (
        <EmptyState>{say.pickTwo[lang]}</EmptyState>
      )}
    </CityPage>
  )
}

function CitySelect(props: {
  name: string
  label: string
  value?: string
  choices: Comparison['choices']
  lang: Lang
}) {
  const { name, label: text, value, choices, lang } = props
  return (
    <div class="field">
      <label for={name}>{text}</label>
      <select id={name} name={name} class="input">
        {choices.map((city) => (
          <option value={city.slug} selected={city.slug === value}>
            {city.name[lang]}
          </option>
        ))}
      </select>
    </div>
  )
}

function lines(charter: Charter, lang: Lang): Map<string, Child> {
  const { evaluation, timeLimit, territory, principleGroups } = charter
  const none = say.notLaidDown[lang]
  const list = (entries: readonly Pick<ActorKind, 'label'>[]) =>
    entries.length > 0 ? <WordsInLine of={entries.map((one) => one.label)} /> : none
  return new Map<string, Child>([
    [say.documents[lang], list(charter.documents.filter((one) => one.standing === 'charter'))],
    [say.whoWithWhom[lang], <Words of={charter.scope.summary} />],
    [say.kinds[lang], list(charter.actors)],
    ...principleGroups.map(({ key, label: name }, at): [string, Child] => [
      say.principlesAt[lang](at + 1),
      <>
        <Words of={name} />: {list(charter.principles.filter((one) => one.group === key))}
      </>,
    ]),
    [say.formsHeading[lang], list(charter.forms)],
    [say.zone[lang], charter.zones.length > 0 ? <Zones charter={charter} /> : none],
    [say.startTypes[lang], list(charter.startTypes)],
    [say.fields[lang], list(charter.fields)],
    [say.phases[lang], list(inOrder(evaluation.phases))],
    [say.evaluatingSides[lang], list(evaluation.sides)],
    [say.scale[lang], <AsWritten text={evaluation.scale.grades.map((grade) => grade.mark).join('・')} />],
    [say.timeLimit[lang], timeLimit ? <Words of={timeLimit.summary} /> : none],
    [say.continuing[lang], (evaluation.requiredForContinuation ? say.notPossible : say.notPrevented)[lang]],
    [say.units[lang], territory.divided ? list(territory.units) : say.wholeCity[lang]],
  ])
}

function Zones({ charter }: { charter: Charter }) {
  return (
    <>
      {charter.zones.map((zone, at) => (
        <>
          {at > 0 && '／'}
          <Words of={zone.label} />
          {zone.forms.length > 0 && (
            <>
              （<WordsInLine of={labelsOf(charter.forms, ...zone.forms)} />）
            </>
          )}
        </>
      ))}
    </>
  )
}

function SideBySide({ left, right, lang }: { left: Charter; right: Charter; lang: Frame['lang'] }) {
  const [one, two] = [lines(left, lang), lines(right, lang)]
  const names = [label(left.city.name, lang), label(right.city.name, lang)] as const
  return (
    <DataTable
      caption={say.compareCaption[lang](...names)}
      rows={[...new Set([...one.keys(), ...two.keys()])]}
      columns={[
        { label: say.looked[lang], heading: true, cell: (row) => row },
        { label: names[0], cell: (row) => one.get(row) ?? say.notLaidDown[lang] },
        { label: names[1], cell: (row) => two.get(row) ?? say.notLaidDown[lang] },
      ]}
    />
  )
}

/** Shows any two charters side by side; neither is the measure of the other. */
export const comparePage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Comparison> => {
    const choose = async (name: string, otherwise: number): Promise<Chosen | undefined> => {
      const city = c.cities.find((one) => one.slug === c.query.get(name)) ?? c.cities[otherwise]
      const charter = city && (await charterOfCity(c.db, city.id, c.now))
      return charter && { slug: city.slug, charter }
    }
    const choices = c.cities.map(({ slug, spoken }) => ({ slug, name: spoken.name }))
    return { left: await choose('left', 0), right: await choose('right', 1), choices }
  },
  view: ComparePage,
})
