import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '名额',
    lead: '每个机构最多能送多少人。留空表示不单独设名额，按上级机构的名额算。',
    seatsOf: (name: string) => `${name}名额`,
    total: (n: number) => `共 ${n} 个名额`,
    save: '保存名额',
    saved: '名额已保存。',
    outside: (name: string) => `${name}不在这一期所属的机构之下，不能设名额。`,
    'below-enrolled': (name: string, taken: number) => `${name}已报名 ${taken} 人，名额不能比这更少。`,
    wrong: '名额是 0 到 100000 之间的整数。',
  },
  en: {
    title: 'Quotas',
    lead: 'How many people each organisation may send. Left empty, the organisation above counts.',
    seatsOf: (name: string) => `Places for ${name}`,
    total: (n: number) => `${n} places in all`,
    save: 'Save the quotas',
    saved: 'The quotas are saved.',
    outside: (name: string) => `${name} does not lie below the organisation that this cohort is held for.`,
    'below-enrolled': (name: string, taken: number) =>
      `${name} has ${taken} enrolled already; the quota cannot be smaller.`,
    wrong: 'A quota is a whole number from 0 to 100000.',
  },
})
