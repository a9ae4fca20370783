/** The entry point of the page for those without Excel: ties its workbooks, files and store to the browser. */
import { createRoot } from 'react-dom/client';
import { Downloads } from './background/Downloads';
import { openFiles } from './background/openFiles';
import { App } from './page/App';
import { browserStore } from './page/BrowserStore';
import { loadDesk } from './page/lazyParts';
import { openBooks } from './page/openBooks';
import { PageControl } from './page/PageControl';
import { preload } from './page/preload';
import { readLanguage } from './page/PageEnvironment';

/** Milliseconds after which the rest of the program is loaded in the background. */
const afterFirstPaint = 50;

const container = document.getElementById('pane');
if (container === null) throw new Error('The page has no place for what it shows.');

const local = browserStore(window);
const control = new PageControl(
  { books: openBooks(), files: openFiles(), saves: new Downloads(), local, loadDesk },
  readLanguage(local, navigator.language),
);
createRoot(container).render(<App control={control} />);
setTimeout(() => void preload(), afterFirstPaint);
