// Two cohorts in their ninth week, for looking at the pages of those who work there.
//   under way   30 people from a roster with mistakes, in groups, a workshop set, and a second roster waiting
//   over        certificates and a report issued, one who has not completed, one withdrawn, groups proposed
import { readFile } from 'node:fs/promises'
import { db } from '~/db.server'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { issueReport } from '~/domain/reports/issue.server'
import { createVenue } from '~/domain/workshops/venues.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { completionWorld, finish, inWeek, managed, reach, trainee } from '../support/completion-world'
import { daming } from '../support/daming'
import { later } from '../support/world'

export async function staffWorld() {
  return { at: inWeek(9), underWay: await underWay(), over: await over() }
}

async function underWay() {
  const { manager, cohort } = await daming()
  const bytes = await readFile('tests/fixtures/daming-roster-with-mistakes.xlsx')
  const upload = async (name: string) => done(await uploadRoster(manager, cohort, { bytes, name })).importId
  const agreed = (await importToManage(manager, cohort.id, await upload('名单.xlsx')))!
  await agreeToImport(manager, agreed)
  const importId = await upload('补充名单.xlsx')
  done(await proposeGroupsFor(manager, cohort))
  done(await confirmGroups(manager, cohort))
  const groups = await db.mentorGroup.findMany({ where: { cohortId: cohort.id } })
  const address = { name: '大名县实验幼儿园', address: '大名镇', capacity: 40 }
  const { venueId } = done(await createVenue(manager, cohort, address))
  const workshop = await db.activity.findFirstOrThrow({
    where: { kind: 'workshop', module: { programmeId: cohort.programmeId } },
  })
  const turns = [{ venueId, day: '2026-09-26', groupIds: groups.map(({ id }) => id) }]
  done(await setWorkshop(manager, cohort, workshop.id, { turns }))
  const someone = await db.enrolment.findFirstOrThrow({ where: { cohortId: cohort.id } })
  return {
    manager,
    cohortId: cohort.id,
    programmeId: cohort.programmeId,
    importId,
    groupId: groups[0]!.id,
    workshopId: workshop.id,
    enrolmentId: someone.id,
  }
}

async function over() {
  const world = await completionWorld()
  const { cohort, organisations } = world
  const chenJing = await trainee(world, '陈静')
  const guli = await trainee(world, '古丽巴哈尔·买买提', organisations.secondTownship.id)
  const wangFang = await trainee(world, '王芳')
  const zhaoMin = await trainee(world, '赵敏')
  await finish(world, chenJing, { score: 95 })
  await finish(world, guli, { full: false })
  await reach(world, wangFang, 'reading')
  await withdraw(world.manager, await managed(world, zhaoMin), { reason: '调离' })
  const manager = later(world.manager, inWeek(8))
  const enrolmentIds = [chenJing.id, guli.id]
  await confirmDecisions(manager, cohort, { enrolmentIds })
  await issueCertificates(manager, cohort, { enrolmentIds, origin: 'https://gongxue.example.cn' })
  done(await issueReport(manager, cohort, { organisationId: organisations.county.id }))
  done(await proposeGroupsFor(manager, cohort))
  const { officer, administrator } = world
  return { manager, officer, administrator, cohortId: cohort.id, enrolmentId: wangFang.id, organisations }
}

function done<T extends object>(answer: T) {
  if ('refused' in answer && answer.refused) throw new Error(String(answer.refused))
  return answer as Exclude<T, { refused: string | object }>
}
