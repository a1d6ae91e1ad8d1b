import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { managesOrganisation, overseesOrganisation, scopeOf } from '~/domain/access/scope.server'
import { endRole, grantRole } from '~/domain/accounts/roles.server'
import { newId } from '~/domain/ids.server'
import {
  addOtherName,
  createOrganisation,
  importOrganisationTree,
  moveOrganisation,
  setContact,
} from '~/domain/organisations/organisations.server'
import { createUnits } from '~/domain/organisations/tree.server'
import { later, monday, unique, world } from '../support/world'

const hour = 3_600_000
const at = (hours: number) => new Date(monday.getTime() + hours * hour)

test('an officer of a county looks after its townships and kindergartens, and nobody else does', async () => {
  const { officer, otherOfficer, manager, organisations, system } = await world()
  const { county, kindergarten, city, otherCounty } = organisations
  expect(await overseesOrganisation(officer, kindergarten.id)).toBe(true)
  expect(await overseesOrganisation(officer, county.id)).toBe(true)
  expect(await overseesOrganisation(officer, city.id)).toBe(false)
  expect(await overseesOrganisation(officer, otherCounty.id)).toBe(false)
  expect(await overseesOrganisation(otherOfficer, kindergarten.id)).toBe(false)
  expect(await overseesOrganisation(manager, kindergarten.id)).toBe(false)
  expect(await managesOrganisation(officer, county.id)).toBe(false)
  expect(await managesOrganisation(system, county.id)).toBe(false)
})

test('a scope lists what lies below each grant', async () => {
  const { officer, administrator, organisations } = await world()
  const { county, township, kindergarten } = organisations
  expect(await scopeOf(officer)).toEqual({
    administrator: false,
    manages: [],
    oversees: expect.arrayContaining([county.id, township.id, kindergarten.id]),
  })
  expect(await scopeOf(administrator)).toEqual({ administrator: true, manages: [], oversees: [] })
})

test('a role that has ended opens nothing any more, and one that has not begun nothing yet', async () => {
  const { officer, administrator, organisations } = await world()
  const grant = await db.roleGrant.findFirstOrThrow({ where: { personId: officer.person.id } })
  expect(await endRole(later(administrator, at(1)), grant.id)).toEqual({ ended: true })
  expect(await overseesOrganisation(later(officer, at(0.5)), organisations.county.id)).toBe(true)
  expect(await overseesOrganisation(later(officer, at(1)), organisations.county.id)).toBe(false)
  expect(await overseesOrganisation(later(officer, at(-1)), organisations.county.id)).toBe(false)
  expect(await endRole(later(administrator, at(2)), grant.id)).toEqual({ refused: 'absent' })
})

test('a township that moves takes its kindergartens out of one scope and into another', async () => {
  const { officer, otherOfficer, administrator, organisations } = await world()
  const { township, kindergarten, otherCounty, city } = organisations
  const moving = later(administrator, at(1))
  expect(await moveOrganisation(moving, township.id, otherCounty.id)).toEqual({ moved: true })
  expect(await overseesOrganisation(officer, kindergarten.id)).toBe(false)
  expect(await overseesOrganisation(otherOfficer, kindergarten.id)).toBe(true)
  const above = await db.organisationClosure.findMany({
    where: { descendantId: kindergarten.id },
    orderBy: { depth: 'asc' },
  })
  expect(above.map((pair) => pair.ancestorId)).toEqual([
    kindergarten.id,
    township.id,
    otherCounty.id,
    city.id,
  ])
  const places = await db.organisationPlace.findMany({
    where: { organisationId: township.id },
    orderBy: { from: 'asc' },
  })
  expect(places.map((place) => [place.parentId, place.until])).toEqual([
    [organisations.county.id, at(1)],
    [otherCounty.id, null],
  ])
})

test('an organisation is not moved into itself, nor to where it is, nor to what is not there', async () => {
  const { administrator, organisations, manager } = await world()
  const { county, kindergarten, city } = organisations
  expect(await moveOrganisation(administrator, county.id, kindergarten.id)).toEqual({
    refused: 'into-itself',
  })
  expect(await moveOrganisation(administrator, county.id, county.id)).toEqual({ refused: 'into-itself' })
  expect(await moveOrganisation(administrator, county.id, city.id)).toEqual({ refused: 'same-place' })
  expect(await moveOrganisation(administrator, county.id, administrator.person.id)).toEqual({
    refused: 'no-parent',
  })
  expect(await moveOrganisation(manager, county.id, null)).toEqual({ refused: 'not-administrator' })
})

