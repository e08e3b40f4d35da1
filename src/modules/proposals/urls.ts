import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/proposals'),
  new: url('/:city/proposals/new'),
  newFromPaper: url('/:city/proposals/paper'),
  show: url('/:city/proposals/:ref'),
  edit: url('/:city/proposals/:ref/edit'),
  submission: url('/:city/proposals/:ref/submission'),
  receipt: url('/:city/proposals/:ref/receipt'),
  acceptance: url('/:city/proposals/:ref/acceptance'),
  return: url('/:city/proposals/:ref/return'),
  /** The page of a return before it had that name; older mails link it. */
  formerReturn: url('/:city/proposals/:ref/correction'),
  /** The addresses of a retraction and of declining before they were called so. */
  formerRetraction: url('/:city/proposals/:ref/withholding'),
  formerDecline: url('/:city/proposals/:ref/refusal'),
  department: url('/:city/proposals/:ref/department'),
  talks: url('/:city/proposals/:ref/talks'),
  review: url('/:city/proposals/:ref/review'),
  decision: url('/:city/proposals/:ref/decision'),
  correction: url('/:city/proposals/:ref/decision/correction'),
  annulment: url('/:city/proposals/:ref/decision/annulment'),
  resumption: url('/:city/proposals/:ref/resumption'),
  release: url('/:city/proposals/:ref/release'),
  retraction: url('/:city/proposals/:ref/retraction'),
  withdrawal: url('/:city/proposals/:ref/withdrawal'),
  decline: url('/:city/proposals/:ref/decline'),
  messages: url('/:city/proposals/:ref/messages'),
  /** The letter of the decision in force; pages link to each letter by its own address, `…/letters/:letter`. */
  letter: url('/:city/proposals/:ref/letter.pdf'),
  receiptLetter: url('/:city/proposals/:ref/receipt.pdf'),
  /** Keeps its old path, because letters and mails name it. */
  returnLetter: url('/:city/proposals/:ref/correction.pdf'),
  sheet: url('/:city/proposals/:ref/proposal.pdf'),
}
