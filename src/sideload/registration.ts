/** How is the add-in made known to the Excel of this computer, and forgotten again? Steps as data, by platform. */
import { posix, win32 } from 'node:path';

/** The computers that Excel runs on; elsewhere only the web Excel can be used. */
export type Platform = 'windows' | 'mac' | 'other';

/** One thing to be done. What cannot be done for the user is told. */
export type Step =
  /** A program, with its arguments as they are (no shell reads them). */
  | {
      readonly kind: 'run';
      readonly why: StepPurpose;
      readonly program: string;
      readonly args: readonly string[];
    }
  /** A file put into a folder that must exist already: its absence means that Excel was never started. */
  | {
      readonly kind: 'copy';
      readonly why: StepPurpose;
      readonly from: string;
      readonly to: string;
      readonly needs: string;
    }
  | { readonly kind: 'delete'; readonly why: StepPurpose; readonly file: string }
  | { readonly kind: 'tell'; readonly why: StepPurpose };

/** Why a step is made; wording says it. */
export type StepPurpose =
  'register' | 'unregister' | 'openExcel' | 'uploadToWeb' | 'removeFromWeb' | 'restartExcel';

/** What the steps are about. */
export interface SideloadedAddin {
  /** The manifest's `Id`. */
  readonly id: string;
  /** Absolute path of the deployment's manifest. */
  readonly manifest: string;
  /** Absolute path of the workbook that Excel opens. */
  readonly workbook: string;
  /** The user's home folder. */
  readonly home: string;
}

/** Where Excel for Windows looks for add-ins under development (Microsoft's documentation on sideloading). */
const developerKey = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;

/** Where Excel for Mac does, below the home folder. */
const excelDocuments = 'Library/Containers/com.microsoft.Excel/Data/Documents';

function macManifest({ id, home }: SideloadedAddin): { folder: string; file: string } {
  const documents = posix.join(home, excelDocuments);
  return { folder: documents, file: posix.join(documents, 'wef', `${id}.manifest.xml`) };
}

/** The platform that Node names. */
export function platformOf(name: NodeJS.Platform): Platform {
  return name === 'win32' ? 'windows' : name === 'darwin' ? 'mac' : 'other';
}

/** What makes the add-in known and opens Excel where that can be done from here. */
export function registrationSteps(platform: Platform, addin: SideloadedAddin): readonly Step[] {
  switch (platform) {
    case 'windows':
      return [
        {
          kind: 'run',
          why: 'register',
          program: 'reg.exe',
          args: ['add', developerKey, '/v', addin.id, '/t', 'REG_SZ', '/d', addin.manifest, '/f'],
        },
        {
          kind: 'run',
          why: 'openExcel',
          program: 'powershell.exe',
          args: [
            '-NoProfile',
            '-Command',
            `Start-Process excel -ArgumentList '"${win32.normalize(addin.workbook).replaceAll("'", "''")}"'`,
          ],
        },
      ];
    case 'mac': {
      const { folder, file } = macManifest(addin);
      return [
        { kind: 'copy', why: 'register', from: addin.manifest, to: file, needs: folder },
        {
          kind: 'run',
          why: 'openExcel',
          program: 'open',
          args: ['-a', 'Microsoft Excel', addin.workbook],
        },
      ];
    }
    case 'other':
      return [{ kind: 'tell', why: 'uploadToWeb' }];
  }
}

/** What takes every trace of {@link registrationSteps} away. */
export function removalSteps(platform: Platform, addin: SideloadedAddin): readonly Step[] {
  switch (platform) {
    case 'windows':
      return [
        {
          kind: 'run',
          why: 'unregister',
          program: 'reg.exe',
          args: ['delete', developerKey, '/v', addin.id, '/f'],
        },
        { kind: 'tell', why: 'restartExcel' },
      ];
    case 'mac':
      return [
        { kind: 'delete', why: 'unregister', file: macManifest(addin).file },
        { kind: 'tell', why: 'restartExcel' },
      ];
    case 'other':
      return [{ kind: 'tell', why: 'removeFromWeb' }];
  }
}

/** The manifest's own id. @throws Error where the text is no manifest */
export function manifestId(manifest: string): string {
  const id = /<Id>\s*([0-9a-fA-F-]{36})\s*<\/Id>/.exec(manifest)?.[1];
  if (id === undefined) throw new Error('manifest.xml holds no Id');
  return id.toLowerCase();
}
