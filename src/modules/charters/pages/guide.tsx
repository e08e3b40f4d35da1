import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Lead, LinkList, Notice, Section, SummaryList } from '../../../ui/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { entryOf } from '../charter/entries.ts'
import { type GuideAnswer, guideStep, type Outcome } from '../charter/guide.ts'
import { label, word } from '../charter/phrases.ts'
import { openToProposals } from '../charter/programmes.ts'
import { Words, WordsInLine } from '../parts/words.tsx'
import { urls } from '../urls.ts'
import { say } from '../words/guide.ts'

type Answers = Record<string, string>

function GuidePage({ frame, published: answers }: Views<Answers, undefined>) {
  const { charter, lang } = frame
  const { question, outcome, given } = guideStep(charter, answers)
  const title = label(charter.guide.label, lang)
  if (outcome) return <OutcomePage frame={frame} outcome={outcome} given={given} />
  const to = (answer: string) =>
    urls.guide({ city: frame.city.slug }, Object.fromEntries([...given.map(asPair), [question.key, answer]]))
  return (
    <CityPage
      frame={frame}
      title={title}
      heading={<Words of={question.ask} />}
      eyebrow={`${title}　${say.at[lang](given.length + 1)}`}
      lead={given.length === 0 ? say.first[lang] : undefined}
    >
      {question.help && (
        <Lead>
          <Words of={question.help} />
        </Lead>
      )}
      <ButtonRow>
        {question.answers.map((answer) => (
          <ButtonLink kind="secondary" href={to(answer.key)}>
            {label(answer.label, lang)}
          </ButtonLink>
        ))}
      </ButtonRow>
      <GivenAnswers frame={frame} given={given} />
    </CityPage>
  )
}

function OutcomePage({ frame, outcome, given }: { frame: Frame; outcome: Outcome; given: GuideAnswer[] }) {
  const { charter, city, lang } = frame
  const at = { city: city.slug }
  const collaboration = word(charter, 'collaboration', lang)
  const schemes = charter.programmes.filter(({ key }) => outcome.programmes.includes(key))
  return (
    <CityPage frame={frame} title={label(charter.guide.label, lang)} heading={<Words of={outcome.label} />}>
      <Notice kind="info" heading={(outcome.collaboration ? say.is : say.isNot)[lang](collaboration)}>
        {outcome.summary && (
          <p>
            <Words of={outcome.summary} />
          </p>
        )}
      </Notice>
      <Section heading={say.next[lang]} id="next">
        <SummaryList facts={factsOf(frame, outcome)} />
        {schemes.length > 0 && (
          <>
            <h3>{say.schemes[lang]}</h3>
            {schemes.some((one) => openToProposals(charter).includes(one)) && <p>{say.when[lang]}</p>}
            <LinkList
              label={say.schemes[lang]}
              links={schemes.map((one) => ({
                href: programmes.show({ ...at, key: one.key }),
                label: <Words of={one.label} />,
                about: <Words of={one.summary} />,
              }))}
            />
          </>
        )}
        <p>{say.bring[lang]}</p>
      </Section>
      <GivenAnswers frame={frame} given={given} />
      <ButtonRow>
        <ButtonLink kind="secondary" href={urls.guide(at)}>
          {say.again[lang]}
        </ButtonLink>
        <a href={urls.forms(at)}>{say.read[lang]}</a>
      </ButtonRow>
    </CityPage>
  )
}

function factsOf({ charter, lang }: Frame, outcome: Outcome) {
  const zone = entryOf(charter.zones, outcome.zone)
  const forms = charter.forms.filter(({ key }) => outcome.forms.includes(key))
  const body = entryOf(charter.bodies, outcome.askAt)
  const { section, address, telephone } = charter.city.contact
  const where = (
    <>
      <Words of={section} />　<Words of={address} />　{telephone}
    </>
  )
  return [
    ...(zone ? [{ label: word(charter, 'zone', lang), value: <Words of={zone.label} /> }] : []),
    ...(forms.length
      ? [{ label: word(charter, 'form', lang), value: <WordsInLine of={forms.map((one) => one.label)} /> }]
      : []),
    { label: say.ask[lang], value: body ? <Words of={body.label} /> : where },
    ...(body && label(body.label, lang) !== label(section, lang)
      ? [{ label: word(charter, 'section', lang), value: where }]
      : []),
  ]
}

function GivenAnswers({ frame, given }: { frame: Frame; given: GuideAnswer[] }) {
  const { city, lang } = frame
  if (given.length === 0) return null
  return (
    <Section heading={say.answers[lang]} id="answers">
      <SummaryList
        facts={given.map(({ question, answer }, index) => ({
          label: <Words of={question.ask} />,
          value: <Words of={answer.label} />,
          change: {
            href: urls.guide({ city: city.slug }, Object.fromEntries(given.slice(0, index).map(asPair))),
            label: say.change[lang],
          },
        }))}
      />
    </Section>
  )
}

const asPair = ({ question, answer }: GuideAnswer): [string, string] => [question.key, answer.key]

/** 協働ナビ: one question a page and each answer a link, so that the browser's back button works. */
export const guidePage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Answers> => Object.fromEntries(c.query),
  view: GuidePage,
})
