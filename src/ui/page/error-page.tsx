import type { Child } from 'hono/jsx'
import type { Example, Link } from '../example.ts'
import { useWords } from '../words.ts'

/** The body of a refusal or failure with its remedy; give `heading` when the Page has `heading={false}`. */
function ErrorPage(props: {
  status: number
  heading?: string
  sentence: string
  remedy: Child
  links?: Link[]
  requestId?: string
}) {
  const { status, heading, sentence, remedy, links = [], requestId } = props
  const words = useWords()
  return (
    <div class="refusal flow">
      {heading && <h1>{heading}</h1>}
      <p class="lead">{sentence}</p>
      {typeof remedy === 'string' ? <p>{remedy}</p> : remedy}
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        {words.status} {status}
        {requestId && (
          <>
            {' ・ '}
            {words.inquiry} <code>{requestId}</code>
          </>
        )}
      </p>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'ErrorPage お見せできないとき',
    render: () => (
      <ErrorPage
        status={404}
        sentence="このページは見つかりませんでした。取り下げられたか、あなたには公開されていないものです。"
        remedy="アドレスを確かめるか、次のページからおさがしください。"
        links={[{ href: '/ui', label: '協働事業の一覧' }]}
        requestId="r-7f3a91"
      />
    ),
  },
]
