import { drawLine } from './draw'
import { type Flow, nextPage } from './flow'
import { type Line, type Style, widthOf, wrap } from './lines'
import { artifact, colour, hairline, openTag, tag } from './page'

export type Column<Row> = {
  head: string
  /** Its part of the table's width; the parts of all columns are added up. */
  share: number
  align?: 'left' | 'right' | 'center'
  cell: (row: Row) => string
  /** Lines that a long text may take before it is cut. */
  lines?: number
}

type Options<Row> = {
  size?: number
  /** At least so high, for rows that are written in by hand. */
  rowHeight?: number
  /** The last row, in bold: the totals. */
  foot?: Row
}

type Cell = { lines: Line[]; x: number; width: number; align: 'left' | 'right' | 'center' }
type Layout<Row> = {
  columns: { column: Column<Row>; x: number; width: number }[]
  size: number
  leading: number
  rowHeight: number
}

const padding = 3

/** Draws a table; where it goes on to another page its head is repeated there. */
export function drawTable<Row>(flow: Flow, columns: Column<Row>[], rows: Row[], options: Options<Row> = {}) {
  const size = options.size ?? 9.5
  const layout: Layout<Row> = {
    columns: placed(flow, columns),
    size,
    leading: size * 1.35,
    rowHeight: options.rowHeight ?? size * 1.95,
  }
  const table = openTag(flow.paper, 'Table')
  const headHeight = drawHead(flow, layout, table)
  const body: Style = { face: 'serif', size, color: colour.ink }
  const bold: Style = { ...body, face: 'serif-bold' }
  const all = options.foot === undefined ? rows : [...rows, options.foot]
  all.forEach((row, i) => {
    const isFoot = i === rows.length
    const cells = layout.columns.map(({ column, ...place }) =>
      cellOf(column, place, column.cell(row), isFoot ? bold : body),
    )
    const height = Math.max(
      layout.rowHeight,
      Math.max(...cells.map((cell) => cell.lines.length)) * layout.leading + 6,
    )
    if (flow.y + height > flow.bottom && flow.y > flow.top + headHeight) {
      nextPage(flow)
      artifact(flow.paper, () => drawHeadCells(flow, layout, (draw) => draw()))
    }
    const element = openTag(flow.paper, 'TR', table)
    for (const cell of cells)
      tag(flow.paper, 'TD', () => drawCell(flow, layout, cell, height), { in: element })
    flow.y += height
    artifact(flow.paper, () => rowLine(flow, isFoot || i === all.length - 1))
  })
  table.end()
}

function placed<Row>(flow: Flow, columns: Column<Row>[]) {
  const whole = columns.reduce((sum, column) => sum + column.share, 0)
  let x = flow.left
  return columns.map((column) => {
    const width = (column.share / whole) * flow.width
    x += width
    return { column, x: x - width + padding, width: width - 2 * padding }
  })
}

function cellOf<Row>(
  column: Column<Row>,
  place: { x: number; width: number },
  text: string,
  style: Style,
): Cell {
  return { ...place, lines: wrap(style, text, place.width, column.lines ?? 4), align: column.align ?? 'left' }
}

function drawCell<Row>(flow: Flow, layout: Layout<Row>, cell: Cell, height: number) {
  const first = flow.y + (height - (cell.lines.length - 1) * layout.leading) / 2 + layout.size * 0.36
  cell.lines.forEach((line, i) => {
    drawLine(flow.paper, line, cell.x, first + i * layout.leading, cell.width, cell.align)
  })
}

function drawHead<Row>(flow: Flow, layout: Layout<Row>, table: PDFKit.PDFStructureElement) {
  const row = openTag(flow.paper, 'TR', table)
  const from = flow.y
  drawHeadCells(flow, layout, (draw, isLine) => {
    if (isLine) artifact(flow.paper, draw)
    else tag(flow.paper, 'TH', draw, { in: row })
  })
  return flow.y - from
}

function drawHeadCells<Row>(
  flow: Flow,
  layout: Layout<Row>,
  by: (draw: () => void, isLine: boolean) => void,
) {
  const style = headStyle(layout)
  const cells = layout.columns.map(({ column, ...place }) => cellOf(column, place, column.head, style))
  const height = Math.max(...cells.map((cell) => cell.lines.length)) * layout.leading + 8
  by(() => hairline(flow.paper, flow.left, flow.y, flow.width, { weight: 1.1, color: colour.ink }), true)
  for (const cell of cells) by(() => drawCell(flow, layout, cell, height), false)
  flow.y += height
  by(() => hairline(flow.paper, flow.left, flow.y, flow.width, { weight: 0.6, color: colour.ink }), true)
}

/** Small enough that no word of a head is cut. */
function headStyle<Row>(layout: Layout<Row>): Style {
  const style: Style = { face: 'sans-bold', size: layout.size * 0.93, color: colour.ink }
  const fits = layout.columns.map(({ column, width }) => {
    const widest = Math.max(
      ...column.head.split(' ').map((word) => (/\p{Script=Han}/u.test(word) ? 0 : widthOf(style, word))),
    )
    return widest > width ? width / widest : 1
  })
  return { ...style, size: style.size * Math.min(...fits) * 0.999 }
}

function rowLine(flow: Flow, isLast: boolean) {
  const line = isLast ? { weight: 1.1, color: colour.ink } : { weight: 0.4, color: colour.line }
  hairline(flow.paper, flow.left, flow.y, flow.width, line)
}
