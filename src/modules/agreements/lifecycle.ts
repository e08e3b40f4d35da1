import { defineLifecycle } from '../../platform/lifecycle.ts'
import type { EventSpec } from '../../platform/module.ts'

/** Where an agreement stands. An amendment is written and signed beside the version in force, which stays until then. */
export const lifecycle = defineLifecycle(
  '取り決め',
  {
    draft: {
      label: '案',
      easy: '{書|か}いて います',
      en: 'Draft',
      meaning: '当事者が文面を書いているところです。',
      tone: 'quiet',
    },
    offered: {
      label: '署名待ち',
      easy: '{名前|なまえ}を {書|か}くのを {待|ま}って います',
      en: 'Waiting for signatures',
      meaning: '文面が決まり、すべての当事者の署名を待っています。',
      tone: 'waiting',
    },
    in_force: {
      label: '有効',
      easy: '{約束|やくそく}して います',
      en: 'In force',
      meaning: 'すべての当事者が同じ文面に署名し、効力があります。',
      tone: 'going',
    },
    ended: {
      label: '期間満了',
      easy: '{終|お}わりました',
      en: 'Term ended',
      meaning: '決めた期間が終わりました。',
      tone: 'ended',
    },
    terminated: {
      label: '取りやめ',
      easy: '{途中|とちゅう}で やめました',
      en: 'Ended early',
      meaning: '理由をつけて、途中で取りやめました。',
      tone: 'stopped',
    },
  },
  {
    offer: { from: ['draft'], to: 'offered', label: '署名を求める' },
    recall: { from: ['offered'], to: 'draft', label: '案に戻す' },
    complete: { from: ['offered'], to: 'in_force', label: '効力をもたせる' },
    amend: { from: ['in_force'], to: 'in_force', label: '変更の案を書く' },
    offerAmendment: { from: ['in_force'], to: 'in_force', label: '変更への署名を求める' },
    recallAmendment: { from: ['in_force'], to: 'in_force', label: '変更の案をやめる' },
    replace: { from: ['in_force'], to: 'in_force', label: '変更に効力をもたせる' },
    end: { from: ['in_force'], to: 'ended', label: '期間の満了で終える' },
    terminate: { from: ['draft', 'offered', 'in_force'], to: 'terminated', label: '取りやめる' },
  },
)

export type AgreementState = keyof typeof lifecycle.states
export type AgreementVerb = keyof typeof lifecycle.moves

/** What the record says of an agreement, and to whom. */
export const events: Record<string, EventSpec> = {
  'agreement.started': { says: () => '文面を書き始めました', audience: 'parties' },
  'agreement.offered': { says: () => '文面を決め、すべての当事者に署名を求めました', audience: 'parties' },
  'agreement.recalled': { says: ({ reason }) => `文面を案に戻しました（理由　${reason}）`, audience: 'parties' },
  'agreement.signed': { says: ({ party }) => `「${party}」が署名しました`, audience: 'parties' },
  'agreement.in-force': { says: () => 'すべての当事者の署名がそろい、効力をもちました', audience: 'public' },
  'agreement.project-entered': {
    says: ({ title }) => `この取り決めから、事業${title ? `「${title}」` : ''}を登録しました`,
    audience: 'parties',
  },
  'agreement.amendment-begun': { says: () => '変更の案を書き始めました', audience: 'parties' },
  'agreement.amendment-dropped': { says: () => '変更の案を取りやめました', audience: 'parties' },
  'agreement.amendment-offered': {
    says: () => '変更の文面を決め、すべての当事者に署名を求めました',
    audience: 'parties',
  },
  'agreement.amended': { says: () => '変更した文面にすべての当事者が署名し、効力をもちました', audience: 'public' },
  'agreement.terminated': {
    says: ({ reason }) => `取りやめました${reason ? `（理由　${reason}）` : ''}`,
    audience: 'public',
  },
  'agreement.ended': { says: () => '決めた期間が終わりました', audience: 'public' },
  'agreement.released': { says: () => '公開用の写しを公開しました', audience: 'public' },
  'agreement.withdrawn': { says: () => '公開を取りやめました', audience: 'parties' },
}
