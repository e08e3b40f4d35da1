import { InvitationForm, invitePerson } from '../modules/admin/index.ts'
import { listCities } from '../modules/cities/index.ts'
import { system } from '../platform/actor.ts'
import type { Doors } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { today } from '../platform/time/index.ts'
import { openInstallation } from './installation.ts'

export async function run([slug, email, name]: string[]): Promise<number> {
  if (!slug || !email || !name) {
    process.stderr.write(
      '市、メールアドレス、氏名を指定してください。例: tomoni administrator example-shi hanako@example.lg.jp 市川花子\n',
    )
    return 2
  }
  const database = await openInstallation(readEnv('command'))
  try {
    const sentence = await inviteAdministrator(database, { slug, email, name }, new Date())
    if (sentence) process.stderr.write(`${sentence}\n`)
    else process.stdout.write(`${name}さんを招きました。まもなく ${email} に、招待のメールが届きます。\n`)
    return sentence ? 1 : 0
  } finally {
    await database.close()
  }
}

/** Sends the usual invitation. Returns an error as a sentence, or undefined. */
export async function inviteAdministrator(
  doors: Doors,
  { slug, email, name }: { slug: string; email: string; name: string },
  now: Date,
): Promise<string | undefined> {
  const city = (await doors.house.run((db) => listCities(db))).find((one) => one.slug === slug)
  if (!city) return `「${slug}」という市はありません。先に tomoni charter apply で加えてください。`
  const typed = InvitationForm.safeParse({ name, email, role: 'administrator', starts_on: today(now) })
  if (!typed.success) return typed.error.issues[0]!.message
  const actor = { ...system(city.id), posts: [{ role: 'administrator', department_id: null, joined: now }] }
  await doors.city(city.id).run((db) => invitePerson({ db, actor, now }, {}, typed.data))
}
