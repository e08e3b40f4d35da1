import { resealSecondFactors } from '../modules/accounts/index.ts'
import { boxWith } from '../platform/box.ts'
import { readEnv } from '../platform/env.ts'
import { recordInHouse } from '../platform/record/index.ts'
import { openInstallation, refusal } from './installation.ts'

/** After SECRET was changed: what the SECRET before had locked is locked with the new one, so that the old one can go. */
export async function run(): Promise<number> {
  const env = readEnv('command')
  if (!env.SECRET_BEFORE) throw refusal('SECRET_BEFORE に、前に使っていた SECRET を書いてから実行してください。')
  const database = await openInstallation(env)
  try {
    const now = new Date()
    const { resealed, lost } = await database.house.run(async (db) => {
      const done = await resealSecondFactors(db, boxWith(env.SECRET, env.SECRET_BEFORE))
      recordInHouse(
        db,
        { account_id: null, now },
        { kind: 'secret.renewed', subject: { id: 'installation' }, payload: done },
      )
      return done
    })
    process.stdout.write(`✓ 確認コードの登録 ${resealed}件を、新しい SECRET で封じ直しました。\n`)
    if (lost > 0)
      process.stdout.write(
        `✗ ${lost}件は、どちらの SECRET でも開けませんでした。その方は、控えのコードで入るか、登録を取り消してやり直します。\n`,
      )
    else process.stdout.write('SECRET_BEFORE を設定から消し、サービスを動かし直してください。\n')
    return lost > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}
