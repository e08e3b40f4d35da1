import { examples as bothVersions } from './both-versions.tsx'
import { examples as choiceField } from './choice-field.tsx'
import { examples as confirmPanel } from './confirm-panel.tsx'
import { examples as dateField } from './date-field.tsx'
import { examples as errorSummary } from './error-summary.tsx'
import { examples as fieldset } from './fieldset.tsx'
import { examples as fileField } from './file-field.tsx'
import { examples as form } from './form.tsx'
import { examples as numberField } from './number-field.tsx'
import { examples as partyField } from './party-field.tsx'
import { examples as passkeyButton } from './passkey-button.tsx'
import { examples as selectField } from './select-field.tsx'
import { examples as submitRow } from './submit-row.tsx'
import { examples as textAreaField } from './text-area-field.tsx'
import { examples as textField } from './text-field.tsx'

export const examples = [
  ...selectField,
  ...choiceField,
  ...partyField,
  ...bothVersions,
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
  ...numberField,
]
