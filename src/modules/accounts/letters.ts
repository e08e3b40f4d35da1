import { readingsInBrackets } from '../../platform/words/furigana.ts'
import type { Lang } from '../../platform/words/lang.ts'

/** What the house writes by mail: subject and text, in the account's language. */
export interface Letter {
  subject: string
  body: string
}

type Words = (name: string, link: string) => Letter

const end = 'このメールは自動でお送りしています。ご返信いただいてもお答えできません。'
const easyEnd = 'この メールに {返事|へんじ}を しないで ください。'
const englishEnd = 'This email was sent automatically. Replies are not read.'

const letter = (subject: string, ...lines: string[]): Letter => ({
  subject: readingsInBrackets(subject),
  body: `${readingsInBrackets(lines.join('\n'))}\n`,
})

const signIn: Record<Lang, Words> = {
  ja: (name, link) =>
    letter(
      'サインインのリンクをお送りします',
      `${name} 様`,
      '',
      '次のリンクを開き、画面のボタンを押すと、サインインできます。',
      '',
      link,
      '',
      'リンクは15分間、一度だけ使えます。新しいパスワードを決めたいときも、このリンクからお入りください。',
      'お心当たりのないときは、何もなさらなくて大丈夫です。リンクを開かない限り、誰もサインインできません。',
      '',
      end,
    ),
  easy: (name, link) =>
    letter(
      'サインイン（{入|はい}る）の リンク',
      `${name} さん`,
      '',
      '{下|した}の リンクを {開|ひら}いて、ボタンを おして ください。',
      '',
      link,
      '',
      'リンクは 15{分|ふん}の あいだ、1{回|かい}だけ つかえます。パスワードを かえたい ときも、この リンクから {入|はい}って ください。',
      '{知|し}らない ときは、なにも しなくて いいです。',
      '',
      easyEnd,
    ),
  en: (name, link) =>
    letter(
      'Your link for signing in',
      `Dear ${name},`,
      '',
      'Open this link and press the button to sign in.',
      '',
      link,
      '',
      'The link works once, within 15 minutes. Use it too when you want to choose a new password.',
      'If you did not ask for it, you need not do anything.',
      '',
      englishEnd,
    ),
}

const invitation: Record<Lang, Words> = {
  ja: (name, link) =>
    letter(
      'アカウントへのご招待',
      `${name} 様`,
      '',
      '協働の手続を行うためのアカウントにご招待します。',
      '次のリンクを開き、お名前とパスワードを決めると、お使いいただけます。',
      '',
      link,
      '',
      'リンクは7日間、一度だけ使えます。期限が過ぎたときは、担当課に招待のやり直しをお申し付けください。',
      '',
      end,
    ),
  easy: (name, link) =>
    letter(
      'アカウントを つくって ください',
      `${name} さん`,
      '',
      '{下|した}の リンクを {開|ひら}いて、{名前|なまえ}と パスワードを きめて ください。',
      '',
      link,
      '',
      'リンクは {7日|なのか}の あいだ、1{回|かい}だけ つかえます。つかえない ときは、{市役所|しやくしょ}に {言|い}って ください。',
      '',
      easyEnd,
    ),
  en: (name, link) =>
    letter(
      'An invitation to open your account',
      `Dear ${name},`,
      '',
      'Open this link and choose your name and a password.',
      '',
      link,
      '',
      'The link works once, within 7 days. After that, ask the office that invited you for a new one.',
      '',
      englishEnd,
    ),
}

const welcome: Record<Lang, Words> = {
  ja: (name, link) =>
    letter(
      'お使いのアカウントに加わりました',
      `${name} 様`,
      '',
      'お持ちのアカウントで、新しい役割の手続ができるようになりました。いつものようにサインインしてください。',
      '',
      link,
      '',
      end,
    ),
  easy: (name, link) =>
    letter(
      'できることが ふえました',
      `${name} さん`,
      '',
      'いつもの アカウントで サインインして ください。',
      '',
      link,
      '',
      easyEnd,
    ),
  en: (name, link) =>
    letter(
      'Your account has a new part to play',
      `Dear ${name},`,
      '',
      'Sign in as usual to see what is new.',
      '',
      link,
      '',
      englishEnd,
    ),
}

