import { expect, test } from 'vitest'
import { useWorld } from '../../../../test/world.ts'
import { boxWith } from '../../../platform/box.ts'
import { newId } from '../../../platform/db/index.ts'
import { createAccount } from './accounts.ts'
import { resealSecondFactors } from './reseal.ts'

const w = useWorld()
const [old, fresh, other] = ['o', 'n', 'x'].map((one) => one.repeat(40)) as [string, string, string]

test('after the secret of the installation was changed, staff keep their second factor, and the old secret can go', () =>
  w.run(({ doors, now }) =>
    doors.house.run(async (db) => {
      const staff = await createAccount(db, { email: `${newId()}@example.lg.jp`, name: '市川 花子' }, now)
      const stranger = await createAccount(db, { email: `${newId()}@example.lg.jp`, name: '市川 二郎' }, now)
      const add = (account_id: string, secret: string) =>
        db
          .insertInto('house.totp_secrets')
          .values({
            account_id,
            sealed: boxWith(secret).lock(`totp ${account_id}`, 'JBSWY3DP'),
            enrolled_at: now,
            confirmed_at: now,
            last_step: 0,
          })
          .execute()
      const before = (await db.selectFrom('house.totp_secrets').select('account_id').execute()).length
      await add(staff.id, old)
      await add(stranger.id, other)

      const done = await resealSecondFactors(db, boxWith(fresh, old))
      expect(done).toEqual({ resealed: 1, lost: before + 1 })
      const { sealed } = await db
        .selectFrom('house.totp_secrets')
        .select('sealed')
        .where('account_id', '=', staff.id)
        .executeTakeFirstOrThrow()
      expect(boxWith(fresh).open(`totp ${staff.id}`, sealed)).toBe('JBSWY3DP')
    }),
  ))
