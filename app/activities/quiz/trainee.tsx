import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { openActivity } from '~/http/activity.server'
import { quizAction } from './action'
import { QuizIntro } from './intro'
import { OpenAttempt } from './open-attempt'
import { attemptReview, quizPage } from './quiz.queries.server'
import { Review } from './review'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'quiz')
  const number = Number(new URL(request.url).searchParams.get('attempt'))
  const page = await quizPage(actor, activity)
  const review = Number.isInteger(number) && number > 0 ? await attemptReview(actor, activity, number) : null
  return { ...page, review, zone: activity.cohort.timeZone }
}

export function action({ request, params }: ActionFunctionArgs) {
  return quizAction(request, params)
}

export type QuizData = ReturnType<typeof useLoaderData<typeof loader>>

/** ?q=2 is a question of the open attempt, ?q=end the look before handing in, ?attempt=1 one that has ended. */
export default function QuizPage() {
  const quiz = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const asked = search.get('q')
  if (quiz.review) return <Review review={quiz.review} />
  if (quiz.open && asked !== null) return <OpenAttempt quiz={quiz} open={quiz.open} asked={asked} />
  return <QuizIntro quiz={quiz} />
}
