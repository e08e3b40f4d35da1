export const limits = {
  title: 100,
  purpose: 600,
  summary: 400,
  words: 400,
  does: 300,
  brings: 200,
  /** As long as a row of a proposal, because targets are copied from there. */
  target: 300,
  unit: 20,
  report: 4000,
  parties: 100,
  /** The most photos in one submission; a report can get more later. */
  photos: 4,
  photoWords: 200,
}
