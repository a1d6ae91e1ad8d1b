import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from './markdown'

function shown(text: string) {
  return renderToStaticMarkup(<Markdown text={text} />)
}

test('headings, paragraphs, lists and quotations are drawn', () => {
  expect(shown('# 标题\n\n第一段\n\n- 甲\n- 乙\n\n1. **早**\n2. 晚\n\n> 引文')).toBe(
    '<h2>标题</h2><p>第一段</p><ul><li>甲</li><li>乙</li></ul><ol start="1"><li><strong>早</strong></li><li>晚</li></ol><blockquote class="whitespace-pre-line">引文</blockquote>',
  )
})

test('markup in a text stays text', () => {
  const html = shown(
    '<script>alert(1)</script>\n\n- <img src=x onerror=alert(1)>\n\n[链接](javascript:alert(1))',
  )
  expect(html).not.toMatch(/<script|<img|<a/)
  expect(html).toContain('&lt;script&gt;')
})

test('list items that empty lines part go on counting', () => {
  expect(shown('1. 甲\n\n2. 乙')).toBe('<ol start="1"><li>甲</li></ol><ol start="2"><li>乙</li></ol>')
})
