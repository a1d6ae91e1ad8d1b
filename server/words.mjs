// What the program says to whoever starts it, in the language of their terminal: Chinese or English as LANG
// says, both where it says neither. Plain JavaScript, because it speaks before anything is installed.

import { environmentWords } from './environment-words.mjs'
import { unreachableWords } from './unreachable-words.mjs'

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const languages = /^zh/i.test(locale) ? ['zh'] : /^en/i.test(locale) ? ['en'] : ['zh', 'en']

// The parts of the demonstration, as the laying tells how far it is.
const parts = {
  opened: { zh: '大名县期次：开班、分组、面授安排', en: 'Daming: opened, grouped, workshops set' },
  weeks: { zh: '大名县期次：周', en: 'Daming: weeks' },
  cohorts: { zh: '期次', en: 'Cohorts' },
}

const roles = {
  manager: { zh: '项目管理员', en: 'programme manager' },
  mentor: { zh: '导学教师', en: 'mentor' },
  trainee: { zh: '学员', en: 'trainee' },
  'bureau-officer': { zh: '区县教育局', en: 'bureau officer' },
  administrator: { zh: '平台管理员', en: 'administrator' },
}

const sentences = {
  nodeTooOld: (version) => ({
    zh: `需要 Node 20.19 或更新的版本，现在是 ${version}。`,
    en: `Node 20.19 or newer is needed; this is ${version}.`,
  }),
  installing: () => ({ zh: '正在安装依赖（npm ci）……', en: 'Installing packages (npm ci) …' }),
  installFailed: (code) => ({
    zh: `npm ci 没有成功（退出码 ${code}），原因见上面的输出；通常是连不上 npm 仓库。`,
    en: `npm ci failed (exit code ${code}); its output above says why, most often a registry out of reach.`,
  }),
  npmMissing: () => ({
    zh: '找不到 npm，请随 Node 一起安装。',
    en: 'npm was not found; install it together with Node.',
  }),
  generating: () => ({ zh: '正在生成数据库代码……', en: 'Generating database code …' }),
  generateFailed: () => ({
    zh: '生成数据库代码失败，原因见上面的输出。',
    en: 'Generating database code failed; the output above says why.',
  }),
  building: () => ({ zh: '正在构建页面和服务器……', en: 'Building pages and server …' }),
  buildFailed: () => ({
    zh: '构建失败，原因见上面的输出。',
    en: 'The build failed; the output above says why.',
  }),
  compressing: () => ({ zh: '正在压缩静态文件……', en: 'Compressing assets …' }),
  initialising: (folder) => ({
    zh: `正在建立数据库（${folder}）……`,
    en: `Making the database (${folder}) …`,
  }),
  startingDatabase: () => ({ zh: '正在启动 PostgreSQL……', en: 'Starting PostgreSQL …' }),
  migrating: (count) => ({
    zh: `已应用 ${count} 个数据库迁移。`,
    en: `Applied ${count} database migrations.`,
  }),
  seeding: (verb) => ({
    zh: `数据库是空的，正在写入${{ daming: '演示数据', empty: '机构和第一位管理员', large: '两万八千人的数据' }[verb]}……`,
    en: `The database is empty; laying ${{ daming: 'the demonstration', empty: 'organisations and the first administrator', large: 'the data of 28,000 people' }[verb]} …`,
  }),
  seedProgress: (what, done, total) => ({
    zh: `  ${parts[what]?.zh ?? what} ${done}/${total}`,
    en: `  ${parts[what]?.en ?? what} ${done}/${total}`,
  }),
  seeded: (seconds) => ({ zh: `完成，用时 ${seconds} 秒。`, en: `Done in ${seconds} seconds.` }),
  seedVerb: () => ({
    zh: '请写明要写入哪一种数据：npm run seed empty（机构和第一位管理员）、npm run seed daming（演示数据）或 npm run seed large（两万八千人）。',
    en: 'Say what to lay: npm run seed empty (organisations and the first administrator), npm run seed daming (the demonstration), or npm run seed large (28,000 people).',
  }),
  seedNotEmpty: () => ({
    zh: '数据库里已有数据，没有写入任何内容。内置数据库可在停止程序后删除它的文件夹（DATA_DIR 下的 postgres）重新开始。',
    en: 'The database is not empty, so nothing was written. An embedded one starts anew once its folder (postgres in DATA_DIR) is deleted while the program is stopped.',
  }),
  beingMade: (folder) => ({
    zh: `另一个程序正在建立这个数据库（${folder}），请等它完成后再启动。`,
    en: `Another program is making this database (${folder}); start again once it is done.`,
  }),
  layingNow: () => ({
    zh: '另一个程序正在向这个数据库写入数据，请等它完成。',
    en: 'Another program is laying data into this database; wait until it is done.',
  }),
  layingCutShort: () => ({
    zh: '上一次向这个数据库写入数据时中断了。请删除这个数据库，重新建立后再启动。',
    en: 'An earlier laying into this database was cut short. Drop the database, make it anew, and start again.',
  }),
  seedForeign: () => ({
    zh: '给出了 DATABASE_URL，只有再给出 DEMO=on 才会写入数据；正式使用请运行 npm start -- --first-administrator。',
    en: 'DATABASE_URL is given: only with DEMO=on as well is anything laid into it. For real use run npm start -- --first-administrator.',
  }),
  seedInProduction: () => ({
    zh: 'NODE_ENV=production 时不写入虚构的人员，没有写入任何内容。',
    en: 'NODE_ENV=production takes no made-up people, so nothing was written.',
  }),
  askName: () => ({ zh: '第一位管理员的姓名', en: 'Name of the first administrator' }),
  askTelephone: () => ({ zh: '手机号码（用于登录）', en: 'Mobile number, for signing in' }),
  nobodyAnswered: () => ({
    zh: '没有读到管理员的姓名和手机号码，没有写入任何人。请在终端里运行，或用管道传入两行。',
    en: 'No name and mobile number were given, so nobody was made. Run it in a terminal, or send two lines by a pipe.',
  }),
  nameWrong: () => ({
    zh: '这不是一个姓名（1 到 50 个字），没有写入任何人。',
    en: 'That is not a name of 1 to 50 characters, so nobody was made.',
  }),
  telephoneWrong: () => ({
    zh: '手机号码应为 11 位数字，没有写入任何人。',
    en: 'A mobile number has eleven digits, so nobody was made.',
  }),
  administratorThere: () => ({
    zh: '已经有管理员了，没有写入任何人。新的管理员请由现任管理员在“人员与角色”页面添加。',
    en: 'There is an administrator already, so nobody was made. Further ones are added by an administrator on the page of people and roles.',
  }),
  administratorKnown: () => ({
    zh: '这个手机号码已是别人的登录方式，没有写入任何人。',
    en: 'This mobile number signs somebody else in, so nobody was made.',
  }),
  administratorMade: ({ name, telephone, code, address, until }) => ({
    zh: `第一位管理员：${name}（${telephone}）\n  首次登录请打开 ${address}\n  输入登录码 ${code}（只能用一次，${until} 前有效），设置自己的密码后用手机号码登录。`,
    en: `The first administrator: ${name} (${telephone})\n  To sign in for the first time open ${address}\n  and type the code ${code} (good once, until ${until}); it asks for a password, which then goes with the mobile number.`,
  }),
  serving: (address) => ({ zh: `已启动：${address}`, en: `Ready: ${address}` }),
  whoSignsIn: () => ({
    zh: '可以在登录页一键登录的人：',
    en: 'Who can sign in by one press on the sign-in page:',
  }),
  signsInAs: (name, role, note) => ({
    zh: `  ${name}　${roles[role].zh}，${note['zh-CN']}`,
    en: `  ${name}  ${roles[role].en}: ${note.en}`,
  }),
  stopping: () => ({ zh: '正在停止……', en: 'Stopping …' }),
  environment: environmentWords,
  portInUse: (port) => ({
    zh: `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=3001 npm start`,
    en: `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`,
  }),
  portForbidden: (port) => ({
    zh: `没有权限使用端口 ${port}，请选择 1024 以上的端口。`,
    en: `Port ${port} may not be used by this user; choose one above 1024.`,
  }),
  hostUnknown: (host) => ({
    zh: `HOST=${host} 不是这台机器的地址。`,
    en: `HOST=${host} is not an address of this machine.`,
  }),
  diskFull: (path) => ({
    zh: `磁盘已满，无法写入${path ? ` ${path}` : ''}。`,
    en: `The disk is full; nothing can be written${path ? ` to ${path}` : ''}.`,
  }),
  noPermission: (path) => ({
    zh: `没有权限读写${path ? ` ${path}` : '所需的文件'}。`,
    en: `Permission is missing to read or write ${path || 'a file that is needed'}.`,
  }),
  notAFolder: (path) => ({
    zh: `${path} 这里需要一个文件夹，但它或它的上一级是文件。请移走这个文件，或换一个位置。`,
    en: `A folder is needed at ${path}, and it or a part of that path is a file. Move the file away, or choose another place.`,
  }),
  noFolderThere: (path) => ({
    zh: `${path} 这里不能建立文件夹，请换一个位置。`,
    en: `No folder can be made at ${path}; choose another place.`,
  }),
  databaseUnreachable: (where, error) => {
    const why = unreachableWords(error)
    return {
      zh: `连不上数据库 ${where}：${why.zh}。`,
      en: `The database ${where} cannot be reached: ${why.en}.`,
    }
  },
  databaseTooOld: (version) => ({
    zh: `需要 PostgreSQL 15 或更新的版本，现在是 ${version}。`,
    en: `PostgreSQL 15 or newer is needed; this is ${version}.`,
  }),
  databaseEncoding: (encoding) => ({
    zh: `数据库的编码必须是 UTF8，现在是 ${encoding}。`,
    en: `The database must be encoded in UTF8; this one is in ${encoding}.`,
  }),
  databaseNoIcu: () => ({
    zh: '这个 PostgreSQL 没有 ICU 排序规则（zh-x-icu），请使用带 ICU 的版本。',
    en: 'This PostgreSQL lacks ICU collations (zh-x-icu); use one that is built with ICU.',
  }),
  databaseNewer: (names) => ({
    zh: `数据库比程序新（程序不认识 ${names}）。请使用更新的程序版本。`,
    en: `The database is newer than the program (which does not know ${names}). Use a newer program.`,
  }),
  migrationChanged: (name) => ({
    zh: `迁移 ${name} 应用之后又被改动过，数据库与程序不再一致。`,
    en: `Migration ${name} was changed after it was applied; database and program no longer agree.`,
  }),
  migrationFailed: (name, why) => ({
    zh: `迁移 ${name} 没有成功，数据库未作改动：${why}`,
    en: `Migration ${name} failed and left the database as it was: ${why}`,
  }),
  anewForeign: () => ({
    zh: '给出了 DATABASE_URL：只有内置数据库里的演示可以这样重新生成。',
    en: 'DATABASE_URL is given: only a demonstration in the embedded database is laid anew so.',
  }),
  anewNoDemonstration: () => ({
    zh: '数据库里的不是演示数据，没有改动任何内容。',
    en: 'What is in the database is no demonstration; nothing was changed.',
  }),
  anewInUse: () => ({
    zh: '数据库正在使用，请先停止程序。',
    en: 'The database is in use; stop the program first.',
  }),
  databaseVersion: (folder, data, program) => ({
    zh: `${folder} 是 PostgreSQL ${data} 的数据，程序带的是 ${program}。请用旧版本导出后再导入。`,
    en: `${folder} was made by PostgreSQL ${data}, and the program brings ${program}. Dump it with the older program, then restore.`,
  }),
  databaseStart: (why) => ({
    zh: `内置的 PostgreSQL 启动失败：${why}`,
    en: `The embedded PostgreSQL did not start: ${why}`,
  }),
  platform: (name) => ({
    zh: `没有适合 ${name} 的内置 PostgreSQL，请用 DATABASE_URL 指定一个。`,
    en: `There is no embedded PostgreSQL for ${name}; name one by DATABASE_URL.`,
  }),
  demoInProduction: () => ({
    zh: '这个数据库里是演示数据，不能用于 NODE_ENV=production。',
    en: 'This database holds the demonstration, which NODE_ENV=production refuses.',
  }),
  noAdministrator: () => ({
    zh: '还没有管理员，谁也登录不了，请运行：npm start -- --first-administrator',
    en: 'There is no administrator yet, so nobody can sign in; run: npm start -- --first-administrator',
  }),
  unexpected: () => ({
    zh: '程序出错而停止，详情如下：',
    en: 'The program stopped on an error of its own:',
  }),
}

/** The sentence called `key` in the languages of the terminal, a line each. */
export function words(key, ...details) {
  const sentence = sentences[key](...details)
  return [...new Set(languages.map((language) => sentence[language]))].join('\n')
}

/** Tells how far it is. */
export function say(key, ...details) {
  process.stdout.write(`${words(key, ...details)}\n`)
}

/** Something that the person who starts the program can mend; ends as one sentence and exit code 1. */
export class Problem extends Error {
  constructor(key, ...details) {
    super(words(key, ...details))
    this.name = 'Problem'
    this.key = key
  }
}
