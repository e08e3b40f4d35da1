import { formatBytes } from '../../platform/files/size.ts'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'

export interface ListedFile {
  href: string
  name: string
  bytes: number
  kind?: string
  note?: string
}

/** Documents, each with its kind and size before it is opened. */
export function FileList({ files }: { files: ListedFile[] }) {
  return (
    <ul class="bare files">
      {files.map((file) => (
        <li>
          <Icon name="file" />
          <a class="tap" href={file.href}>
            {file.name}
            <span class="quiet">
              （{file.kind && `${file.kind}・`}
              {formatBytes(file.bytes)}）
            </span>
          </a>
          {file.note && <span class="quiet">{file.note}</span>}
        </li>
      ))}
    </ul>
  )
}

export const examples: Example[] = [
  {
    name: 'FileList 文書',
    render: () => (
      <FileList
        files={[
          { href: '/ui', name: '協定書', kind: 'PDF', bytes: 46_120, note: '令和8年6月1日に締結' },
          { href: '/ui', name: '第1回打合せの記録', kind: 'PDF', bytes: 1_240_000 },
        ]}
      />
    ),
  },
]
