import { sentences } from '../../../platform/words/sentences.ts'

/** Length is the only rule, so that people can use words they remember (NIST SP 800-63B). */
export const PASSWORD_MIN = 10
/** Bounds the cost of hashing. */
export const PASSWORD_MAX = 200
export const NAME_MAX = 100
export const PASSKEY_NAME_MAX = 60

export const said = sentences({
  emailMissing: {
    ja: 'メールアドレスを入力してください。',
    easy: 'メールアドレスを {書|か}いて ください。',
    en: 'Enter your email address.',
  },
  emailLong: {
    ja: 'メールアドレスは254字以内で入力してください。',
    easy: 'メールアドレスは 254{文字|もじ}までです。',
    en: 'The email address may have 254 characters at most.',
  },
  emailShape: {
    ja: 'メールアドレスの形をお確かめください（例　hanako@example.jp）。',
    easy: 'メールアドレスを {見|み}て ください（たとえば　hanako@example.jp）。',
    en: 'Check the email address; it should look like hanako@example.jp.',
  },
  passwordMissing: {
    ja: 'パスワードを入力してください。',
    easy: 'パスワードを {書|か}いて ください。',
    en: 'Enter your password.',
  },
  passwordLong: {
    ja: `パスワードは${PASSWORD_MAX}字以内で入力してください。`,
    easy: `パスワードは ${PASSWORD_MAX}{文字|もじ}までです。`,
    en: `The password may have ${PASSWORD_MAX} characters at most.`,
  },
  newPasswordShort: {
    ja: `パスワードは${PASSWORD_MIN}字以上にしてください。`,
    easy: `パスワードは ${PASSWORD_MIN}{文字|もじ}より {多|おお}く して ください。`,
    en: `Choose a password of ${PASSWORD_MIN} characters or more.`,
  },
  newPasswordSame: {
    ja: '同じ文字の繰り返しではないパスワードにしてください。',
    easy: '{同|おな}じ {文字|もじ}ばかりの パスワードは やめて ください。',
    en: 'Choose a password that does not repeat the same few characters.',
  },
  newPasswordUnlike: {
    ja: '確認のためのパスワードが、上のパスワードと同じではありません。',
    easy: '2つの パスワードが {同|おな}じでは ありません。',
    en: 'The two passwords are not the same.',
  },
  nameMissing: {
    ja: 'お名前を入力してください。',
    easy: '{名前|なまえ}を {書|か}いて ください。',
    en: 'Enter your name.',
  },
  nameLong: {
    ja: `お名前は${NAME_MAX}字以内で入力してください。`,
    easy: `{名前|なまえ}は ${NAME_MAX}{文字|もじ}までです。`,
    en: `The name may have ${NAME_MAX} characters at most.`,
  },
  passkeyNameLong: {
    ja: `名前は${PASSKEY_NAME_MAX}字以内で入力してください。`,
    easy: `{名前|なまえ}は ${PASSKEY_NAME_MAX}{文字|もじ}までです。`,
    en: `The name may have ${PASSKEY_NAME_MAX} characters at most.`,
  },
  passkeyUnanswered: {
    ja: 'パスキーの確認が終わっていません。もう一度お試しください。',
    easy: 'パスキーが まだです。もう{一度|いちど} して ください。',
    en: 'The passkey was not used. Please try again.',
  },
  passkeyUnmade: {
    ja: 'パスキーの登録が終わっていません。もう一度お試しください。',
    easy: 'パスキーの {登録|とうろく}が まだです。もう{一度|いちど} して ください。',
    en: 'The passkey was not made. Please try again.',
  },
  passkeyRefused: {
    ja: 'パスキーを登録できませんでした。画面を読み込み直して、もう一度お試しください。',
    easy: 'パスキーを {登録|とうろく}できませんでした。もう{一度|いちど} ページを {開|ひら}いて ください。',
    en: 'The passkey could not be added. Reload the page and try again.',
  },
  passkeyWrong: {
    ja: 'パスキーを確かめられませんでした。もう一度お試しいただくか、ほかの方法でサインインしてください。',
    easy: 'パスキーを たしかめられませんでした。もう{一度|いちど} するか、ほかの やりかたで {入|はい}って ください。',
    en: 'The passkey could not be checked. Try again, or sign in another way.',
  },
  codeMissing: {
    ja: '確認コードを入力してください。',
    easy: 'かくにんコードを {書|か}いて ください。',
    en: 'Enter the code.',
  },
  codeWrong: {
    ja: '確認コードが違うか、すでに使われています。アプリに表示されている、いまのコードを入力してください。',
    easy: 'コードが ちがいます。アプリに {出|で}て いる、{今|いま}の コードを {書|か}いて ください。',
    en: 'That code is wrong or was used before. Enter the code your app shows now.',
  },
  recoveryWrong: {
    ja: '控えのコードが違うか、すでに使われています。まだ使っていないものを入力してください。',
    easy: 'コードが ちがうか、もう つかいました。まだ つかって いない コードを {書|か}いて ください。',
    en: 'That recovery code is wrong or was used before. Enter one you have not used yet.',
  },
  screenOld: {
    ja: '画面を読み込み直してください。',
    easy: 'ページを もう{一度|いちど} {開|ひら}いて ください。',
    en: 'Please reload the page.',
  },
  languageMissing: { ja: 'ことばを選んでください。', easy: 'ことばを えらんで ください。', en: 'Choose a language.' },
  wait: {
    ja: '続けて何度も試されたため、しばらく受付を止めています。10分ほどおいてから、もう一度お試しください。',
    easy: '{何回|なんかい}も まちがえたので、{少|すこ}し {止|と}めて います。10{分|ぷん} {待|ま}って ください。',
    en: 'There were too many tries, so we have paused this. Please try again in about ten minutes.',
  },
  passwordPaused: {
    ja: 'パスワードの間違いが続いたため、ここからのパスワードでのサインインを、しばらく受け付けていません。いまお入りになるときは、メールで届くリンクでサインインしてください。パスワードは、10分ほどおいてから（このアカウントが何度も試されているときは1時間ほどおいてから）お試しください。',
    easy: 'パスワードを {何回|なんかい}も まちがえたので、{少|すこ}し {止|と}めて います。すぐに {入|はい}りたい ときは、メールの リンクで {入|はい}って ください。パスワードは 10{分|ぷん}か 1{時間|じかん} {待|ま}ってから もう{一度|いちど} {書|か}いて ください。',
    en: 'There were too many wrong passwords, so signing in with a password is paused here. To get in now, sign in with a link by email. Try the password again in about ten minutes, or in an hour if this account is being guessed at.',
  },
  wrongPair: {
    ja: 'メールアドレスとパスワードの組み合わせが確かめられませんでした。入力し直すか、メールで届くリンクでサインインしてください。',
    easy: 'メールアドレスか パスワードが ちがいます。もう{一度|いちど} {書|か}くか、メールの リンクで {入|はい}って ください。',
    en: 'We could not match this email address and password. Enter them again, or sign in with a link by email.',
  },
  closed: {
    ja: 'このアカウントではサインインできません。担当課へお問い合わせください。',
    easy: 'この アカウントでは {入|はい}れません。{市役所|しやくしょ}に {聞|き}いて ください。',
    en: 'This account can no longer sign in. Please ask the city office.',
  },
  linkGone: {
    ja: 'このリンクは、すでに使われたか、期限（15分）が過ぎています。もう一度リンクをお取り寄せください。',
    easy: 'この リンクは もう つかえません（15{分|ふん}だけ つかえます）。もう{一度|いちど} リンクを もらって ください。',
    en: 'This link was used already or is older than 15 minutes. Please ask for another one.',
  },
  newEmailGone: {
    ja: 'このリンクは、すでに使われたか、期限が過ぎています。アカウントの画面から、もう一度お手続きください。',
    easy: 'この リンクは もう つかえません。アカウントの ページから もう{一度|いちど} して ください。',
    en: 'This link was used already or has expired. Please start again from your account page.',
  },
  invitationGone: {
    ja: 'この招待は、すでに使われたか、期限（7日間）が過ぎています。招待した担当課に、招待のやり直しをお申し付けください。',
    easy: 'この {招待|しょうたい}は もう つかえません（7{日間|にちかん}だけ つかえます）。{市役所|しやくしょ}に {言|い}って ください。',
    en: 'This invitation was used already or is older than 7 days. Ask the office that invited you for a new one.',
  },
  offerOfAnother: {
    ja: 'この招待は、ほかのアカウントあてです。招待のメールが届いたアカウントでサインインしてください。',
    easy: 'これは ほかの アカウントへの おさそいです。メールが {届|とど}いた アカウントで {入|はい}って ください。',
    en: 'This invitation is for another account. Sign in to the account that the email came to.',
  },
  offerAccepted: {
    ja: '役割を引き受けました。使えるようになるまで、少しかかることがあります。',
    easy: 'うけました。つかえるまで、{少|すこ}し {待|ま}って ください。',
    en: 'You have accepted. It may take a moment until you can begin.',
  },
  offerAcceptedAnew: {
    ja: '役割を引き受け、すべての端末からサインアウトしました。もう一度サインインして、もうひとつの確認を登録してください。',
    easy: 'うけました。{全部|ぜんぶ}の {機械|きかい}で サインアウトしました。もう{一度|いちど} {入|はい}って、もう{一|ひと}つの たしかめかたを {登録|とうろく}して ください。',
    en: 'You have accepted, and are signed out everywhere. Sign in again and set up your second factor.',
  },
  notDemonstration: {
    ja: '体験版の人物としてのサインインは、ここではできません。',
    easy: 'ためす {人|ひと}に なる ことは、ここでは できません。',
    en: 'Signing in as one of the demonstration’s people is not possible here.',
  },
  signedOut: { ja: 'サインアウトしました。', easy: 'サインアウトしました。', en: 'You are signed out.' },
  saved: { ja: '保存しました。', easy: '{保存|ほぞん}しました。', en: 'Saved.' },
  passwordChanged: {
    ja: 'パスワードを変えました。ほかの端末からはサインアウトしました。',
    easy: 'パスワードを かえました。ほかの {機械|きかい}では サインアウトしました。',
    en: 'Your password is changed. All your other browsers are signed out.',
  },
  emailAsked: {
    ja: '新しいアドレスに確認のメールをお送りしました。メールのリンクを開くと、アドレスが変わります。',
    easy: '{新|あたら}しい アドレスに メールを {送|おく}りました。メールの リンクを {開|ひら}くと、アドレスが かわります。',
    en: 'We sent an email to the new address. Open its link, and the new address counts.',
  },
  emailChanged: {
    ja: 'メールアドレスを変えました。',
    easy: 'メールアドレスを かえました。',
    en: 'Your email address is changed.',
  },
  passkeyAdded: {
    ja: 'パスキーを登録しました。',
    easy: 'パスキーを {登録|とうろく}しました。',
    en: 'The passkey is added.',
  },
  passkeyRemoved: {
    ja: 'パスキーの登録を取り消しました。',
    easy: 'パスキーを けしました。',
    en: 'The passkey is removed.',
  },
  everywhereOut: {
    ja: 'すべての端末からサインアウトしました。',
    easy: '{全部|ぜんぶ}の {機械|きかい}で サインアウトしました。',
    en: 'You are signed out everywhere.',
  },
  thereOut: {
    ja: 'その端末からサインアウトさせました。',
    easy: 'その {機械|きかい}で サインアウトしました。',
    en: 'That browser is signed out.',
  },
  appAdded: {
    ja: '確認コードのアプリを登録しました。',
    easy: 'かくにんコードの アプリを {登録|とうろく}しました。',
    en: 'Your authenticator app is set up.',
  },
  appRemoved: {
    ja: '確認コードのアプリをやめました。',
    easy: 'かくにんコードの アプリを やめました。',
    en: 'Codes from the app are no longer asked for.',
  },
})

/** By the number of the ten codes that are left. */
export const codesLeft = Array.from({ length: 10 }, (_, left) => {
  const { used } = sentences({
    used: {
      ja: `控えのコードを1つ使いました。残りは${left}個です。アプリが使えなくなったときは、「アカウント」から登録し直してください。`,
      easy: `コードを 1つ つかいました。あと ${left}{個|こ} あります。アプリが つかえない ときは、「アカウント」から {登録|とうろく}し なおして ください。`,
      en: `You used one recovery code; ${left} left. If your app is gone for good, set it up again under “Account”.`,
    },
  })
  return used
})
