import { Form, Link } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { PageHeader } from '~/components/page-header'
import { titled } from '~/components/titled'
import { words } from '~/components/words'

export const meta = titled(words, () => 'gallery')
export async function action() {
  return null
}
export async function loader() {
  return { a: 1 }
}
export default function Gallery() {
  return (
    <main>
      <PageHeader title="Gallery" />
      <Link to="/gallery?x=1">here</Link>
      <Form method="post">
        <FormKey />
        <Field name="a" label="A" />
        <SubmitButton>ok</SubmitButton>
      </Form>
    </main>
  )
}
