// A small part of Markdown, drawn as elements: whatever the text holds, it can only become text, never markup.
//   # to ###      headings, one level deeper than written, since the page has its own
//   - and 1.      lists, one level
//   >             quotations
//   **…** *…*     strong, emphasis
//   empty lines   part paragraphs
import type { ReactNode } from 'react'

type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: string[] }
  | { kind: 'quotation'; text: string }
  | { kind: 'paragraph'; text: string }

export function Markdown({ text }: { text: string }) {
  return <>{blocksOf(text).map((block, index) => drawn(block, index))}</>
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let joins = false
  for (const line of text.split(/\r?\n/)) {
    const block = blockOf(line)
    const last = blocks.at(-1)
    if (!block) joins = false
    else if (joins && last?.kind === 'list' && block.kind === 'list' && last.ordered === block.ordered) {
      last.items.push(...block.items)
    } else if (joins && last && 'text' in last && last.kind !== 'heading' && last.kind === block.kind) {
      last.text += `\n${block.text}`
    } else blocks.push(block)
    if (block) joins = true
  }
  return blocks
}

function blockOf(line: string): Block | null {
  if (line.trim() === '') return null
  const heading = /^(#{1,3})\s+(.+)$/.exec(line)
  if (heading) return { kind: 'heading', level: heading[1]!.length, text: heading[2]! }
  const bullet = /^\s{0,3}[-*]\s+(.+)$/.exec(line)
  if (bullet) return { kind: 'list', ordered: false, start: 1, items: [bullet[1]!] }
  const numbered = /^\s{0,3}(\d{1,3})\.\s+(.+)$/.exec(line)
  if (numbered) return { kind: 'list', ordered: true, start: Number(numbered[1]), items: [numbered[2]!] }
  const quoted = /^>\s?(.*)$/.exec(line)
  if (quoted) return { kind: 'quotation', text: quoted[1]! }
  return { kind: 'paragraph', text: line.trim() }
}

function drawn(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h2 key={key}>{inline(block.text)}</h2>
      ) : (
        <h3 key={key}>{inline(block.text)}</h3>
      )
    case 'quotation':
      return (
        <blockquote key={key} className="whitespace-pre-line">
          {inline(block.text)}
        </blockquote>
      )
    case 'paragraph':
      return <p key={key}>{inline(block.text)}</p>
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{inline(item)}</li>)
      return block.ordered ? (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      )
    }
  }
}

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).map((part, index) => {
    if (/^\*\*[^*]+\*\*$/.test(part)) return <strong key={index}>{part.slice(2, -2)}</strong>
    if (/^\*[^*]+\*$/.test(part)) return <em key={index}>{part.slice(1, -1)}</em>
    return part
  })
}
