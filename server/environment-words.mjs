// What each variable of the environment has to be, as whoever set it wrong is told.
const needed = {
  NODE_ENV: {
    zh: 'NODE_ENV 只能是 production、development 或 test',
    en: 'NODE_ENV is production, development or test',
  },
  HOST: { zh: 'HOST 是这台机器的名称或地址', en: 'HOST is a name or an address of this machine' },
  PORT: { zh: 'PORT 是 0 到 65535 的整数', en: 'PORT is a whole number from 0 to 65535' },
  ORIGIN: {
    zh: 'ORIGIN 是以 http:// 或 https:// 开头的网址',
    en: 'ORIGIN is an address that starts with http:// or https://',
  },
  DATABASE_URL: {
    zh: 'DATABASE_URL 的格式是 postgres://用户名:密码@主机:端口/数据库，密码里的特殊字符要写成 % 编码',
    en: 'DATABASE_URL is postgres://user:password@host:port/database, with special characters of the password written by %',
  },
  DATABASE_CONNECTIONS: {
    zh: 'DATABASE_CONNECTIONS 是 2 到 200 的整数',
    en: 'DATABASE_CONNECTIONS is a whole number from 2 to 200',
  },
  SECRET: { zh: 'SECRET 至少 32 个字符', en: 'SECRET has at least 32 characters' },
  'SECRET missing': {
    zh: '正式运行必须给出 SECRET，可以用 openssl rand -base64 48 生成',
    en: 'SECRET must be given in production; openssl rand -base64 48 makes one',
  },
  'SECRET of the demonstration': {
    zh: 'SECRET 是演示用的那一个，人人都知道，请换一个',
    en: 'SECRET is the one of the demonstration, which everybody knows; choose another',
  },
  DEMO: { zh: 'DEMO 是 on 或 off', en: 'DEMO is on or off' },
  'DEMO in production': {
    zh: '正式运行不能使用 DEMO=on',
    en: 'DEMO=on is not for production',
  },
  TRUST_PROXY: {
    zh: 'TRUST_PROXY 是前面代理的层数，或它们的地址（用逗号分隔）',
    en: 'TRUST_PROXY is the number of proxies in front, or their addresses with commas between',
  },
  METRICS_TOKEN: { zh: 'METRICS_TOKEN 至少 16 个字符', en: 'METRICS_TOKEN has at least 16 characters' },
  NODES: { zh: 'NODES 是不小于 1 的整数', en: 'NODES is a whole number from 1' },
  SMTP_URL: {
    zh: 'SMTP_URL 是以 smtp:// 或 smtps:// 开头的地址',
    en: 'SMTP_URL is an address that starts with smtp:// or smtps://',
  },
  LOG_LEVEL: {
    zh: 'LOG_LEVEL 只能是 debug、info、warn、error 或 silent',
    en: 'LOG_LEVEL is debug, info, warn, error or silent',
  },
}

/** One sentence in each language for all that is wrong. */
export function environmentWords(faults) {
  return {
    zh: `环境变量有误：${faults.map((fault) => needed[fault].zh).join('；')}。`,
    en: `The environment cannot be worked with: ${faults.map((fault) => needed[fault].en).join('; ')}.`,
  }
}
