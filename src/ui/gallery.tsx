import { examples as barSeries } from './chart/bar-series.tsx'
import { examples as figures } from './chart/figures.tsx'
import { examples as meter } from './chart/meter.tsx'
import { examples as scalePair } from './chart/scale-pair.tsx'
import type { Example } from './example.ts'
import { examples as choiceField } from './form/choice-field.tsx'
import { examples as confirmPanel } from './form/confirm-panel.tsx'
import { examples as dateField } from './form/date-field.tsx'
import { examples as errorSummary } from './form/error-summary.tsx'
import { examples as fieldset } from './form/fieldset.tsx'
import { examples as fileField } from './form/file-field.tsx'
import { examples as form } from './form/form.tsx'
import { examples as passkeyButton } from './form/passkey-button.tsx'
import { examples as submitRow } from './form/submit-row.tsx'
import { examples as textAreaField } from './form/text-area-field.tsx'
import { examples as textField } from './form/text-field.tsx'
import { examples as card } from './list/card.tsx'
import { examples as emptyState } from './list/empty-state.tsx'
import { examples as fileList } from './list/file-list.tsx'
import { examples as filterForm } from './list/filter-form.tsx'
import { examples as linkList } from './list/link-list.tsx'
import { examples as pagination } from './list/pagination.tsx'
import { examples as photoGrid } from './list/photo-grid.tsx'
import { examples as summaryList } from './list/summary-list.tsx'
import { examples as table } from './list/table.tsx'
import { examples as breadcrumbs } from './page/breadcrumbs.tsx'
import { examples as errorPage } from './page/error-page.tsx'
import { examples as tabs } from './page/tabs.tsx'
import { examples as diff } from './record/diff.tsx'
import { examples as principleList } from './record/principle-list.tsx'
import { examples as printSheet } from './record/print-sheet.tsx'
import { examples as roleTable } from './record/role-table.tsx'
import { examples as seal } from './record/seal.tsx'
import { examples as steps } from './record/steps.tsx'
import { examples as thread } from './record/thread.tsx'
import { examples as timeline } from './record/timeline.tsx'
import { examples as badge } from './text/badge.tsx'
import { examples as button } from './text/button.tsx'
import { examples as details } from './text/details.tsx'
import { examples as heading } from './text/heading.tsx'
import { examples as notice } from './text/notice.tsx'
import { examples as original } from './text/original.tsx'
import { examples as whole } from './text/whole.tsx'

/** Every component's examples, in the groups the folders make; tests and the page at /ui read the same list. */
export const gallery: { id: string; heading: string; examples: Example[] }[] = [
  { id: 'page', heading: 'ページの枠', examples: [...breadcrumbs, ...errorPage, ...tabs] },
  {
    id: 'text',
    heading: '文章とボタン',
    examples: [...badge, ...button, ...details, ...heading, ...notice, ...original, ...whole],
  },
  {
    id: 'list',
    heading: '並べる',
    examples: [
      ...card,
      ...emptyState,
      ...fileList,
      ...filterForm,
      ...linkList,
      ...pagination,
      ...photoGrid,
      ...summaryList,
      ...table,
    ],
  },
  {
    id: 'form',
    heading: '書式',
    examples: [
      ...choiceField,
      ...confirmPanel,
      ...dateField,
      ...errorSummary,
      ...fieldset,
      ...fileField,
      ...form,
      ...passkeyButton,
      ...submitRow,
      ...textAreaField,
      ...textField,
    ],
  },
  { id: 'chart', heading: '図', examples: [...barSeries, ...figures, ...meter, ...scalePair] },
  {
    id: 'record',
    heading: '記録',
    examples: [...diff, ...principleList, ...printSheet, ...roleTable, ...seal, ...steps, ...thread, ...timeline],
  },
]

/** The page at /ui: all that pages are made of, each as it looks and with its name. */
export function GalleryBody() {
  return (
    <>
      <ul class="contents" aria-label="部品のまとまり">
        {gallery.map(({ id, heading }) => (
          <li>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
      {gallery.map(({ id, heading, examples }) => (
        <section class="flow" id={id}>
          <h2>{heading}</h2>
          {examples.map(({ name, render }) => (
            <div class="flow">
              <hr />
              <p class="quiet">{name}</p>
              {render()}
            </div>
          ))}
        </section>
      ))}
    </>
  )
}
