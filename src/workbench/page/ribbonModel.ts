// What does the manifest put on Excel's ribbon?

import type { Language } from './words';

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the picture, 32 by 32. */
  readonly picture: string;
  /** A function of the add-in to be run, or its pane to be shown. */
  readonly action:
    { readonly kind: 'command'; readonly name: string } | { readonly kind: 'showPane' };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** The add-in's own tab, and the page of its pane. */
export interface Ribbon {
  readonly name: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  readonly paneUrl: string;
}

const pictureSize = '32';

/**
 * Reads a manifest (VersionOverrides 1.0) in one language.
 *
 * @param base where the add-in is served here; takes the place of the manifest's origin
 * @throws when the manifest lacks what Excel demands
 */
export function readRibbon(manifest: Document, language: Language, base: string): Ribbon {
  const resource = resources(manifest, language);
  const here = (url: string): string => base + new URL(url).pathname.replace(/^\//, '');
  const text = (parent: Element, name: string): string =>
    resource(required(parent, name).getAttribute('resid'));
  const button = (control: Element): RibbonButton => {
    const action = required(control, 'Action');
    const isCommand = action.getAttribute('xsi:type') === 'ExecuteFunction';
    const images = [...control.getElementsByTagName('bt:Image')];
    const image = images.find((one) => one.getAttribute('size') === pictureSize);
    return {
      id: control.getAttribute('id') ?? '',
      label: text(control, 'Label'),
      tip: text(required(control, 'Supertip'), 'Description'),
      picture: here(resource(image?.getAttribute('resid') ?? null)),
      action: isCommand
        ? { kind: 'command', name: required(action, 'FunctionName').textContent.trim() }
        : { kind: 'showPane' },
    };
  };
  const tab = required(manifest, 'CustomTab');
  const groups = [...tab.getElementsByTagName('Group')].map((group) => ({
    id: group.getAttribute('id') ?? '',
    label: text(group, 'Label'),
    buttons: [...group.getElementsByTagName('Control')].map(button),
  }));
  const runtime = required(manifest, 'Runtime').getAttribute('resid');
  const tabLabel = [...tab.children].find((child) => child.tagName === 'Label');
  return {
    name: localised(required(manifest, 'DisplayName'), language, 'DefaultValue'),
    tab: resource(tabLabel?.getAttribute('resid') ?? null),
    groups,
    paneUrl: here(resource(runtime)),
  };
}

function required(parent: Document | Element, name: string): Element {
  const found = parent.getElementsByTagName(name)[0];
  if (!found) throw new Error(`the manifest has no ${name}`);
  return found;
}

/** An element's text in a language: an override of that locale, or the default. */
function localised(element: Element, language: Language, name = 'DefaultValue'): string {
  const overrides = [...element.children].filter((child) => /Override$/.test(child.tagName));
  const own = overrides.find((override) => override.getAttribute('Locale') === language);
  return own?.getAttribute('Value') ?? element.getAttribute(name) ?? '';
}

function resources(manifest: Document, language: Language): (id: string | null) => string {
  const list = [...required(manifest, 'Resources').querySelectorAll('[id]')];
  const values = new Map(list.map((node) => [node.getAttribute('id'), localised(node, language)]));
  return (id) => {
    const value = values.get(id);
    if (value === undefined) throw new Error(`the manifest has no resource ${String(id)}`);
    return value;
  };
}
