export { BarSeries } from './chart/bar-series.tsx'
export { Figures } from './chart/figures.tsx'
export { Meter } from './chart/meter.tsx'
export { ScalePair } from './chart/scale-pair.tsx'
export type { Link } from './example.ts'
export {
  CheckboxField,
  CheckboxGroup,
  PartyField,
  RadioField,
  SelectField,
} from './form/choice-field.tsx'
export { ConfirmPanel } from './form/confirm-panel.tsx'
export { DateField } from './form/date-field.tsx'

export { Field, fieldId } from './form/field.tsx'
export { Fieldset, RepeatedRows } from './form/fieldset.tsx'
export { FileField } from './form/file-field.tsx'
export { Form } from './form/form.tsx'
export { PasskeyButton } from './form/passkey-button.tsx'
export { SubmitRow } from './form/submit-row.tsx'
export { TextAreaField } from './form/text-area-field.tsx'
export { EmailField, NumberField, PasswordField, TelField, TextField, YenField } from './form/text-field.tsx'
export { GalleryBody } from './gallery.tsx'

export { Card, CardGrid } from './list/card.tsx'
export { EmptyState } from './list/empty-state.tsx'
export { FileList, formatBytes } from './list/file-list.tsx'
export { type Facet, FilterForm, SearchBox } from './list/filter-form.tsx'
export { LinkList } from './list/link-list.tsx'
export { Pagination } from './list/pagination.tsx'
export { PhotoGrid } from './list/photo-grid.tsx'
export { type Fact, SummaryList } from './list/summary-list.tsx'
export { DataTable } from './list/table.tsx'

export type { NavLink } from './page/header.tsx'
export { Page, type PageProps } from './page/page.tsx'
export { Tabs } from './page/tabs.tsx'
export { type Change, Diff } from './record/diff.tsx'
export { type Principle, PrincipleList } from './record/principle-list.tsx'
export { PrintSheet } from './record/print-sheet.tsx'

export { Seals } from './record/seal.tsx'
export { type Step, Steps } from './record/steps.tsx'
export { Paragraphs, Thread } from './record/thread.tsx'
export { Timeline, type TimelineEvent } from './record/timeline.tsx'
export { Badge, type BadgeTone } from './text/badge.tsx'
export { Button, ButtonLink, ButtonRow } from './text/button.tsx'
export { Details } from './text/details.tsx'
export { Columns, Lead, Section } from './text/heading.tsx'
export { Notice } from './text/notice.tsx'
export { Original, Spoken } from './text/original.tsx'
export { Whole } from './text/whole.tsx'
export { useLanguage } from './words.ts'
