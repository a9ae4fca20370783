/** How does a text get on the clipboard, wherever the pane runs? */

/** Puts a text on the clipboard; false where the pane's surroundings forbid it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The older way, which works in frames that have no permission for the newer. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const command = Reflect.get(document, 'execCommand') as unknown;
  const done = typeof command === 'function' && command.call(document, 'copy') === true;
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