const newEmail: Record<Lang, Words> = {
  ja: (name, link) =>
    letter(
      'メールアドレスの確認',
      `${name} 様`,
      '',
      'このアドレスに変えるには、サインインした画面で次のリンクを開き、ボタンを押してください。',
      '',
      link,
      '',
      'リンクは1時間、一度だけ使えます。お心当たりのないときは、何もなさらなくて大丈夫です。',
      '',
      end,
    ),
  easy: (name, link) =>
    letter(
      'メールアドレスの かくにん',
      `${name} さん`,
      '',
      '{下|した}の リンクを {開|ひら}いて、ボタンを おして ください。',
      '',
      link,
      '',
      easyEnd,
    ),
  en: (name, link) =>
    letter(
      'Confirm your email address',
      `Dear ${name},`,
      '',
      'To use this address from now on, open the link while you are signed in and press the button.',
      '',
      link,
      '',
      'The link works once, within one hour.',
      '',
      englishEnd,
    ),
}

const notice = (what: Record<Lang, string>): Record<Lang, Words> => ({
  ja: (name, link) =>
    letter(
      what.ja,
      `${name} 様`,
      '',
      `${what.ja}。ご本人の操作であれば、何もなさらなくて大丈夫です。`,
      'お心当たりのないときは、すぐに次のページから「すべての端末からサインアウト」を行い、パスワードを変えてください。',
      '',
      link,
      '',
      end,
    ),
  easy: (name, link) =>
    letter(
      what.easy,
      `${name} さん`,
      '',
      'あなたが して いない ときは、すぐに {下|した}の ページで「{全部|ぜんぶ} サインアウト」を して、パスワードを かえて ください。',
      '',
      link,
      '',
      easyEnd,
    ),
  en: (name, link) =>
    letter(
      what.en,
      `Dear ${name},`,
      '',
      `${what.en}. If this was not you, sign out everywhere and change your password at once:`,
      '',
      link,
      '',
      englishEnd,
    ),
})

/** The letters of the house. */
export const letters = {
  signIn,
  invitation,
  welcome,
  newEmail,
  passwordChanged: notice({
    ja: 'パスワードが変わりました',
    easy: 'パスワードが かわりました',
    en: 'Your password was changed',
  }),
  emailChanged: notice({
    ja: '登録のメールアドレスが変わりました',
    easy: 'メールアドレスが かわりました',
    en: 'Your email address was changed',
  }),
  secondFactorReset: notice({
    ja: '確認コードの登録が取り消されました',
    easy: 'かくにんコードが なくなりました',
    en: 'Your second factor was reset',
  }),
  addressTaken: {
    ja: (name: string, link: string) =>
      letter(
        'メールアドレスの確認',
        `${name} 様`,
        '',
        'このアドレスに変えたいというお申し出がありましたが、このアドレスはすでに別のアカウントで使われているため、変えられません。',
        'そのアカウントには、次のページからサインインできます。',
        '',
        link,
        '',
        end,
      ),
    easy: (name: string, link: string) =>
      letter(
        'メールアドレスの かくにん',
        `${name} さん`,
        '',
        'この アドレスは、もう ほかの アカウントで つかって います。だから、かえられません。',
        '',
        link,
        '',
        easyEnd,
      ),
    en: (name: string, link: string) =>
      letter(
        'Confirm your email address',
        `Dear ${name},`,
        '',
        'This address belongs to another account already, so it cannot be used. You can sign in to that account here:',
        '',
        link,
        '',
        englishEnd,
      ),
  } satisfies Record<Lang, Words>,
}
