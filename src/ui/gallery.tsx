import { examples as chart } from './chart/examples.ts'
import type { Example } from './example.ts'
import { examples as form } from './form/examples.ts'
import { examples as list } from './list/examples.ts'
import { examples as page } from './page/examples.ts'
import { examples as record } from './record/examples.ts'
import { examples as text } from './text/examples.ts'

export const gallery: { id: string; heading: string; examples: Example[] }[] = [
  { id: 'page', heading: 'ページの枠', examples: page },
  { id: 'text', heading: '文章とボタン', examples: text },
  { id: 'list', heading: '並べる', examples: list },
  { id: 'form', heading: '書式', examples: form },
  { id: 'chart', heading: '図', examples: chart },
  { id: 'record', heading: '記録', examples: record },
]

/** The page at /ui, with every component and its name. */
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
