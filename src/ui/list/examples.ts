import { examples as card } from './card.tsx'
import { examples as emptyState } from './empty-state.tsx'
import { examples as fileList } from './file-list.tsx'
import { examples as filterForm } from './filter-form.tsx'
import { examples as linkList } from './link-list.tsx'
import { examples as pagination } from './pagination.tsx'
import { examples as photoGrid } from './photo-grid.tsx'
import { examples as searchBox } from './search-box.tsx'
import { examples as summaryList } from './summary-list.tsx'
import { examples as table } from './table.tsx'

export const examples = [
  ...card,
  ...emptyState,
  ...fileList,
  ...searchBox,
  ...filterForm,
  ...linkList,
  ...pagination,
  ...photoGrid,
  ...summaryList,
  ...table,
]
