/** How does the installation guide of an archive come from README? */
import { marked } from 'marked';
import { releaseTexts } from '../wording/release';

/** README holds one part for those who install, between these two lines. */
const begin = '<!-- 安装说明：开始 -->';
const end = '<!-- 安装说明：结束 -->';

/** What the guide is made for. */
export interface Deployment {
  /** Address below which the files will lie, as given. */
  readonly origin: string;
  readonly version: string;
}

/**
 * The guide as one page that can be printed and needs nothing else.
 *
 * @param readme the text of README.md
 * @throws Error where README has no part for those who install
 */
export function installationGuide(readme: string, { origin, version }: Deployment): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} … ${end}`);
  const part = readme.slice(from + begin.length, to).trim();
  const { title, deploy } = releaseTexts;
  const text = [`# ${title(version)}`, deploy(origin), part].join('\n\n');
  const body = marked.parse(text, { async: false });
  return printablePage(title(version), body);
}

/** A page of its own around a body of HTML. */
export function printablePage(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.7 "Microsoft YaHei", "PingFang SC", sans-serif; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.5rem; } table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
code { font-family: Consolas, monospace; overflow-wrap: anywhere; }
@media print { body { margin: 0; font-size: 11pt; } tr { break-inside: avoid; } }
</style>
</head>
<body>
${body}</body>
</html>
`;
}
