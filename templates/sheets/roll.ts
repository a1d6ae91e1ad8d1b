import { drawText } from '../draw'
import { centred, makeRoom, nextPage, openFlow, pageFoot, pageHead } from '../flow'
import { type Style, widthOf } from '../lines'
import type { Locale } from '../locale'
import { colour, hairline, mm, onEachPage, tag } from '../page'
import { openPaper, render } from '../render'
import { type Column, drawTable } from '../table'
import { rollWords } from './words'

/** Who is expected at a session, to be signed on paper. */
export type RollFacts = {
  organisation: string
  programmeTitle: string
  programmeTitleEn: string | null
  cohortTitle: string
  cohortTitleEn: string | null
  workshopTitle: string
  sessionTitle: string
  venue: string
  /** The day and the times as the venue's clock has them: 2017-05-12, 9:00, 12:00. */
  on: string
  from: string
  until: string
  groups: { name: string; mentor: string | null; people: { name: string; unit: string }[] }[]
}

type Row = { order: number; name: string; unit: string }

/** Draws a roll, a group to a page, with room to sign. */
export function drawRoll(facts: RollFacts, locale: Locale = 'zh-CN'): Promise<Uint8Array> {
  const words = rollWords[locale]
  const paper = openPaper({
    title: `${words.title} ${words.session(facts)}`,
    author: facts.organisation,
    locale,
    date: facts.on,
  })
  const flow = openFlow(paper)
  const columns: Column<Row>[] = [
    { head: words.columns.order, share: 8, align: 'center', cell: (row) => String(row.order) },
    { head: words.columns.name, share: 18, cell: (row) => row.name },
    { head: words.columns.unit, share: 38, cell: (row) => row.unit },
    { head: words.columns.signature, share: 26, cell: () => '' },
    { head: words.columns.note, share: 16, cell: () => '' },
  ]
  facts.groups.forEach((group, i) => {
    if (i) nextPage(flow)
    flow.y += mm(2)
    centred(flow, 'H1', { face: 'sans-bold', size: 17, color: colour.ink }, words.title)
    centred(flow, 'P', { face: 'serif', size: 12, color: colour.ink }, words.session(facts))
    centred(flow, 'P', { face: 'serif', size: 10.5, color: colour.soft }, words.when(facts))
    flow.y += mm(5)
    const style: Style = { face: 'sans-bold', size: 11, color: colour.ink }
    const text = words.group(group.name, group.mentor, group.people.length)
    tag(paper, 'H2', () => drawText(paper, style, text, flow.left, flow.y + 10))
    flow.y += mm(6.5)
    const rows = group.people.map((person, n) => ({ order: n + 1, ...person }))
    drawTable(flow, columns, rows, { size: 10.5, rowHeight: mm(9.6) })
    makeRoom(flow, mm(16))
    const small: Style = { face: 'serif', size: 10.5, color: colour.ink }
    const left = flow.left + flow.width - mm(50) - widthOf(small, words.signed) - 4
    tag(paper, 'P', () => {
      drawText(paper, small, words.signed, left, flow.y + mm(12))
      hairline(paper, left + widthOf(small, words.signed) + 4, flow.y + mm(13), mm(50), { color: colour.ink })
    })
  })
  onEachPage(paper, (page, of) => {
    pageHead(flow, words.of(facts), facts.organisation)
    pageFoot(flow, words.session(facts), words.page(page, of))
  })
  return render(paper)
}
