// How a bureau's numbers are written until its manager says otherwise: 冀邯大名〔{year}〕教培结字第 {n:4} 号. The sign of
// the province comes from the first two digits of the organisation's code (GB/T 2260), that of the city from its name.

const PROVINCES: Record<string, string> = {
  11: '京',
  12: '津',
  13: '冀',
  14: '晋',
  15: '蒙',
  21: '辽',
  22: '吉',
  23: '黑',
  31: '沪',
  32: '苏',
  33: '浙',
  34: '皖',
  35: '闽',
  36: '赣',
  37: '鲁',
  41: '豫',
  42: '鄂',
  43: '湘',
  44: '粤',
  45: '桂',
  46: '琼',
  50: '渝',
  51: '川',
  52: '贵',
  53: '云',
  54: '藏',
  61: '陕',
  62: '甘',
  63: '青',
  64: '宁',
  65: '新',
}
const MUNICIPALITIES = ['11', '12', '31', '50']

export type Issuer = { code: string; name: string; city: string | null }

export function defaultFormat(kind: 'certificate' | 'report', issuer: Issuer): string {
  const short = shortName(issuer.name)
  if (kind === 'report') return `${short}教培报〔{year}〕{n} 号`
  return `${signs(issuer)}${short}〔{year}〕教培结字第 {n:4} 号`
}

/** 大名县教育局 is 大名, 西城区教育委员会 is 西城; what is left whole is named in full. */
export function shortName(name: string): string {
  const place = name.replace(/(?:教育体育局|教育委员会|教体局|教育局|教委)$/u, '')
  const bare = place.length > 2 ? place.replace(/(?:自治县|[省市县区])$/u, '') : place
  return (bare || name).slice(0, 20)
}

function signs({ code, city }: Issuer): string {
  const province = /^\d{6,}$/.test(code) ? code.slice(0, 2) : ''
  const sign = PROVINCES[province]
  if (!sign) return ''
  return city && !MUNICIPALITIES.includes(province) ? `${sign}${[...city][0]}` : sign
}
