/** Which workbooks does a path on disk stand for, and what do they hold? For the terminal only. */
import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  beginningLength,
  beginsAsWorkbook,
  folderEntry,
  isHiddenFolder,
} from '../application/folderFiles';
import type { FileFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import { failure, success, type Result } from '../domain/result';
import { fileLimits } from './limits';
import { readReportText } from './readReportText';
import { readWorkbook } from './readWorkbook';
import { systemCode } from './systemCode';

/** Opens even what became a pipe meanwhile; a flag that Windows does not have. */
const withoutWaiting = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;

/** What a path stands for; paths start with the path given. */
export interface ListedFiles {
  readonly workbooks: readonly string[];
  /** Files of a folder that hold something else, and its hidden folders (`/` at the end). */
  readonly others: readonly string[];
}

/**
 * The files that a path stands for: a file itself, whatever its name; a folder's files at any depth
 * that may hold a return, whether they can be read or not, sorted by path. Lock files and what systems
 * keep in folders are left out; everything else is told.
 *
 * Faults: `notFound`; `unreadable` with `permission` or `noWorkbooksInFolder`.
 */
export async function listWorkbooks(path: string): Promise<Result<ListedFiles, FileFault>> {
  try {
    const entry = await stat(path);
    if (!entry.isDirectory()) return success({ workbooks: [path], others: [] });
    const found: Found = { workbooks: [], others: [] };
    await collectBelow(path, found);
    const { workbooks, others } = found;
    if (workbooks.length === 0)
      return failure({ code: 'unreadable', detail: 'noWorkbooksInFolder' });
    return success({ workbooks: workbooks.sort(byPath), others: others.sort(byPath) });
  } catch (error) {
    return failure(diskFault(error));
  }
}

/** Reads a file from disk, looking at its size first; faults as {@link readWorkbook}, plus the disk's own. */
export async function readWorkbookFile(path: string): Promise<Result<WorkbookGrids, FileFault>> {
  let bytes: Uint8Array;
  try {
    const outcome = await readBytes(path);
    if (!outcome.ok) return outcome;
    bytes = outcome.value;
  } catch (error) {
    return failure(diskFault(error));
  }
  return readWorkbook(bytes);
}

/** Reads a report's text from disk, looking at its size first; faults as {@link readReportText}, plus the disk's own. */
export async function readReportFile(path: string): Promise<Result<string, FileFault>> {
  try {
    const outcome = await readBytes(path);
    if (outcome.ok) return await readReportText(outcome.value);
    const { fault } = outcome;
    const isOther = fault.code === 'unreadable' && fault.detail === 'notWorkbook';
    return failure(isOther ? { code: 'unreadable', detail: 'notText' } : fault);
  } catch (error) {
    return failure(diskFault(error));
  }
}

/** The bytes of a file up to the size limit; a file that grows meanwhile is cut at what it was. */
async function readBytes(path: string): Promise<Result<Uint8Array, FileFault>> {
  const noFile: Result<never, FileFault> = failure({ code: 'unreadable', detail: 'notWorkbook' });
  // Opening a pipe or a device would wait for whatever is at its other end, or wake the device.
  if (!(await stat(path)).isFile()) return noFile;
  const handle = await open(path, constants.O_RDONLY | withoutWaiting);
  try {
    const entry = await handle.stat();
    if (!entry.isFile()) return noFile;
    const allowed = fileLimits.fileBytes;
    if (entry.size > allowed) {
      return failure({ code: 'tooLarge', limit: 'fileBytes', allowed, actual: entry.size });
    }
    const bytes = new Uint8Array(entry.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return success(bytes.subarray(0, length));
  } finally {
    await handle.close();
  }
}

interface Found {
  readonly workbooks: string[];
  readonly others: string[];
}

async function collectBelow(folder: string, found: Found): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isHiddenFolder(entry.name)) found.others.push(`${path}/`);
      else await collectInside(path, found);
      continue;
    }
    const kind = folderEntry(entry.name);
    if (kind === 'silent') continue;
    // Links are followed to files, never to folders: a folder could contain itself. Pipes and
    // devices are listed, so that they are refused and not passed over.
    if (entry.isSymbolicLink() && (await isFolder(path))) found.others.push(`${path}/`);
    else if (kind === 'read' || (kind === 'look' && (await mayBeWorkbook(path)))) {
      found.workbooks.push(path);
    } else found.others.push(path);
  }
}

/** A folder that may not be opened is listed itself, so that it is reported and not passed over. */
async function collectInside(folder: string, found: Found): Promise<void> {
  try {
    await collectBelow(folder, found);
  } catch (error) {
    diskFault(error);
    found.workbooks.push(folder);
  }
}

/** True also where it cannot be looked at: reading it tells why. */
async function mayBeWorkbook(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    const handle = await open(path, constants.O_RDONLY | withoutWaiting);
    try {
      const bytes = new Uint8Array(beginningLength);
      await handle.read(bytes, 0, beginningLength, 0);
      return beginsAsWorkbook(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    diskFault(error);
    return true;
  }
}

/** False also for a link to nothing: reading it reports that. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    diskFault(error);
    return false;
  }
}

/** By code unit: the same order on every machine, whatever its language. */
function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The fault behind an error of the file system. */
function diskFault(error: unknown): FileFault {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return { code: 'notFound' };
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return { code: 'unreadable', detail: 'permission' };
    default:
      return { code: 'unreadable', detail: 'corrupt' };
  }
}
