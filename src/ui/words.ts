import { createContext, useContext } from 'hono/jsx'

/** The languages a page can be shown in: Japanese, plain Japanese (やさしい日本語), English. */
export type Language = 'ja' | 'easy' | 'en'

const ja = {
  skip: '本文へ移動',
  menu: 'メニュー',
  mainNav: '主なページ',
  languages: '表示することば',
  breadcrumbs: '現在の位置',
  signOut: 'サインアウト',
  signedInAs: 'サインイン中',
  footer: 'このサイトについて',
  demo: '体験版',
  required: '必須',
  optional: '任意',
  error: 'エラー：',
  errorsHeading: '入力内容をご確認ください',
  errorsLead: '次の項目を直して、もう一度お送りください。入力した内容はそのまま残っています。',
  invalidTitle: '入力内容をご確認ください',
  choose: '選んでください',
  send: '送る',
  add: '行を追加',
  remove: 'この行を削除',
  next: '次のページ',
  previous: '前のページ',
  pages: 'ページの移動',
  search: '検索',
  info: 'お知らせ',
  success: '完了',
  warning: 'ご注意',
  failure: 'エラー',
  status: '状態',
  inquiry: 'お問い合わせの番号',
  absent: '記入なし',
}

const easy: typeof ja = {
  ...ja,
  skip: '文章に 進む',
  mainNav: '主な ページ',
  languages: 'ことばを えらぶ',
  breadcrumbs: 'いま いる ところ',
  signOut: 'サインアウト（でる）',
  footer: 'この サイトに ついて',
  demo: 'ためして つかう ページ',
  required: 'かならず 書く',
  optional: '書かなくても いい',
  error: 'まちがい：',
  errorsHeading: '書いた ことを 見て ください',
  errorsLead: '下の ところを 直して、もう一度 送って ください。書いた ことは 消えていません。',
  invalidTitle: '書いた ことを 見て ください',
  choose: 'えらんで ください',
  send: '送る',
  add: '行を ふやす',
  remove: 'この 行を 消す',
  next: '次の ページ',
  previous: '前の ページ',
  pages: 'ページを 変える',
  search: 'さがす',
  success: 'できました',
  warning: '気を つけて ください',
  failure: 'できませんでした',
  inquiry: '電話で 聞く ときの 番号',
  absent: '書いて いません',
}

const en: typeof ja = {
  skip: 'Skip to content',
  menu: 'Menu',
  mainNav: 'Main pages',
  languages: 'Language',
  breadcrumbs: 'You are here',
  signOut: 'Sign out',
  signedInAs: 'Signed in',
  footer: 'About this site',
  demo: 'Demonstration',
  required: 'Required',
  optional: 'Optional',
  error: 'Error: ',
  errorsHeading: 'Please check what you entered',
  errorsLead: 'Correct the items below and send the form again. What you typed is still here.',
  invalidTitle: 'Please check what you entered',
  choose: 'Please choose',
  send: 'Send',
  add: 'Add a row',
  remove: 'Remove this row',
  next: 'Next page',
  previous: 'Previous page',
  pages: 'Pages',
  search: 'Search',
  info: 'Notice',
  success: 'Done',
  warning: 'Please note',
  failure: 'Error',
  status: 'Status',
  inquiry: 'Number to quote when you call',
  absent: 'Not filled in',
}

const all: Record<Language, typeof ja> = { ja, easy, en }

/** The language of the page being drawn; Page sets it, so that a field need not be told. */
export const LanguageContext = createContext<Language>('ja')

/** The words of the frame and of form parts in the language of the page being drawn. */
export function useWords(): typeof ja {
  return all[useContext(LanguageContext)]
}
