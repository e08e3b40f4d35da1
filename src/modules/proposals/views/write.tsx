import { allow } from '../../../platform/ruling.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import type { FormState, Frame, Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  fieldId,
  Notice,
  Paragraphs,
  PartyField,
  RadioField,
  SubmitRow,
  SummaryList,
} from '../../../ui/index.ts'
import { label, openToProposals, proposerRuling, word } from '../../charters/index.ts'
import { writableParties } from '../../parties/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { callsOf, isAlwaysOpen, isOpen, type PublishedCall } from '../../programmes/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import type { Seen } from '../queries/one.ts'
import { numberLabel, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { SheetFields, TheirVersion } from './fields.tsx'
import { Answers, at, crumbs, eyebrowOf, programmeName, titleOf } from './parts.tsx'

/** Every way to propose in this city, as one choice, each with until when it takes proposals. */
export function waysToPropose(frame: Frame, calls: readonly PublishedCall[], partyKind?: string) {
  const { charter, lang, now } = frame
  return openToProposals(charter).flatMap((one) =>
    one.tracks.map((track) => {
      const mine = callsOf(
        calls.filter((call) => call.programme === one.key),
        track.key,
      )
      const open = mine.find((call) => isOpen(call, now))
      const ruling = partyKind ? proposerRuling.why(charter, one.key, partyKind, track.key) : allow()
      const when = open
        ? `受付中です（${dateLabel(open.closes_on)}まで）。`
        : isAlwaysOpen(one, mine)
          ? 'いつでも受け付けています。'
          : 'いまは受付の期間ではありません。下書きは書けます。'
      return {
        value: `${one.key}/${track.key}`,
        label:
          one.tracks.length > 1 ? `${label(one.label, lang)}：${label(track.label, lang)}` : label(one.label, lang),
        hint: ruling.allowed ? when : ruling.because,
        disabled: !ruling.allowed,
      }
    }),
  )
}

/** 「書き始める」: which programme, for which group; the draft is there from then on. */
export function StartPage({ frame, form, data }: Views<undefined, { calls: PublishedCall[] }>) {
  const { city, charter, actor, lang } = frame
  const groups = writableParties(actor)
  const proposal = word(charter, 'proposal', lang)
  const only = groups.length === 1 ? groups[0]!.kind : undefined
  return (
    <CityPage
      frame={frame}
      title={`${proposal}を書き始める`}
      lead="書いた内容は、下書きとして残せます。何日かに分けて書いても大丈夫です。"
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={crumbs(frame)}
    >
      {groups.length === 0 ? (
        <Notice heading="団体の代表者・事務担当の方が書けます">
          <p>
            あなたのアカウントは、まだどの団体の代表者・事務担当としても登録されていません。
            <a href={parties.list({ city: city.slug })}>団体の登録</a>は、{label(charter.city.contact.section)}
            の窓口でお受けしています。手書きの様式での提出もできます。
          </p>
          <p>
            <a href={programmes.list({ city: city.slug })}>制度と手書き用の様式を見る</a>
          </p>
        </Notice>
      ) : (
        <Form form={form}>
          <PartyField
            form={form}
            name="acting_for"
            label="どの団体として提案しますか"
            parties={groups.map((one) => ({ value: one.party_id, label: one.name }))}
          />
          <Way frame={frame} form={form} ways={waysToPropose(frame, data.calls, only)} />
          <SubmitRow
            primary="書き始める"
            cancel={{ href: programmes.list({ city: city.slug }), label: '制度のページへ戻る' }}
          />
        </Form>
      )}
    </CityPage>
  )
}

/** Where it goes: asked among what the link left open, and only said when the link left nothing open. */
function Way({ frame, form, ways }: { frame: Frame; form: FormState; ways: ReturnType<typeof waysToPropose> }) {
  const programme = `${frame.query.get('programme')}/`
  const track = programme + frame.query.get('track')
  const offered = [
    ways.filter(({ value }) => value === track),
    ways.filter(({ value }) => value.startsWith(programme)),
  ].find((some) => some.some(({ disabled }) => !disabled))
  const options = offered ?? ways
  const sole = options.length === 1 && !options[0]!.disabled ? options[0] : undefined
  return (
    <>
      {sole ? (
        <div class="field">
          <p>
            <strong>「{sole.label}」</strong>に提案します。{sole.hint}
          </p>
          <input type="hidden" name="to" value={sole.value} />
        </div>
      ) : (
        <RadioField form={form} name="to" label="どの制度に提案しますか" required unmarked options={options} />
      )}
      {offered && offered.length < ways.length && (
        <p>
          <a href={urls.new({ city: frame.city.slug })}>ほかの制度から選ぶ</a>
        </p>
      )}
    </>
  )
}

export type Writing = Seen & { problems: Record<string, string>; reception: string | undefined }

/** The city's form to be filled in. Saved as it is typed; what is missing is said only when it is asked for. */
export function EditPage({ frame, form, data }: Views<undefined, Writing>) {
  const { proposal, sheet, files, charter } = data
  const here = at(frame, refOf(proposal))
  const inTalks = proposal.state === 'in_talks'
  const checked = frame.query.has('check') ? { ...form, errors: { ...data.problems, ...form.errors } } : form
  return (
    <CityPage
      frame={frame}
      title={inTalks ? '話し合いをふまえて内容を改める' : titleOf(proposal)}
      eyebrow={`${proposal.party_name}　${programmeName(charter, proposal, frame.lang)}`}
      lead={
        inTalks ? '団体と市で話し合って決めたことを、提案の本文に書き入れます。改める前の文章も残ります。' : undefined
      }
      invalid={Object.keys(checked.errors).length > 0}
      breadcrumbs={[...crumbs(frame), { href: urls.show(here), label: numberLabel(charter, proposal) || '下書き' }]}
    >
      <WritingNotices frame={frame} data={data} />
      <TheirVersion form={form} sheet={sheet} lang={frame.lang} />
      <Form form={checked} multipart autosave={!inTalks} enter={inTalks ? undefined : 'save'}>
        <SheetFields form={checked} sheet={sheet} files={files} lang={frame.lang} />
        {inTalks ? (
          <SubmitRow primary="改めた内容を保存する" cancel={{ href: urls.show(here), label: '改めずに戻る' }} />
        ) : (
          <SubmitRow
            primary="保存して、提出前の確認へ進む"
            secondary={[{ act: 'save', label: '下書き保存' }]}
            cancel={{ href: urls.show(here), label: '書くのをやめて戻る' }}
          />
        )}
      </Form>
    </CityPage>
  )
}

function WritingNotices({ frame, data }: { frame: Frame; data: Writing }) {
  const { proposal, charter } = data
  return (
    <>
      {proposal.state === 'returned' && <CorrectionNotice proposal={proposal} />}
      {proposal.state === 'draft' && data.reception && (
        <Notice heading="いまは提出できる期間ではありません">{`${data.reception}書いた内容は下書きとして残ります。`}</Notice>
      )}
      {proposal.state === 'draft' && proposal.charter_id !== data.charter_id && (
        <Notice heading="様式が新しくなりました">{`${word(frame.charter, 'charter')}が改められたため、新しい様式でお見せしています。前に書いた内容は、同じ質問のところにそのまま入っています。`}</Notice>
      )}
      {proposal.channel !== 'web' && (
        <Notice heading="紙で届いた提案の入力">
          {`${proposal.party_name}からの書面を、そのまま書き写してください。空欄のところは空欄のままで構いません。届いた書面の写しは${label(charter.city.contact.section)}の控えとして添付されています。`}
        </Notice>
      )}
    </>
  )
}

export function CorrectionNotice({ proposal }: { proposal: Seen['proposal'] }) {
  return (
    <Notice kind="warning" heading="直してほしいところ">
      <Paragraphs text={proposal.correction} />
      {proposal.correct_by && <p>{`${dateLabel(proposal.correct_by)}までに、直して提出してください。`}</p>}
    </Notice>
  )
}

/** Everything once more before it goes to the city: what is missing, with the way to it; or the button. */
export function SubmissionPage({ frame, form, data }: Views<undefined, Writing>) {
  const { proposal, charter } = data
  const here = at(frame, refOf(proposal))
  const paper = proposal.channel !== 'web'
  // What the sending itself found is as true as what was found when the page was drawn.
  const { '': refused, ...found } = form.errors
  const problems = { ...data.problems, ...found }
  const missing = Object.keys(problems).length > 0
  const open = data.reception === undefined
  const may = open && (paper ? Boolean(proposal.title) : !missing)
  return (
    <CityPage
      frame={frame}
      title={paper ? '入力した内容の確認' : '提出前の確認'}
      eyebrow={eyebrowOf(charter, proposal)}
      invalid={Boolean(refused) || missing}
      breadcrumbs={[...crumbs(frame), { href: urls.show(here), label: titleOf(proposal) }]}
    >
      {refused && (
        <Notice kind="error" heading="提出できませんでした" announce>
          {refused}
        </Notice>
      )}
      {!open && (
        <Notice
          kind="warning"
          heading="いまは提出できません"
        >{`${data.reception}書いた内容は下書きとして残っています。次の受付のときに、そのまま提出できます。`}</Notice>
      )}
      {missing && <Missing problems={problems} edit={urls.edit(here, { check: '1' })} paper={paper} />}
      {may && !missing && (
        <p class="lead">
          {paper
            ? '書面のとおりに入力できているか、お確かめください。'
            : 'この内容でよろしければ、いちばん下の「提出する」を押してください。'}
        </p>
      )}
      <SummaryList
        facts={[
          { label: '提案する団体', value: proposal.party_now },
          { label: '制度', value: programmeName(charter, proposal, frame.lang) },
        ]}
      />
      <Answers seen={data} frame={frame} edit={urls.edit(here)} />
      {may ? (
        <SubmitPart form={form} data={data} back={urls.edit(here)} />
      ) : (
        <ButtonRow>
          <ButtonLink href={urls.edit(here, { check: '1' })}>続きを書く</ButtonLink>
        </ButtonRow>
      )}
    </CityPage>
  )
}

function Missing({ problems, edit, paper }: { problems: Record<string, string>; edit: string; paper: boolean }) {
  const list = Object.entries(problems)
  return (
    <Notice
      kind={paper ? 'info' : 'warning'}
      heading={paper ? `書面に書かれていないところが${list.length}か所あります` : `あと${list.length}か所です`}
    >
      {paper && <p>このまま受け付けて、あとで団体に補正をお願いすることもできます。</p>}
      <ul>
        {list.map(([name, sentence]) => (
          <li>
            <a href={`${edit}#${fieldId(name)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function SubmitPart({ form, data, back }: { form: FormState; data: Writing; back: string }) {
  const paper = data.proposal.channel !== 'web'
  const again = data.proposal.number !== null
  return (
    <Form form={form} hideSummary label="提出">
      {paper && !again && (
        <DateField
          form={form}
          name="received_on"
          label="書面が届いた日"
          required
          hint="この日を受付の日とします。例：令和8年5月29日"
        />
      )}
      {!paper && (
        <p>
          <strong>{data.proposal.party_now}</strong>として提出します。提出すると受付番号が付き、市が内容を確かめます。
        </p>
      )}
      <SubmitRow
        primary={paper ? '受け付ける' : again ? '補正したものを提出する' : '提出する'}
        cancel={{ href: back, label: 'もう一度書き直す' }}
      />
    </Form>
  )
}
