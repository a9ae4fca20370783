/** Which files below a folder are workbooks to be read, and not what programs leave beside them? */

/** Other files are looked at (or refused) only when named. */
const workbookName = /\.(?:xlsx|xlsm|xls|et)$/i;

/** Lock files that Excel and WPS leave beside an open workbook, and what macOS keeps beside any file. */
const companionName = /^(?:~\$|\.~|\._)/;

/** True for the name of a file, without its folder. */
export function isWorkbookName(name: string): boolean {
  return workbookName.test(name) && !companionName.test(name);
}

/** True for a path below a chosen folder, `/` between its parts: workbooks, none of them in a hidden folder. */
export function isFolderWorkbook(path: string): boolean {
  const parts = path.split('/');
  const [name = ''] = parts.slice(-1);
  return isWorkbookName(name) && !parts.slice(1, -1).some((folder) => folder.startsWith('.'));
}
