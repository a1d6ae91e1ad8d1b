// Why a database cannot be reached, by the code that the system or PostgreSQL gives for it; for a code that is not
// here, in its own words.
const nobodyListens = { zh: '那里没有 PostgreSQL 在运行', en: 'nothing listens there' }
const noHost = { zh: '找不到这台主机', en: 'there is no such host' }
const noWay = { zh: '网络上到不了这台主机', en: 'no way leads to that host' }
const noAnswer = { zh: '它没有回应', en: 'it does not answer' }
const wrongPassword = { zh: '用户名或密码不对', en: 'user name or password is wrong' }

const reasons = {
  ECONNREFUSED: nobodyListens,
  ENOENT: nobodyListens,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ETIMEDOUT: noAnswer,
  ECONNRESET: { zh: '它断开了连接', en: 'it ended the connection' },
  ERR_INVALID_URL: { zh: 'DATABASE_URL 不是一个地址', en: 'DATABASE_URL is no address' },
  28000: wrongPassword,
  '28P01': wrongPassword,
  '3D000': { zh: '没有这个数据库，请先建立', en: 'there is no such database; make it first' },
  53300: { zh: '它的连接已用完', en: 'it has no connection left' },
  '57P03': { zh: '它还在启动或正在停止', en: 'it is still starting, or stopping' },
}

/** Of an error at connecting. */
export function unreachableWords({ code, message, errors }) {
  const [first] = errors ?? []
  const own = code ?? first?.code ?? (/timeout/i.test(message ?? '') ? 'ETIMEDOUT' : undefined)
  const known = reasons[own]
  if (known) return { zh: `${known.zh}（${own}）`, en: `${known.en} (${own})` }
  const words = message || first?.message || own || 'unknown'
  return { zh: words, en: words }
}
