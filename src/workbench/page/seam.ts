// How does the pane find Excel? This runs in the pane's frame before office.js does, and has the
// workbench around it put the host into the frame's window.

import type { ConnectPane } from './connector';
import { connectorName } from './connector';

const connect = Reflect.get(window.parent, connectorName) as ConnectPane | undefined;
if (connect) connect(window);
else document.title = 'The pane was opened outside the workbench.';
