// What one page of the groups shows of all of them.
import type { GroupsView } from '~/domain/cohorts/groups.queries.server'
import { pageOf } from '~/domain/pages'

export type GroupsAsked = {
  q: string
  page: number
  /** Whose form is open: the person who is moved, or the group that gets a mentor. */
  moving: string
  mentoring: string
  /** Only groups without a mentor. */
  alone: boolean
}

const GROUPS_A_PAGE = 50
const PEOPLE_A_PAGE = 50

/** One page number leafs through both lists: the groups, and who is in none. */
export function shownOf(view: GroupsView, asked: GroupsAsked) {
  const alone = view.groups.filter(isAlone)
  const found = (asked.alone ? alone : view.groups).filter((group) => hasWord(group, asked.q))
  // Before groups are confirmed nobody is listed as being in none.
  const without = view.state === 'confirmed' ? view.without : []
  const pages = Math.max(pagesOf(found, GROUPS_A_PAGE), pagesOf(without, PEOPLE_A_PAGE))
  const page = Math.min(asked.page, pages)
  const onPage = <R>(rows: R[], perPage: number) => rows.slice((page - 1) * perPage, page * perPage)
  const { state, enrolled, gone, exceptions } = view
  return {
    state,
    enrolled,
    gone,
    exceptions,
    total: view.groups.length,
    people: view.groups.reduce((sum, group) => sum + group.people.length, 0),
    unmentored: alone.length,
    found: found.length,
    groups: onPage(found, GROUPS_A_PAGE),
    withoutGroup: view.without.length,
    without: onPage(without, PEOPLE_A_PAGE),
    page,
    pages,
    places: asked.moving || asked.mentoring ? view.groups.map(({ id, name }) => ({ id, name })) : [],
    candidates: asked.mentoring ? view.candidates : [],
  }
}

function isAlone({ mentors }: GroupsView['groups'][number]) {
  return mentors.length === 0
}

function hasWord({ name, mentors, people }: GroupsView['groups'][number], q: string) {
  return q === '' || [{ name }, ...mentors, ...people].some((one) => one.name.includes(q))
}

function pagesOf(rows: readonly unknown[], perPage: number) {
  return pageOf(rows, 1, perPage).pages
}
