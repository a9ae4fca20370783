// The workbench's page: reads what the address asks for and shows it.
//
//   ?lang=en-US   ?theme=dark   ?sample=mistakes

import { createRoot } from 'react-dom/client';
import { fetchManifest, fetchSamples } from './samples';
import type { Language, Theme } from './words';
import { Workbench } from './Workbench';

const container = document.getElementById('workbench');
if (container === null) throw new Error('The page has no place for the workbench.');
const root = createRoot(container);

const asked = new URLSearchParams(location.search);
const language: Language = asked.get('lang')?.startsWith('en') ? 'en-US' : 'zh-CN';
const wantsDark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const theme: Theme = (asked.get('theme') ?? wantsDark) === 'dark' ? 'dark' : 'light';

/** Keeps a choice in the address, so that loading the page again keeps it too. */
function remember(chosenLanguage: Language, chosenTheme: Theme): void {
  const address = new URL(location.href);
  address.searchParams.set('lang', chosenLanguage);
  address.searchParams.set('theme', chosenTheme);
  history.replaceState(null, '', address);
}

async function start(): Promise<void> {
  const [samples, manifest] = await Promise.all([fetchSamples(), fetchManifest()]);
  const { workbooks } = samples;
  const first = workbooks.find(({ id }) => id === asked.get('sample')) ?? workbooks[0];
  if (first === undefined) throw new Error('The server offers no sample.');
  const chosen = { language, theme, samples, first, manifest };
  root.render(<Workbench {...chosen} onChoice={remember} />);
}

void start();
