// Which workbooks are at hand in the workbench?

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { officialFormIds } from '../../domain/forms/officialForms';
import { standardTemplate } from '../../domain/template/standardTemplate';
import { writeSheets } from '../../files/writeSheets';

/** A workbook to begin with. */
export interface Sample {
  /** Part of its address. */
  readonly id: string;
  readonly fileName: string;
  readonly title: { readonly 'zh-CN': string; readonly 'en-US': string };
  readonly bytes: () => Promise<Uint8Array>;
}

/** Files to be given to the pane, as from a folder of the user's. */
export interface SampleFolder {
  readonly id: string;
  readonly title: Sample['title'];
  readonly files: readonly Pick<Sample, 'fileName' | 'bytes'>[];
}

/** The folders at hand. @param root the project's folder */
export async function sampleFolders(root: string): Promise<readonly SampleFolder[]> {
  const folder = join(root, 'test', 'sets', 'twelve');
  const names = (await readdir(folder)).filter((name) => /\.xlsx?$/.test(name)).sort();
  return [
    {
      id: 'twelve-files',
      title: {
        'zh-CN': '十二个单位的文件（先在窗格打开“汇总”）',
        'en-US': 'Files of twelve units (open the consolidation in the pane first)',
      },
      files: names.map((fileName) => ({ fileName, bytes: () => readFile(join(folder, fileName)) })),
    },
  ];
}

/** The samples, the one that is opened at start first. @param root the project's folder */
export function samples(root: string): readonly Sample[] {
  const specimen = (path: string) => () => readFile(join(root, 'test', 'specimens', path));
  return [
    {
      id: 'puyang',
      fileName: '濮阳市2019年统计表.xlsx',
      title: {
        'zh-CN': '濮阳市2019年（公开数据）',
        'en-US': 'City of Puyang, 2019 (public figures)',
      },
      bytes: specimen('puyang-2019.xlsx'),
    },
    {
      id: 'mistakes',
      fileName: '常见错误.xlsx',
      title: { 'zh-CN': '常见错误（虚构数据）', 'en-US': 'Typical mistakes (invented figures)' },
      bytes: specimen('wrong/typical-mistakes.xlsx'),
    },
    {
      id: 'twelve',
      fileName: '十二个单位.xlsx',
      title: {
        'zh-CN': '十二个单位，待汇总（虚构数据）',
        'en-US': 'Twelve units to be added up (invented figures)',
      },
      bytes: () => readFile(join(root, 'test', 'sets', 'twelve.xlsx')),
    },
    {
      id: 'template',
      fileName: '空白统计表.xlsx',
      title: { 'zh-CN': '空白标准模板', 'en-US': 'Empty standard template' },
      bytes: () =>
        writeSheets(
          standardTemplate({
            forms: officialFormIds,
            reportingUnit: '',
            fiscalYear: null,
            currencyUnit: 'tenThousandYuan',
            edition: 'form2019',
            protect: false,
          }),
        ),
    },
  ];
}
