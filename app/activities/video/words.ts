import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    notReady: '视频还没有准备好',
    notReadyMore: '上传后就可以在这里观看；如有疑问，请联系下方的老师。',
    needsScript: '观看视频需要浏览器运行脚本（JavaScript）。请换一个浏览器，或在设置中允许。',
    cannotPlay: '这个浏览器不能播放此视频。请更新浏览器，或换用 Chrome、Edge、Firefox。',
    length: (length: string, size: string) => `时长 ${length} · 约 ${size}`,
    noSkip: '这个视频须按顺序看完，不能快进。',
    watched: (share: string, needed: string) => `已看 ${share}，看到 ${needed} 算完成`,
    enough: (share: string) => `已看 ${share}，这一项已完成`,
    speed: '播放速度',
    times: (speed: number) => `${speed} 倍`,
    lost: '网络断开，刚看的部分还没有记上。恢复后会补记，请不要关闭页面。',
    unopened: '网络不通，还没有开始计时。恢复后会自动开始。',
    failed:
      '视频没有加载出来，多半是网络不通。恢复后会自动重试；如果一直不行，请更新浏览器，或换用 Chrome、Edge、Firefox。',
    tryAgain: '再试一次',
    elsewhere: '您在别处打开了视频，这里已停止计时。按播放可在这里继续。',
    notCounted: '可以观看，但不再计入学习记录。',
    resume: (position: string) => `从上次看到的 ${position} 继续`,
  },
  en: {
    notReady: 'The film is not ready yet',
    notReadyMore:
      'It can be watched here once it has been uploaded; if in doubt, ask whom this page names below.',
    needsScript: 'Watching needs JavaScript. Please use another browser, or allow it in the settings.',
    cannotPlay: 'This browser cannot play the film. Please update it, or use Chrome, Edge or Firefox.',
    length: (length: string, size: string) => `${length} long · about ${size}`,
    noSkip: 'This film has to be watched in order; skipping ahead is not possible.',
    watched: (share: string, needed: string) => `${share} watched; ${needed} completes it`,
    enough: (share: string) => `${share} watched; this is done`,
    speed: 'Speed',
    times: (speed: number) => `${speed}×`,
    lost: 'No network: what you just watched is not counted yet. It will be once it is back; keep this page open.',
    unopened: 'No network: nothing is counted yet. Counting begins by itself once it is back.',
    failed:
      'The film did not load, most likely for want of a network. It is tried again when that is back; if it never loads, please update your browser, or use Chrome, Edge or Firefox.',
    tryAgain: 'Try again',
    elsewhere: 'You have opened a film elsewhere, so counting has stopped here. Press play to go on here.',
    notCounted: 'You can watch, but it no longer counts.',
    resume: (position: string) => `Goes on from ${position}, where you stopped`,
  },
})
