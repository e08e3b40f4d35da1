import { eventMails, type MailDraft } from '../../../platform/jobs/index.ts'
import type { EventType } from '../../../platform/record/event.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import {
  decisionLabel,
  findProjectById,
  goesOn,
  type Inside,
  projectDecided,
  projectDecisionAnnulled,
  projectDecisionCorrected,
  projectRef,
} from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { isDecidedByCity } from '../evaluation/future.ts'
import { toParties } from './sides.ts'

interface Text {
  subject: string
  says: string[]
  reason: string
  /** What follows from it, after the reason. */
  follows?: string
}

/** Writes to every party of the project, with or without a seat in the evaluation. */
function mailOf<Payload extends object>(
  event: EventType<Payload>,
  announcement: string,
  write: (project: Inside, payload: Partial<Payload>) => Text | undefined,
) {
  return eventMails(event, {
    announcement,
    mails: async ({ db, now, entry, payload }): Promise<MailDraft[]> => {
      const project = await findProjectById(db, entry.subject_id)
      const text = project && write(project, payload)
      if (!text) return []
      const parties = project.parties.map(({ party_id }) => party_id)
      const about = { kind: 'project', id: project.id }
      return toParties(db, { now, parties, project, charter: project.charter, about }, (to) =>
        written(project, to, text),
      )
    },
  })
}

function written(project: Inside, to: string, { subject, says, reason, follows }: Text) {
  const page = projects.show({ city: project.charter.city.slug, ref: projectRef(project) })
  const letter = isDecidedByCity({ project })
    ? ['通知書は、事業のページから受け取れます。サインインしてご覧ください。', page]
    : []
  return {
    subject,
    body: [to, '', ...says, '', '理由', reason, '', ...(follows ? [follows, ''] : []), ...letter].join('\n'),
  }
}

const tellsAll = (what: string) => `${what}と理由を、かかわる方すべてにメールでお知らせします。`

export const decisionMail = mailOf(projectDecided, tellsAll('決めたこと'), ({ charter, title, ...project }) => {
  const decision = decisionLabel(charter, project.decision)
  const on = project.decided_on ? `${dateLabel(project.decided_on)}に` : ''
  if (!project.decision) return undefined
  return {
    subject: `「${title}」のこれからのことが決まりました：${decision}`,
    says: [`「${title}」は、${on}「${decision}」と決まりました。`],
    reason: project.decision_reasons,
    follows: goesOn(project.decision)
      ? '続きは、次の年度の事業として登録します。かかわる方と内容を確かめてください。'
      : undefined,
  }
})

export const correctionMail = mailOf(
  projectDecisionCorrected,
  tellsAll('訂正したこと'),
  ({ title, charter, decision }, { reason = '' }) => ({
    subject: `「${title}」のこれからのことの決定を訂正しました`,
    says: [
      `「${title}」のこれからのことについてお知らせした決定を訂正しました。`,
      ...(decision ? [`訂正したあとの決定は、「${decisionLabel(charter, decision)}」です。`] : []),
    ],
    reason,
  }),
)

export const annulmentMail = mailOf(
  projectDecisionAnnulled,
  tellsAll('取り消したこと'),
  ({ title }, { reason = '' }) => ({
    subject: `「${title}」のこれからのことの決定を取り消しました`,
    says: [`「${title}」のこれからのことについてお知らせした決定を取り消しました。`],
    reason,
  }),
)
