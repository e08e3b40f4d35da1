import { defineLifecycle } from '../../platform/lifecycle.ts'

/** An amendment is drafted and signed while the version in force stays in force. */
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
