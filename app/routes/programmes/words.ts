import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '培训项目',
    name: '项目',
    track: '类别',
    weeks: '周数',
    modules: '模块',
    activities: '活动',
    hours: '学时',
    state: '版本',
    published: (n: number) => `第 ${n} 版，已发布`,
    draft: (n: number) => `第 ${n} 版，未发布`,
    tracks: { teacher: '教师', farmer: '农民', 'safety-officer': '安全员', open: '其他' },
    emptyTitle: '还没有培训项目',
    emptyText: '您的机构还没有培训项目。有疑问请联系页面下方的平台管理员。',
  },
  en: {
    title: 'Programmes',
    name: 'Programme',
    track: 'Track',
    weeks: 'Weeks',
    modules: 'Modules',
    activities: 'Activities',
    hours: 'Hours',
    state: 'Version',
    published: (n: number) => `Version ${n}, published`,
    draft: (n: number) => `Version ${n}, draft`,
    tracks: { teacher: 'Teachers', farmer: 'Farmers', 'safety-officer': 'Safety officers', open: 'Other' },
    emptyTitle: 'No programmes yet',
    emptyText: 'Your organisation has none yet. Ask the administrator named below.',
  },
})
