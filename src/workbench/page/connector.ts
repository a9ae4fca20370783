// Under which name does the pane's frame find the workbench around it?

/** Called by the frame, as soon as it has a window. */
export type ConnectPane = (pane: Window) => void;

/** Name of the function in the page around the frame. */
export const connectorName = 'connectPane';
