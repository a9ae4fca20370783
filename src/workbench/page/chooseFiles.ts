// How are files chosen in the pane without the browser's own window? As if the user had chosen them there.

/**
 * Gives files to the place where the pane asks for several.
 *
 * @returns false where it does not ask for files at the moment
 */
export function chooseFiles(pane: Document | null | undefined, files: readonly File[]): boolean {
  const input = pane?.querySelector<HTMLInputElement>('input[type=file][multiple]');
  if (!input) return false;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
