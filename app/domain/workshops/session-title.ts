const halves: Record<string, string> = {
  上午: 'Morning',
  下午: 'Afternoon',
  晚上: 'Evening',
  全天: 'Whole day',
}

/** A session's title in the reader's language where it only names a part of the day; what else an author wrote stays. */
export function sessionTitle(title: string, locale: 'zh-CN' | 'en') {
  return (locale === 'en' && halves[title]) || title
}
