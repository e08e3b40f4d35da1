import { sentences } from '../../../platform/words/sentences.ts'

sentences({
  charter: {
    ja: '指針の版を適用しました',
    easy: 'きまりを {新|あたら}しく しました',
    en: 'A version of the guideline was applied',
  },
  callMade: {
    ja: '受付の日程を公開しました',
    easy: 'いつ {出|だ}せるか、{決|き}まりました',
    en: 'The dates for proposals were published',
  },
  callRevised: {
    ja: '受付の日程を変えました',
    easy: '{出|だ}せる {日|ひ}を かえました',
    en: 'The dates for proposals were changed',
  },
  submitted: { ja: '提案を提出しました', easy: '{提案|ていあん}を {出|だ}しました', en: 'A proposal was submitted' },
  submittedAgain: {
    ja: '補正した提案を提出しました',
    easy: 'なおした {提案|ていあん}を {出|だ}しました',
    en: 'The corrected proposal was submitted',
  },
  accepted: {
    ja: '市が提案を受理しました',
    easy: '{市|し}が {提案|ていあん}を うけとりました',
    en: 'The city accepted the proposal for talks',
  },
  talks: {
    ja: '団体と市の話し合いが始まりました',
    easy: 'グループと {市|し}が {話|はな}し{合|あ}いを {始|はじ}めました',
    en: 'The group and the city began to talk',
  },
  review: { ja: '審査が始まりました', easy: '{市|し}が {考|かんが}え{始|はじ}めました', en: 'The review began' },
  decided: { ja: '市が結果を決定しました', easy: '{市|し}が {決|き}めました', en: 'The city decided' },
  adopted: {
    ja: '市が採択を決定しました',
    easy: '{市|し}が {選|えら}びました',
    en: 'The city decided to adopt it',
  },
  adoptedIf: {
    ja: '市が条件付採択を決定しました',
    easy: '{市|し}が {条件|じょうけん}つきで {選|えら}びました',
    en: 'The city decided to adopt it with conditions',
  },
  adoptedNot: {
    ja: '市が不採択を決定しました',
    easy: '{市|し}が {選|えら}びませんでした',
    en: 'The city decided not to adopt it',
  },
  deferred: {
    ja: '市が保留を決定しました',
    easy: '{市|し}は まだ {決|き}めません',
    en: 'The city decided to wait',
  },
  corrected: {
    ja: '市が決定を訂正しました',
    easy: '{市|し}が {決|き}めた ことの まちがいを なおしました',
    en: 'The city corrected its decision',
  },
  annulled: {
    ja: '市が決定を取り消しました',
    easy: '{市|し}が {決|き}めた ことを やめました',
    en: 'The city annulled its decision',
  },
  released: {
    ja: '決定の内容を公表しました',
    easy: '{決|き}まった ことを みんなに {知|し}らせました',
    en: 'The decision was published',
  },
  declined: {
    ja: '団体が採択を辞退しました',
    easy: 'グループが ことわりました',
    en: 'The group stepped back after adoption',
  },
  inForce: {
    ja: 'すべての当事者の署名がそろい、効力をもちました',
    easy: 'みんなが {名前|なまえ}を {書|か}いて、{約束|やくそく}しました',
    en: 'Every party has signed: the agreement is in force',
  },
  amended: {
    ja: '変更した文面にすべての当事者が署名し、効力をもちました',
    easy: '{約束|やくそく}を かえて、みんなが {名前|なまえ}を {書|か}きました',
    en: 'Every party has signed the changes: they are in force',
  },
  terminated: { ja: '取りやめました', easy: '{途中|とちゅう}で やめました', en: 'It was ended before its term' },
  ended: {
    ja: '決めた期間が終わりました',
    easy: '{決|き}めた {日|ひ}に {終|お}わりました',
    en: 'The agreed term ended',
  },
  copy: {
    ja: '公開用の写しを公開しました',
    easy: '{約束|やくそく}の {文書|ぶんしょ}を みんなに {見|み}せました',
    en: 'A public copy was published',
  },
  entered: { ja: '事業を登録しました', easy: '{一覧|いちらん}に {入|い}れました', en: 'The project was entered' },
  renewed: {
    ja: '次の年度の事業をつくりました',
    easy: '{次|つぎ}の {年|とし}も {続|つづ}けます',
    en: 'It goes on into the next fiscal year',
  },
  agreementJoined: {
    ja: '署名のすんだ取り決めを、この事業のもとにしました',
    easy: 'みんなで {約束|やくそく}した ことを もとに します',
    en: 'It now stands on a signed agreement',
  },
  started: { ja: '事業を始めました', easy: '{始|はじ}まりました', en: 'The project began' },
  targets: {
    ja: '目標と結果を書きました',
    easy: 'めあてと できた ことを {書|か}きました',
    en: 'Targets and results were written down',
  },
  milestone: { ja: '予定を加えました', easy: '{予定|よてい}を {決|き}めました', en: 'A milestone was added' },
  reached: { ja: '予定を済ませました', easy: '{予定|よてい}が できました', en: 'A milestone was reached' },
  finished: { ja: '活動を終えました', easy: '{活動|かつどう}が {終|お}わりました', en: 'The work was finished' },
  evaluated: { ja: '評価が出そろいました', easy: 'みんなが ふりかえりました', en: 'All evaluations are in' },
  goesOn: {
    ja: 'これからのことが決まりました',
    easy: 'これからの ことが {決|き}まりました',
    en: 'It was decided whether the project goes on',
  },
  futureCorrected: {
    ja: 'これからのことの決定を訂正しました',
    easy: '{決|き}めた ことを なおしました',
    en: 'The decision on what comes next was corrected',
  },
  futureAnnulled: {
    ja: 'これからのことの決定を取り消しました',
    easy: '{決|き}めた ことを とりけしました',
    en: 'The decision on what comes next was annulled',
  },
  stopped: {
    ja: '途中で終えることが決まりました',
    easy: '{途中|とちゅう}で やめる ことに なりました',
    en: 'It was decided to stop early',
  },
  page: {
    ja: '事業のページを公開しました',
    easy: 'みんなが {見|み}る ことが できる ように なりました',
    en: 'The project’s page was published',
  },
  begun: { ja: '評価を始めました', easy: 'ふりかえりを {始|はじ}めました', en: 'The evaluation began' },
  opened: {
    ja: '全員の回答がそろい、開かれました',
    easy: 'みんなの {答|こた}えが そろいました',
    en: 'All answers are in and were opened',
  },
  closed: {
    ja: '期日に締め切って、回答を開きました',
    easy: '{決|き}めた {日|ひ}に {答|こた}えを {開|ひら}きました',
    en: 'The answers were opened at the deadline',
  },
  talked: {
    ja: 'ふりかえりの話し合いを記録しました',
    easy: 'ふりかえりの {話|はな}し{合|あ}いを {書|か}きました',
    en: 'The talk about the year was written down',
  },
  evaluation: {
    ja: '評価を公表しました',
    easy: 'ふりかえりを みんなに {知|し}らせました',
    en: 'The evaluation was published',
  },
})
