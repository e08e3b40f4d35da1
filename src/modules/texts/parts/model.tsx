import { type Change, Details, Diff, Section } from '../../../ui/index.ts'
import { clausesOf, type Model } from '../text/clauses.ts'
import type { Agreed } from '../text/whole.ts'

/** Names each clause that differs from the charter's model: reworded, added, or left out. */
export function FromModel({ models, agreed }: { models: readonly Model[]; agreed: Agreed }) {
  const used = (key: string) => agreed.clauses.find((one) => one.key === key)
  const given = clausesOf(models).filter(({ text }) => text)
  const changed = given.flatMap(({ key, heading, text }): Change[] => {
    const after = used(key)?.text ?? text
    return after === text ? [] : [{ label: heading, before: text, after }]
  })
  const added = agreed.clauses
    .filter(({ key }) => key.startsWith('free-'))
    .map((one): Change => ({ label: one.heading, after: one.text }))
  const left = given.filter(({ key }) => !used(key))
  return (
    <Section
      heading="市のひな形との違い"
      id="model"
      lead="ひな形は、市が用意した条文の見本です。違っていて構いません。"
    >
      {changed.length + added.length === 0 ? (
        <p>条文は、すべて市のひな形のままです。</p>
      ) : (
        <>
          {changed.length > 0 && <p>{named('市のひな形と違う条文', changed)}</p>}
          {added.length > 0 && <p>{named('加えた条文', added)}</p>}
          <Details summary="ひな形と見くらべる">
            <Diff before="市のひな形" after="この文面" changes={[...changed, ...added]} />
          </Details>
        </>
      )}
      {left.length > 0 && <p>入れていないひな形の条文　{left.map(({ heading }) => heading).join('、')}</p>}
    </Section>
  )
}

const named = (what: string, clauses: readonly { label: string }[]) =>
  `${what}（${clauses.length}か所）　${clauses.map(({ label }) => label).join('、')}`
