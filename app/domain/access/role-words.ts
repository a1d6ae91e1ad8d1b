export const roleKinds = ['administrator', 'manager', 'bureau-officer'] as const
export type RoleKind = (typeof roleKinds)[number]

const chinese: Record<RoleKind, string> = {
  administrator: '平台管理员',
  manager: '项目管理员',
  'bureau-officer': '区县教育局',
}

const english: Record<RoleKind, string> = {
  administrator: 'Administrator',
  manager: 'Programme manager',
  'bureau-officer': 'Bureau officer',
}

export const roleWords = { 'zh-CN': chinese, en: english }
