/** A pane at 200 %: what stands side by side elsewhere goes under each other. */
export const narrow = '@media (max-width: 260px)';
