import { sentences } from '../words/sentences.ts'

export const said = sentences({
  notFound: {
    ja: 'お探しのページは見つかりませんでした。',
    easy: 'さがして いる ページは ありませんでした。',
    en: 'There is no such page.',
  },
  otherSaved: {
    ja: 'あなたが書いている間に、ほかの方がこの内容を保存しました。あなたの入力は下に残っています。見比べて、もう一度保存してください。',
    easy: 'あなたが {書|か}いて いる あいだに、ほかの {人|ひと}が {保存|ほぞん}しました。あなたが {書|か}いた ことは {下|した}に あります。{見|み}くらべて、もう{一度|いちど} {保存|ほぞん}して ください。',
    en: 'While you were writing, someone else saved this. What you typed is still below: compare, then save again.',
  },
  screenLate: {
    ja: '画面を開いてから時間がたったため、安全のため送信を止めました。入力は残っています。内容を確かめて、もう一度お送りください。',
    easy: '{時間|じかん}が たったので、{送|おく}りませんでした。{書|か}いた ことは {残|のこ}って います。{見|み}てから、もう{一度|いちど} {送|おく}って ください。',
    en: 'This page was open for a long time, so to be safe nothing was sent. What you typed is still here: check it and send again.',
  },
  notSentYet: {
    ja: 'サインインの前に書いていた内容です。まだ送られていません。確かめて、もう一度お送りください。',
    easy: 'サインインの {前|まえ}に {書|か}いた ことです。まだ {送|おく}って いません。{見|み}てから、もう{一度|いちど} {送|おく}って ください。',
    en: 'This is what you wrote before you signed in. It has not been sent yet: check it and send it again.',
  },
  othersForm: {
    ja: 'この画面は、前にサインインしていた別の方のものです。あなたのお名前では送りません。書かれていた内容は預かっていて、その方がサインインし直すと続きを書けます。',
    easy: 'この ページは、{前|まえ}に サインインして いた {人|ひと}の ものです。{書|か}いた ことは {送|おく}って いません。その {人|ひと}が サインインすると、つづきを {書|か}けます。',
    en: 'This page belongs to the person who was signed in before, so it was not sent in your name. When they sign in again they can go on writing.',
  },
  signInAgain: {
    ja: 'その方がサインインし直す',
    easy: 'その {人|ひと}が サインインする',
    en: 'Sign in as that person',
  },
  restored: {
    ja: '前に書いていた内容を戻しました。まだ送られていません。確かめて、もう一度お送りください。',
    easy: '{前|まえ}に {書|か}いた ことです。まだ {送|おく}って いません。{見|み}てから、もう{一度|いちど} {送|おく}って ください。',
    en: 'This is what you wrote before. It has not been sent yet: check it and send it again.',
  },
  away: {
    ja: 'システムの一部が止まっているため、いまはお見せできません。しばらくたってから、もう一度お試しください。',
    easy: 'システムが {止|と}まって います。{少|すこ}し たってから、もう{一度|いちど} して ください。',
    en: 'Part of the system is down. Please try again in a while.',
  },
  tooOften: {
    ja: '短い時間に何度も送信されました。10分ほどおいてから、もう一度お試しください。',
    easy: '{何回|なんかい}も {送|おく}りました。10{分|ぷん} {待|ま}ってから、もう{一度|いちど} して ください。',
    en: 'This was sent many times in a short while. Please try again in about ten minutes.',
  },
  screenOld: {
    ja: 'この画面は古くなっています。読み込み直してから、もう一度お送りください。',
    easy: 'この ページは {古|ふる}いです。もう{一度|いちど} {開|ひら}いてから、{送|おく}って ください。',
    en: 'This page is out of date. Reload it, then send again.',
  },
  sentBefore: {
    ja: 'この画面からはすでに一度送信されています。前の送信は受け付けられています。書き直すときは、画面を読み込み直してください。',
    easy: 'もう {一度|いちど} {送|おく}って います。{前|まえ}に {送|おく}った ものは {届|とど}いて います。{書|か}き なおす ときは、もう{一度|いちど} ページを {開|ひら}いて ください。',
    en: 'This page was sent once already, and that was received. To write something else, reload the page.',
  },
})
