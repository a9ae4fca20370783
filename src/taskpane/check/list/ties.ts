/** How many of several slips that are as likely as each other are shown? */

/** So many at once; the rest unfolds. */
export const tiesShown = 3;
