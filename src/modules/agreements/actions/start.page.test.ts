import { expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { urls } from '../urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }
const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

test(
  'an officer whose department was in charge of the proposal begins the text, and goes on writing what was begun',
  inCity(async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const officer = c.as('officer')
    const started = await officer.fill(urls.new(city), { proposal: proposal.id, title: '花壇', kind: 'agreement' })
    expect([started.status, started.errors]).toEqual([303, {}])
    expect((await officer.follow(started)).heading).toBe('文面を書く')
  }),
)

test(
  'an officer begins one freely, and is not shut out of it',
  inCity(async (c) => {
    const officer = c.as('officer')
    const started = await officer.fill(urls.new(city), { title: '花壇', kind: 'agreement' })
    expect([started.status, started.errors]).toEqual([303, {}])
    expect((await officer.follow(started)).heading).toBe('文面を書く')
  }),
)

test(
  'from an adopted proposal nothing has to be typed again: title and kind are its own, and the page says what was carried over',
  inCity(async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const secretary = c.as('secretary')
    const started = await secretary.fill(urls.new(city), { proposal: proposal.id, title: '', kind: '' })
    expect([started.status, started.errors]).toEqual([303, {}])
    const page = await secretary.follow(started)
    expect(page.field('題名')).toBe(proposal.title)
    expect(page.formValues).toMatchObject({
      kind: 'agreement',
      'targets.0.indicator': expect.stringMatching(/./),
      'roles.0.does': expect.stringMatching(/./),
    })
    const says = page.says.slice(page.says.indexOf('採択された提案から書き始めた案です'))
    for (const words of ['題名', '当事者', '目的', '目標（', '役割（']) expect(says).toContain(words)
    expect(page.links.map(({ text }) => text)).toContain(proposal.title)
  }),
)

test(
  'one that begins with nothing is asked for its title and kind, and says of nothing that it was carried over',
  inCity(async (c) => {
    const wrong = await c.as('section').fill(urls.new(city), { title: '', kind: '' })
    expect(wrong.errors).toEqual({ title: expect.stringContaining('題名を入力してください。') })
    expect((await c.as('section').fill(urls.new(city), { title: '花壇', kind: '' })).errors).toEqual({
      kind: expect.stringContaining('種類を選んでください。'),
    })
    const started = await c.as('section').fill(urls.new(city), { title: '花壇', kind: 'agreement' })
    expect((await c.as('section').follow(started)).says).not.toContain('提案から')
  }),
)

test(
  'begun from an adopted proposal: its parties, title and purpose are there already, once, and the page leads back to it',
  inCity(async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const choices = async (person: string) => (await c.as(person).get(urls.new(city))).text.includes(proposal.id)
    expect([await choices('section'), await choices('secretary'), await choices('neighbour')]).toEqual([
      true,
      true,
      false,
    ])
    const secretary = c.as('secretary')
    const started = await secretary.fill(urls.new(city), {
      proposal: proposal.id,
      title: '花壇の協定',
      kind: 'agreement',
    })
    const draft = await secretary.follow(started)
    expect(draft.formValues).toMatchObject({
      'parties.0.party': expect.stringContaining(c.parties.first!.name),
      'parties.1.party': expect.stringContaining(c.parties.city!.name),
      purpose: expect.stringMatching(/./),
    })
    expect(await choices('section')).toBe(false)
    const again = await c
      .as('section')
      .fill(urls.new(city), { proposal: proposal.id, title: '花壇', kind: 'agreement' })
    expect(again.errors.proposal).toContain('すでに書き始められています')
  }),
)
