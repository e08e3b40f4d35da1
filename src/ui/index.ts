export type { Example, Link } from './example.ts'
export {
  CheckboxField,
  CheckboxGroup,
  ChoiceSet,
  type Option,
  type OptionGroup,
  PartyField,
  RadioField,
  SelectField,
} from './form/choice-field.tsx'
export { ConfirmPanel } from './form/confirm-panel.tsx'
export { DateField } from './form/date-field.tsx'
export { ErrorSummary } from './form/error-summary.tsx'
export { Field, type FieldProps, fieldId } from './form/field.tsx'
export { Fieldset, RepeatedRows } from './form/fieldset.tsx'
export { FileField } from './form/file-field.tsx'
export { Form } from './form/form.tsx'
export { SubmitRow } from './form/submit-row.tsx'
export { TextAreaField } from './form/text-area-field.tsx'
export { EmailField, NumberField, PasswordField, TelField, TextField, YenField } from './form/text-field.tsx'
export { Icon, type IconName } from './icon.tsx'
export { EmptyState } from './list/empty-state.tsx'
export { FileList, formatBytes, type ListedFile } from './list/file-list.tsx'
export { type Column, DataTable } from './list/table.tsx'
export { Breadcrumbs } from './page/breadcrumbs.tsx'
export type { LanguageLink, NavLink, UserMenu } from './page/header.tsx'
export { Page, type PageFrame, type PageProps } from './page/page.tsx'
export { Badge, type BadgeTone } from './text/badge.tsx'
export { Button, ButtonLink, ButtonRow } from './text/button.tsx'
export { Columns, Heading, Lead, Section } from './text/heading.tsx'
export { Flash, Notice, type NoticeKind } from './text/notice.tsx'
export type { Language } from './words.ts'
