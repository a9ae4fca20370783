/** Where a message is read, and its choice made: as options of a command, on the page beside it, or nowhere. */
export type Door = 'terminal' | 'pane' | 'notes';
