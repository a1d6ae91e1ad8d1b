import { confirmed, type KindFace, notYet } from '../kind'

export type DiscussionConfig = {
  prompt: string
  /** Substantial posts asked for, in this activity's topics. */
  minPosts: number
}

/** As `app/domain/mentoring/substantial.ts` counts them. */
export type DiscussionWork = { substantialPosts: number }

export type DiscussionMissing = { word: 'post'; posts: number }

function progress(config: DiscussionConfig, work: DiscussionWork) {
  const posts = config.minPosts - work.substantialPosts
  return posts <= 0 ? confirmed() : notYet<DiscussionMissing>({ word: 'post', posts })
}

export const discussion: KindFace<
  'discussion',
  DiscussionConfig,
  DiscussionWork,
  DiscussionMissing,
  DiscussionConfig
> = {
  kind: 'discussion',
  hours: 'discussion',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': { post: (m) => `还差 ${m.posts} 帖，每帖 30 字以上` },
    en: {
      post: (m) => `${m.posts} more ${m.posts === 1 ? 'post' : 'posts'} of 30 characters or more`,
    },
  },
}
