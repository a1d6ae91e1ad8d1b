import { Fragment } from 'react'

const ADDRESS = /(https?:\/\/[^\s<>"'“”‘’，。；、（）()【】《》]+)/

/** Words as they were typed, with their line breaks; addresses of the web are links, and nothing else is anything. */
export function PlainText({ text }: { text: string }) {
  const parts = text.split(ADDRESS)
  let at = 0
  return (
    <span className="whitespace-pre-wrap">
      {parts.map((part, index) => {
        at += part.length
        return index % 2 === 1 ? (
          <a
            key={at}
            href={part}
            className="link break-all"
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
          >
            {part}
          </a>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        )
      })}
    </span>
  )
}
