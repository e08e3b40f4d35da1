import { catalogue } from '../../platform/words/catalogue.ts'

/** While the database is away. The reader need not know what a database is. */
export const away = catalogue({
  heading: {
    ja: 'いま、このページをお見せできません',
    easy: 'いま、この ページを {見|み}せる ことが できません',
    en: 'This page cannot be shown right now',
  },
  remedy: {
    ja: 'システムの一部が止まっているため、いまこのページをお見せできません。しばらくたってから、もう一度開いてください。お急ぎのときは、市の協働の担当窓口へお電話ください。',
    easy: 'システムが {止|と}まって います。{少|すこ}し たってから、もう{一度|いちど} {開|ひら}いて ください。{急|いそ}ぐ ときは、{市役所|しやくしょ}に {電話|でんわ}して ください。',
    en: 'Part of the system is down. Please open this page again in a while. If it is urgent, call your city’s collaboration office.',
  },
  unsure: {
    ja: '送られた内容が届いたかどうかを、確かめられませんでした',
    easy: '{送|おく}った ことが {届|とど}いたか、わかりません',
    en: 'We could not make sure that what you sent has arrived',
  },
  sendAgain: {
    ja: 'システムの一部が止まっています。書いた内容は、このページにあります。しばらくたってから、下のボタンを押してください。すでに届いていたときも、二重にはなりません。',
    easy: 'システムが {止|と}まって います。{書|か}いた ことは、この ページに あります。{少|すこ}し たってから、{下|した}の ボタンを おして ください。2{回|かい} {送|おく}った ことには なりません。',
    en: 'Part of the system is down. What you wrote is on this page: press the button below in a while. If it had arrived after all, nothing is sent twice.',
  },
  chooseAgain: {
    ja: 'システムの一部が止まっています。書いた内容は、このページにあります。しばらくたってから、下のボタンを押してください。ファイルはもう一度選んでいただくため、書式に戻ります。',
    easy: 'システムが {止|と}まって います。{書|か}いた ことは、この ページに あります。{少|すこ}し たってから、{下|した}の ボタンを おして ください。ファイルは、もう{一度|いちど} えらんで ください。',
    en: 'Part of the system is down. What you wrote is on this page: press the button below in a while. It leads back to the form, since the files must be chosen again.',
  },
  again: { ja: 'もう一度送る', easy: 'もう{一度|いちど} {送|おく}る', en: 'Send again' },
  back: { ja: '書いた内容を書式に戻す', easy: '{書|か}いた ことを ページに もどす', en: 'Put it back into the form' },
  written: { ja: '書いた内容', easy: '{書|か}いた こと', en: 'What you wrote' },
})
