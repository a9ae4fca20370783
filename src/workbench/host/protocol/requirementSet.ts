// Which version of Excel's interface did a member come with?

/**
 * The requirement set a member came with: '1.13' for ExcelApi 1.13.
 * 'internal' for members that only the library itself calls.
 */
export type Since = `1.${number}` | 'internal';
