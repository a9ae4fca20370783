/** What does `npm run release` say, and what are the files of its archive called? */

/** Every sentence of the command. */
export const releaseTexts = {
  usage: `用法：npm run release -- --env origin=https://内网地址

生成一个压缩包，交给信息技术部门：加载项和网页版的全部网页、清单、office.js、安装说明、更新记录、校验和。

选项：
  --env origin=https://…    网页将放在这个地址下（必填）
  --env officejs=…          office.js 的来源，同 npm run build
  --help                    显示本说明
`,
  originMissing: '请写明网页将放在哪个地址下：npm run release -- --env origin=https://内网地址',
  notAnOption: (text: string) =>
    `“${text}”不是选项。请用：npm run release -- --env origin=https://内网地址`,
  building: '正在生成（约半分钟）…',
  notBuilt: '没有生成，原因见上面。',
  notWritten: (file: string, reason: string) => `没有写成 ${file}：${reason}`,
  written: (file: string, megabytes: string, sum: string) =>
    `已写入：${file}（${megabytes} MB）\nSHA-256：${sum}`,
  folder: (version: string) => `购买服务统计-${version}`,
  guide: '安装说明.html',
  changes: '更新记录.html',
  checksums: 'SHA256.txt',
  title: (version: string) => `政府购买服务统计 ${version} 安装说明`,
  changesTitle: '政府购买服务统计 更新记录',
  deploy: (origin: string) =>
    `1. 把 \`dist\` 文件夹里的全部文件放到单位内的网页服务器上，使 \`${origin.replace(/\/+$/, '')}/taskpane.html\` 能够打开；\`${origin.replace(/\/+$/, '')}/index.html\` 是没有 Excel 时用的网页版，把这个地址告诉用 WPS 的单位即可。office.js 已在其中，不必访问微软的服务器。\`SHA256.txt\` 列有每个文件的校验和。`,
} as const;
