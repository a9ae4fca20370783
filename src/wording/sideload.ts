/** What does `npm run excel` say? Each step in Chinese and English, as nobody knows yet who reads it. */

/** A sentence in both languages. */
interface Both {
  readonly chinese: string;
  readonly english: string;
}

const both = (chinese: string, english: string): Both => ({ chinese, english });

/** Every sentence of the command. */
export const sideloadTexts = {
  building: (origin: string) =>
    both(
      `1. 正在为 ${origin} 生成加载项（约半分钟）…`,
      `Building the add-in for ${origin} (half a minute)…`,
    ),
  certificate: both(
    '2. 准备 https 证书（只用于本机的 localhost，30 天有效）。系统询问是否信任时请选“是”。',
    'Preparing the https certificate (for localhost on this computer, 30 days). Answer yes when the system asks.',
  ),
  certificateUntrusted: (file: string) =>
    both(
      `   本机的浏览器还不信任这个证书。请在浏览器的证书设置中把它导入“受信任的根证书颁发机构”：${file}`,
      `This computer's browser does not trust the certificate yet. Import it as a trusted authority in the browser's settings: ${file}`,
    ),
  serving: (origin: string) =>
    both(`3. 加载项已在 ${origin} 提供。`, `The add-in is served at ${origin}.`),
  register: both('4. 向 Excel 登记加载项。', 'Registering the add-in with Excel.'),
  unregister: both('1. 撤销向 Excel 的登记。', 'Taking the registration back.'),
  openExcel: both(
    '5. 打开 Excel 和样例工作簿。功能区应出现“购买服务统计”；没有时，请在“开始 → 加载项 → 更多加载项 → 开发人员加载项”中添加。',
    'Opening Excel with a sample workbook. The ribbon should show 购买服务统计; if not, add it under Home → Add-ins → More Add-ins → Developer Add-ins.',
  ),
  uploadToWeb: (manifest: string) =>
    both(
      `4. 这台电脑上没有 Excel 桌面版。请用本机的 Edge 或 Chrome 打开网页版 Excel，在“加载项 → 更多加载项 → 我的加载项 → 上传我的加载项”中选择：${manifest}\n   浏览器询问是否允许访问本地网络时请选“允许”。`,
      `This computer has no desktop Excel. Open Excel on the web in Edge or Chrome here and choose this file under Add-ins → More Add-ins → My Add-ins → Upload My Add-in: ${manifest}\n   Allow access to the local network when the browser asks.`,
    ),
  removeFromWeb: both(
    '1. 网页版 Excel：在“加载项 → 我的加载项”中删除“购买服务统计”。',
    'Excel on the web: remove 购买服务统计 under Add-ins → My Add-ins.',
  ),
  restartExcel: both(
    '   请关闭全部 Excel 窗口后重新打开，功能区的“购买服务统计”随之消失。',
    'Close all windows of Excel and open it again; the ribbon tab will be gone.',
  ),
  forgetCertificate: both('2. 删除 https 证书及其信任。', 'Removing the https certificate.'),
  keptCertificate: both(
    '2. https 证书不是本命令装的（或没有装过），保留不动。',
    'The https certificate was not installed by this command; it stays.',
  ),
  removed: both('3. 已全部清除。', 'Every trace is gone.'),
  stopHint: both(
    '按 Ctrl+C 停止。照 docs/try-in-excel.md 逐步试用；试用后运行 npm run excel -- --remove 清除全部痕迹。',
    'Ctrl+C stops. Follow docs/try-in-excel.md; afterwards npm run excel -- --remove takes every trace away.',
  ),
  excelNeverStarted: (folder: string) =>
    both(
      `   没有找到 ${folder}：请先打开一次 Excel，再运行本命令。`,
      `There is no ${folder}: open Excel once, then run this command again.`,
    ),
  failed: (said: string) => both(`   未能完成：${said}`, `Failed: ${said}`),
  portTaken: (port: number) =>
    both(
      `端口 ${port} 已被其他程序占用。请关闭那个程序，或另选一个：npm run excel -- --port 3443`,
      `Port ${port} is in use. Close the other program, or choose another: npm run excel -- --port 3443`,
    ),
  wrongArguments: (said: string) => both(`参数有误：${said}`, 'Wrong arguments.'),
  usage: both(
    '用法：npm run excel [-- --port 3000] 或 npm run excel -- --remove',
    'Usage: npm run excel [-- --port 3000] or npm run excel -- --remove',
  ),
} as const;

/** Both languages, one below the other. */
export function inBothLanguages({ chinese, english }: Both): string {
  return `${chinese}\n   ${english}`;
}
