import { cityOf, type Db } from '../../../platform/db/index.ts'
import type { Searchable } from '../../../platform/module.ts'
import { searchableOf } from '../project/searchable.ts'
import { findProjectById } from './one.ts'

export async function* searchable(db: Db): AsyncGenerator<Searchable> {
  for await (const id of streamPublished(db)) {
    const project = await findProjectById(db, id)
    if (project) yield searchableOf(project)
  }
}

async function* streamPublished(db: Db): AsyncGenerator<string> {
  let after: string | undefined = ''
  while (after !== undefined) {
    const rows = await db
      .selectFrom('projects')
      .select('id')
      .where('city_id', '=', cityOf(db))
      .where('published_at', 'is not', null)
      .$if(Boolean(after), (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(100)
      .execute()
    for (const { id } of rows) yield id
    after = rows[99]?.id
  }
}
