import { isId } from '../../../platform/db/index.ts'
import { filesOf } from '../../../platform/files/attached.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { definePage, instantAsked, numberAsked, pages } from '../../../platform/web/index.ts'
import { getCharter, getPublishedCharter } from '../../charters/index.ts'
import { findPublished, listMine, listPublished } from '../queries/lists.ts'
import { listProposalOf, listSignedVersions, listVersions } from '../queries/one.ts'
import { urls } from '../urls.ts'
import { AgreementsPage } from '../views/list.tsx'
import { ShowAgreementPage } from '../views/show.tsx'
import { DifferencePage, VersionsPage } from '../views/versions.tsx'
import { about } from './about.ts'

function moment(at: string | null, id: string | null) {
  const asked = instantAsked(at)
  return asked && id && isId(id) ? { at: asked, id } : undefined
}

/** Where agreements are read: the list, one of them, its texts. */
export const showing = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: (c) =>
      listPublished(c.db, c.city.id, {
        year: numberAsked(c.query.get('year')),
        after: moment(c.query.get('after'), c.query.get('id')),
      }),
    load: async (c) => ({ mine: await listMine(c.db, c.actor, moment(c.query.get('mine'), c.query.get('mine_id'))) }),
    guest: () => ({ mine: [] }),
    view: AgreementsPage,
  }),

  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => (await findPublished(c.db, c.city.id, c.params.ref!)) ?? null,
    load: async (c) => {
      const found = await about(c)
      if (!found && !c.published) return undefined
      if (!found) return { charter: await getCharter(c.db, c.published!.charter_id), own: null }
      const entries = await entriesOf(c.db, [{ kind: 'agreement', id: found.d.id }])
      const files = await filesOf(c.db, { kind: 'agreement', id: found.d.id }, 'signature')
      return {
        charter: found.charter,
        own: { d: found.d, entries, files, proposals: await listProposalOf(c.db, found.d) },
      }
    },
    guest: async (c) => ({ charter: await getPublishedCharter(c.db, c.city.id, c.published!.charter_id), own: null }),
    view: ShowAgreementPage,
  }),

  [urls.versions.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => {
      const found = await about(c)
      return found && { ...found, versions: await listVersions(c.db, found.d.id) }
    },
    view: VersionsPage,
  }),

  [urls.difference.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => {
      const found = await about(c)
      const number = /^[1-9]\d{0,4}$/.test(c.params.version!) ? Number(c.params.version) : 0
      if (!found || !number) return undefined
      const versions = await listSignedVersions(c.db, found.d.id, [number - 1, number])
      const version = versions.find((one) => one.version === number)
      return version && { ...found, version, before: versions.find((one) => one.version === number - 1) }
    },
    view: DifferencePage,
  }),
})
