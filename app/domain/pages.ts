// The pages of a list, counted from 1.

/** The page that is shown where one was asked for, the last where that lies beyond it, and which rows of all are on it. */
export function pageAmong(total: number, asked: number, perPage = 50) {
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(pages, asked)
  return { page, pages, rows: { skip: (page - 1) * perPage, take: perPage } }
}

/** The same of a list that is there whole, with the lines on it. */
export function pageOf<R>(list: readonly R[], asked: number, perPage = 50) {
  const { page, pages, rows } = pageAmong(list.length, asked, perPage)
  return { page, pages, shown: list.slice(rows.skip, rows.skip + rows.take) }
}