test('only an administrator adds to the tree, and no code twice', async () => {
  const { administrator, manager, officer, organisations } = await world()
  const input = {
    code: unique('U'),
    name: '大名县第二幼儿园',
    kind: 'unit',
    parentId: organisations.county.id,
  } as const
  for (const other of [manager, officer]) {
    expect(await createOrganisation(other, input)).toEqual({ refused: 'not-administrator' })
  }
  const made = await createOrganisation(administrator, { ...input, otherNames: ['二幼'] })
  expect(made).toMatchObject({ name: '大名县第二幼儿园' })
  expect(await createOrganisation(administrator, input)).toEqual({ refused: 'code-taken' })
  expect(
    await createOrganisation(administrator, {
      ...input,
      code: unique('U'),
      parentId: administrator.person.id,
    }),
  ).toEqual({ refused: 'no-parent' })
  expect(await addOtherName(administrator, (made as { id: string }).id, '二幼')).toEqual({
    refused: 'already',
  })
})

test('a file of organisations is taken in whatever its order, and twice changes nothing', async () => {
  const { administrator, manager } = await world()
  const [city, county] = [unique('C'), unique('K')]
  const rows = [
    { code: county, name: '魏县教育局', kind: 'county', parent: city },
    { code: city, name: '邯郸市教育局', kind: 'city', parent: '' },
  ]
  expect(await importOrganisationTree(manager, rows)).toEqual({ refused: 'not-administrator' })
  expect(await importOrganisationTree(administrator, rows)).toMatchObject({ created: 2 })
  expect(await importOrganisationTree(administrator, rows)).toMatchObject({ created: 0 })
  const strange = [{ code: unique('X'), name: '某校', kind: 'school', parent: '' }]
  expect(await importOrganisationTree(administrator, strange)).toMatchObject({ refused: 'wrong-kind' })
  const lost = [{ code: 'lost', name: '某园', kind: 'unit', parent: unique('nowhere') }]
  expect(await importOrganisationTree(administrator, lost)).toEqual({ refused: 'no-parent', codes: ['lost'] })
})

test('kindergartens that a roster names are hung under their township with numbers of their own', async () => {
  const { manager, organisations } = await world()
  const { township, county } = organisations
  const made = await db.$transaction((tx) =>
    createUnits(tx, manager, [
      { parentId: township.id, name: '杨桥镇第二幼儿园', kind: 'unit' },
      { parentId: township.id, name: '杨桥镇第三幼儿园', kind: 'unit' },
    ]),
  )
  expect(made.map((unit) => unit.code)).toEqual([`${township.code}002`, `${township.code}003`])
  const pairs = await db.organisationClosure.count({
    where: { ancestorId: county.id, descendantId: { in: made.map((unit) => unit.id) } },
  })
  expect(pairs).toBe(2)
})

test('a role is granted by an administrator only, on an organisation, once, and is audited', async () => {
  const { administrator, manager, stranger, organisations } = await world()
  const role = {
    personId: stranger.person.id,
    role: 'manager',
    organisationId: organisations.county.id,
  } as const
  expect(await grantRole(manager, role)).toEqual({ refused: 'not-administrator' })
  expect(await grantRole(administrator, { ...role, organisationId: null })).toEqual({
    refused: 'needs-organisation',
  })
  expect(await grantRole(administrator, { ...role, role: 'administrator' })).toEqual({
    refused: 'needs-none',
  })
  expect(await grantRole(administrator, { ...role, organisationId: stranger.person.id })).toEqual({
    refused: 'absent',
  })
  expect(await grantRole(administrator, role)).toMatchObject({ role: 'manager' })
  expect(await grantRole(administrator, role)).toEqual({ refused: 'already' })
  expect(await managesOrganisation(stranger, organisations.kindergarten.id)).toBe(true)
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { action: 'role.granted', subjectId: stranger.person.id },
  })
  expect(entry).toMatchObject({ personId: administrator.person.id, details: { role: 'manager' } })
})

test('the last administrator stays one', async () => {
  const { administrator } = await world()
  const grants = await db.roleGrant.findMany({ where: { role: 'administrator', until: null } })
  const own = grants.find((grant) => grant.personId === administrator.person.id)!
  const much = later(administrator, at(5))
  for (const grant of grants) {
    if (grant.id !== own.id) expect(await endRole(much, grant.id)).toEqual({ ended: true })
  }
  expect(await endRole(much, own.id)).toEqual({ refused: 'last-administrator' })
})

test('whom people of an organisation may ask is said by an administrator only', async () => {
  const { administrator, manager, organisations } = await world()
  const contact = { name: '办公室', telephone: '0310-6562000', hours: '工作日' }
  const { id } = organisations.county
  expect(await setContact(manager, id, contact)).toEqual({ refused: 'not-administrator' })
  expect(await setContact(administrator, newId(), contact)).toEqual({ refused: 'absent' })
  expect(await setContact(administrator, id, contact)).toEqual({ set: true })
  expect(await db.organisation.findUnique({ where: { id } })).toMatchObject({ contactName: '办公室' })
})
