import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '期次设置',
    lead: '培训项目、由谁开设、为谁开设，开设以后不再改变。',
    save: '保存',
    saved: '期次设置已保存。',
    endBeforeStart: '结束日期要在开始日期之后。',
    sizesCrossed: '最多人数不能少于最少人数。',
    refused: {
      dates: '结束日期要在开始日期之后。',
      begun: '这一期已经开始，开始日期不能再改。',
      'start-past': '开始日期不能早于今天。',
      'end-past': '结束日期不能早于今天。',
      'workshop-outside': (day: string) =>
        `${day}有面授，不在这些日期之内。请先改面授的日期，或者换一个日期。`,
    },
  },
  en: {
    title: 'Settings of the cohort',
    lead: 'The programme and the organisations stay as they were when it was opened.',
    save: 'Save',
    saved: 'The settings are saved.',
    endBeforeStart: 'The end has to come after the start.',
    sizesCrossed: 'The most cannot be fewer than the fewest.',
    refused: {
      dates: 'The end has to come after the start.',
      begun: 'The cohort has begun; its first day stays.',
      'start-past': 'The first day cannot be before today.',
      'end-past': 'The last day cannot be before today.',
      'workshop-outside': (day: string) =>
        `A workshop on ${day} lies outside of these dates. Move the workshop first, or choose other dates.`,
    },
  },
})
