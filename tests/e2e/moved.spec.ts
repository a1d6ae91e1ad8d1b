import { paths } from '~/paths'
import { open } from '../support/browser'
import { say as sayAs, secondGroup } from '../support/discussion-world'
import { box, expect, openGroup, say, test, waiting } from './talk'

test('a trainee who is moved to another group while its page is open is told, and reads and speaks there', async ({
  made,
  device,
}) => {
  await secondGroup(made)
  await sayAs(made.wangFang.actor, made.group.id, made.activity, '玉米皮泡软以后孩子能编一整个上午。')
  const phone = await device(made.liNa)
  const onTopic = await phone.tab()
  const { page: desk } = await device(made.manager)
  await openGroup(phone.page, made, made.liNa)
  await open(onTopic, paths.groupTopic(made.liNa.enrolment.id, made.activity))
  await expect(onTopic.getByText(/[1-9] 人在线/)).toBeVisible()

  await open(desk, paths.cohortGroups(made.cohort.id))
  await desk.getByText(/^成员/).first().click()
  await desk.getByRole('link', { name: '移动 李娜' }).click()
  await desk.getByLabel('把李娜移到').selectOption({ label: '二组' })
  await desk.getByRole('button', { name: '移动' }).click()
  await expect(desk.getByText('已移动。')).toBeVisible()

  await expect(phone.page.getByText('您刚被转到“二组”')).toBeVisible()
  await expect(onTopic.getByText('您已离开这个小组，只能看到离开之前的内容。')).toBeVisible()
  await expect(onTopic.getByText('玉米皮泡软以后孩子能编一整个上午。')).toBeVisible()
  await expect(box(onTopic)).toHaveCount(0)
  await say(phone.page, '大家好，我刚转来')
  await expect(waiting(phone.page)).toHaveCount(0)
  await expect(phone.page.locator('#post-1')).toContainText('大家好，我刚转来')
  await phone.page.getByRole('link', { name: '一组' }).click()
  await expect(phone.page.getByText('您已离开这个小组，只能看到离开之前的内容。')).toBeVisible()
  await expect(phone.page.getByText(/您刚被转到/)).toHaveCount(0)
})
