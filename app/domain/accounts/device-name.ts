// What a browser is called in the list of one's sessions: short, and without what would tell it apart.

const browsers: [RegExp, string][] = [
  [/MicroMessenger/i, 'WeChat'],
  [/DingTalk/i, 'DingTalk'],
  [/QQBrowser|MQQBrowser/i, 'QQ Browser'],
  [/UCBrowser/i, 'UC Browser'],
  [/HuaweiBrowser/i, 'Huawei Browser'],
  [/MiuiBrowser/i, 'Mi Browser'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** Edge · Windows; empty where nothing is known. */
export function deviceName(userAgent: string | null) {
  const text = userAgent ?? ''
  return [nameIn(browsers, text), nameIn(systems, text)].filter((part) => part !== null).join(' · ')
}

function nameIn(list: [RegExp, string][], text: string) {
  return list.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
