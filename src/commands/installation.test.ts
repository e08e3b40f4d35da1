import { expect, test } from 'vitest'
import { targetOf } from './installation.ts'

test('the password is never said, nor is the login of the web where the owner works', () => {
  const DATABASE_URL = 'postgres://tomoni_web:himitsu1@db.example.jp/tomoni'
  const DATABASE_OWNER_URL = 'postgres://tomoni_owner:himitsu2@db.example.jp:5433/tomoni?password=himitsu3'
  const said = targetOf({ DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR: '/srv/data' })
  expect(said).toBe('対象：PostgreSQL db.example.jp:5433 のデータベース tomoni、利用者 tomoni_owner')
})

test('whoever migrates reads which database or which folder it is', () => {
  const web = 'postgres://tomoni_web:himitsu@db.example.jp/tomoni'
  expect(targetOf({ DATABASE_URL: web, DATA_DIR: '/srv/data' })).toBe(
    '対象：PostgreSQL db.example.jp:5432 のデータベース tomoni、利用者 tomoni_web',
  )
  expect(targetOf({ DATABASE_URL: 'postgresql:///tomoni?host=/run/postgresql', DATA_DIR: '/srv/data' })).toContain(
    '/run/postgresql:5432 のデータベース tomoni',
  )
  expect(targetOf({ DATA_DIR: '/srv/tomoni/data' })).toBe('対象：内蔵データベース（/srv/tomoni/data）')
})
