import { houseMailLater } from '../../platform/jobs/index.ts'
import { readingsInBrackets } from '../../platform/words/furigana.ts'
import type { Lang } from '../../platform/words/lang.ts'
import type { Account } from './account.ts'
import type { Step } from './session.ts'

interface Words {
  subject: string
  before: string[]
  after?: string[]
}

const frame: Record<Lang, { dear: (name: string) => string; end: string }> = {
  ja: {
    dear: (name) => `${name} 様`,
    end: 'このメールは自動でお送りしています。ご返信いただいてもお答えできません。',
  },
  easy: { dear: (name) => `${name} さん`, end: 'この メールに {返事|へんじ}を しないで ください。' },
  en: { dear: (name) => `Dear ${name},`, end: 'This email was sent automatically. Replies are not read.' },
}

const notice = (what: Record<Lang, string>): Record<Lang, Words> => ({
  ja: {
    subject: what.ja,
    before: [
      `${what.ja}。ご本人の操作であれば、何もなさらなくて大丈夫です。`,
      'お心当たりのないときは、すぐに次のページから「すべての端末からサインアウト」を行い、パスワードを変えてください。',
    ],
  },
  easy: {
    subject: what.easy,
    before: [
      'あなたが して いない ときは、すぐに {下|した}の ページで「{全部|ぜんぶ} サインアウト」を して、パスワードを かえて ください。',
    ],
  },
  en: {
    subject: what.en,
    before: [`${what.en}. If this was not you, sign out everywhere and change your password at once:`],
  },
})

const letters = {
  signIn: {
    ja: {
      subject: 'サインインのリンクをお送りします',
      before: ['次のリンクを開き、画面のボタンを押すと、サインインできます。'],
      after: [
        'リンクは15分間、一度だけ使えます。新しいパスワードを決めたいときも、このリンクからお入りください。',
        'お心当たりのないときは、何もなさらなくて大丈夫です。リンクを開かない限り、誰もサインインできません。',
      ],
    },
    easy: {
      subject: 'サインイン（{入|はい}る）の リンク',
      before: ['{下|した}の リンクを {開|ひら}いて、ボタンを おして ください。'],
      after: [
        'リンクは 15{分|ふん}の あいだ、1{回|かい}だけ つかえます。パスワードを かえたい ときも、この リンクから {入|はい}って ください。',
        '{知|し}らない ときは、なにも しなくて いいです。',
      ],
    },
    en: {
      subject: 'Your link for signing in',
      before: ['Open this link and press the button to sign in.'],
      after: [
        'The link works once, within 15 minutes. Use it too when you want to choose a new password.',
        'If you did not ask for it, you need not do anything.',
      ],
    },
  },
  invitation: {
    ja: {
      subject: 'アカウントへのご招待',
      before: [
        '{city}から、協働の手続を行うためのアカウントにご招待します。',
        '次のリンクを開き、お名前とパスワードを決めると、お使いいただけます。',
      ],
      after: ['リンクは7日間、一度だけ使えます。期限が過ぎたときは、担当課に招待のやり直しをお申し付けください。'],
    },
    easy: {
      subject: 'アカウントを つくって ください',
      before: [
        '{city}からの おさそいです。',
        '{下|した}の リンクを {開|ひら}いて、{名前|なまえ}と パスワードを きめて ください。',
      ],
      after: [
        'リンクは {7日|なのか}の あいだ、1{回|かい}だけ つかえます。つかえない ときは、{市役所|しやくしょ}に {言|い}って ください。',
      ],
    },
    en: {
      subject: 'An invitation to open your account',
      before: ['{city} invites you to open an account. Open this link and choose your name and a password.'],
      after: ['The link works once, within 7 days. After that, ask the office that invited you for a new one.'],
    },
  },
  offer: {
    ja: {
      subject: '新しい役割へのご招待',
      before: [
        '{city}から、お使いのアカウントに、協働の手続の新しい役割のお誘いがあります。',
        '次のリンクを開き、サインインして、引き受けるかどうかをお選びください。引き受けるまで、いまのお使い方は何も変わりません。',
      ],
      after: [
        'リンクは7日間、一度だけ使えます。お心当たりのないときや、引き受けないときは、何もなさらなくて大丈夫です。',
      ],
    },
    easy: {
      subject: '{新|あたら}しい {役割|やくわり}の おさそい',
      before: [
        '{city}から、{新|あたら}しい {役割|やくわり}の おさそいです。',
        '{下|した}の リンクを {開|ひら}いて、{入|はい}ってから、えらんで ください。えらぶまでは、{何|なに}も かわりません。',
      ],
      after: ['リンクは {7日|なのか}の あいだ、1{回|かい}だけ つかえます。いらない ときは、なにも しなくて いいです。'],
    },
    en: {
      subject: 'An invitation to a further part',
      before: [
        '{city} invites your account to a further part in its collaboration.',
        'Open this link, sign in, and choose whether to accept. Until you accept, nothing changes for you.',
      ],
      after: ['The link works once, within 7 days. If you do not want to accept, you need not do anything.'],
    },
  },
  newEmail: {
    ja: {
      subject: 'メールアドレスの確認',
      before: ['このアドレスに変えるには、サインインした画面で次のリンクを開き、ボタンを押してください。'],
      after: ['リンクは1時間、一度だけ使えます。お心当たりのないときは、何もなさらなくて大丈夫です。'],
    },
    easy: {
      subject: 'メールアドレスの かくにん',
      before: ['{下|した}の リンクを {開|ひら}いて、ボタンを おして ください。'],
    },
    en: {
      subject: 'Confirm your email address',
      before: ['To use this address from now on, open the link while you are signed in and press the button.'],
      after: ['The link works once, within one hour.'],
    },
  },
  addressTaken: {
    ja: {
      subject: 'メールアドレスの確認',
      before: [
        'このアドレスに変えたいというお申し出がありましたが、このアドレスはすでに別のアカウントで使われているため、変えられません。',
        'そのアカウントには、次のページからサインインできます。',
      ],
    },
    easy: {
      subject: 'メールアドレスの かくにん',
      before: ['この アドレスは、もう ほかの アカウントで つかって います。だから、かえられません。'],
    },
    en: {
      subject: 'Confirm your email address',
      before: [
        'This address belongs to another account already, so it cannot be used. You can sign in to that account here:',
      ],
    },
  },
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
} satisfies Record<string, Record<Lang, Words>>

export async function writeLetter(
  { db, now, installation: { box, publicUrl } }: Step,
  kind: keyof typeof letters,
  { email, name, lang }: Pick<Account, 'email' | 'name' | 'lang'>,
  about: string | { path: string; city: Record<Lang, string> },
): Promise<void> {
  const { subject, before: lines, after = [] }: Words = letters[kind][lang]
  const { path, city } = typeof about === 'string' ? { path: about, city: undefined } : about
  const before = lines.map((line) => line.replace('{city}', city?.[lang] ?? ''))
  const { dear, end } = frame[lang]
  const blocks = [[dear(name)], before, [publicUrl + path], after, [end]].filter((lines) => lines.length > 0)
  const body = readingsInBrackets(blocks.map((lines) => lines.join('\n')).join('\n\n'))
  const draft = { to: email, subject: readingsInBrackets(subject), body: `${body}\n`, about: { kind } }
  await houseMailLater(db, box, draft, now)
}
