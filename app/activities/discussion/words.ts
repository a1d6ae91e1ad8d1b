import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    done: (asked: number) => `已达到要求的 ${asked} 帖`,
    left: (posts: number) => `还差 ${posts} 帖`,
    rule: '每帖 30 字以上，空格和引用的话不算；被隐藏或删除的帖子不算。',
    posts: (n: number) => `小组里已有 ${n} 帖`,
    open: '到小组里讨论',
    noGroup: '您还没有分到小组',
    noGroupMore: '分好小组后，就可以在这里讨论。请联系管理员或导学教师。',
  },
  en: {
    done: (asked: number) => `All ${asked} posts written`,
    left: (posts: number) => `${posts} ${posts === 1 ? 'post' : 'posts'} to go`,
    rule: 'A post counts from 30 characters, without spaces and quotations, and while it is neither hidden nor deleted.',
    posts: (n: number) => `${n} ${n === 1 ? 'post' : 'posts'} in your group so far`,
    open: 'Discuss it in the group',
    noGroup: 'You are in no group yet',
    noGroupMore: 'Once you are, you can discuss it here. Ask your mentor or the cohort’s manager.',
  },
})
