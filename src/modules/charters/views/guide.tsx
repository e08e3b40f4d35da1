import type { Frame, Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Lead, LinkList, Notice, Section, SummaryList } from '../../../ui/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { type GuideAnswer, guideStep, label, openToProposals, word } from '../rules.ts'
import type { Charter } from '../schema.ts'
import { urls } from '../urls.ts'
import { Words, WordsInLine } from './words.tsx'

type Outcome = Charter['guide']['outcomes'][number]
export type Answers = Record<string, string>

const say = {
  first: {
    ja: '思いついたことが協働にあたるか、だれと、どの制度で進められるかを、いくつかの質問でご案内します。名前は要りません。答えは残りません。',
    easy: 'やって みたい ことが あったら、しつもんに こたえて ください。どう すれば いいか、わかります。{名前|なまえ}は いりません。',
    en: 'A few questions tell you whether your idea is collaboration, with whom it could be done and through which scheme. No name is asked, and nothing is kept.',
  },
  at: {
    ja: (n: number) => `${n}つめの質問`,
    easy: (n: number) => `${n}つめの しつもん`,
    en: (n: number) => `Question ${n}`,
  },
  answers: { ja: 'これまでの答え', easy: 'いままでの こたえ', en: 'Your answers so far' },
  change: { ja: '答え直す', easy: 'こたえを かえる', en: 'Change' },
  is: {
    ja: (collaboration: string) => `${collaboration}にあたります`,
    easy: () => '{協働|きょうどう}です',
    en: () => 'This is collaboration',
  },
  isNot: {
    ja: (collaboration: string) => `この市の${collaboration}とは別の進め方です`,
    easy: () => '{協働|きょうどう}では ありません。でも、できる ことが あります',
    en: () => 'This goes another way than collaboration',
  },
  next: { ja: '次にすること', easy: 'つぎに する こと', en: 'What to do next' },
  schemes: { ja: '使える制度', easy: 'つかえる しくみ', en: 'Schemes you can use' },
  when: {
    ja: 'いま受け付けているか、次はいつかは、それぞれの制度のページでわかります。提案も、そこから書き始められます。',
    easy: 'いま {出|だ}せるか、つぎは いつか、しくみの ページに {書|か}いて あります。そこから {書|か}きはじめる ことが できます。',
    en: 'Each scheme’s page says whether it is open now or when it will be, and is where you can begin to write.',
  },
  ask: { ja: '相談先', easy: 'きく ところ', en: 'Where to ask' },
  bring: {
    ja: 'このページを印刷して窓口にお持ちになると、お話が早く進みます。',
    easy: 'この ページを {紙|かみ}に {印刷|いんさつ}して、{窓口|まどぐち}に もって きて ください。',
    en: 'Print this page and bring it to the desk: the talk will start where you are.',
  },
  again: { ja: 'はじめから答える', easy: 'はじめから こたえる', en: 'Start again' },
  read: { ja: '形態のくわしい説明', easy: 'やりかたの せつめい', en: 'About the forms' },
}

/** 協働ナビ: one question a page, each answer a link, so that back works and the way can be kept; then what it comes to. */
export function GuidePage({ frame, published: answers }: Views<Answers, undefined>) {
  const { charter, lang } = frame
  const { question, outcome, given } = guideStep(charter, answers)
  const title = label(charter.guide.label, lang)
  if (outcome) return <OutcomePage frame={frame} outcome={outcome} given={given} />
  const to = (answer: string) =>
    urls.guide({ city: frame.city.slug }, Object.fromEntries([...given.map(asPair), [question!.key, answer]]))
  return (
    <CityPage
      frame={frame}
      title={title}
      heading={<Words of={question!.ask} />}
      eyebrow={`${title}　${say.at[lang](given.length + 1)}`}
      lead={given.length === 0 ? say.first[lang] : undefined}
    >
      {question!.help && (
        <Lead>
          <Words of={question!.help} />
        </Lead>
      )}
      <ButtonRow>
        {question!.answers.map((answer) => (
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
  const zone = charter.zones.find(({ key }) => key === outcome.zone)
  const forms = charter.forms.filter(({ key }) => outcome.forms.includes(key))
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
        <SummaryList facts={factsOf(frame, outcome, zone, forms)} />
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

type Named = { key: string; label: Parameters<typeof label>[0] }

function factsOf({ charter, lang }: Frame, outcome: Outcome, zone: Named | undefined, forms: Named[]) {
  const body = charter.bodies.find(({ key }) => key === outcome.askAt)
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

/** What was answered, each with the way back to its question. */
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
