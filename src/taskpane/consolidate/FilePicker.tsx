/** A button that lets the user choose files, workbooks unless others are asked for, or a folder with all that is in it. */
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { ChosenFile } from './GivenUnits';

/** Names that Excel's workbooks have; what is in them is told by their bytes. */
const workbookEndings = '.xlsx,.xlsm,.xls,.et';

interface FilePickerProps {
  readonly label: string;
  /** `folder`: nothing is shown where the browser cannot choose one. */
  readonly count: 'one' | 'several' | 'folder';
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: 'small' | 'medium';
  readonly isDisabled?: boolean;
  /** Endings of other files than workbooks: `.docx,.txt`. */
  readonly endings?: string;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

export function FilePicker(props: FilePickerProps) {
  const { label, count, appearance = 'secondary', size = 'medium', isDisabled, onFiles } = props;
  const { endings = workbookEndings } = props;
  const input = useRef<HTMLInputElement>(null);
  if (count === 'folder' && !canChooseFolder()) return null;
  return (
    <>
      <Button
        appearance={appearance}
        size={size}
        disabledFocusable={isDisabled === true}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={count === 'folder' ? undefined : endings}
        multiple={count !== 'one'}
        {...(count === 'folder' ? { webkitdirectory: '' } : {})}
        onChange={({ currentTarget }) => {
          const files = chosenFiles(currentTarget.files);
          // The same file can be chosen again once it was corrected.
          currentTarget.value = '';
          // Of an empty folder that is to be said.
          if (files.length > 0 || count === 'folder') onFiles(files);
        }}
      />
    </>
  );
}

function canChooseFolder(): boolean {
  return 'webkitdirectory' in document.createElement('input');
}

/** Files as the browser hands them over. */
function chosenFiles(list: FileList | null): ChosenFile[] {
  return [...(list ?? [])].map(chosenFile);
}

export function chosenFile(file: File): ChosenFile {
  return {
    name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
