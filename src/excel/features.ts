/** Does this Excel have something beyond what the add-in requires? */

/** The requirement set that the add-in cannot do without. */
export const requiredApi = '1.13';

/** Whether the host declares an ExcelApi requirement set, such as `1.17`. */
export function supportsExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Whether a member newer than {@link requiredApi} can be used: the host declares its requirement
 * set, and the loaded library knows it (the library may be older than the host, or newer).
 */
export function hasMember<T extends object>(
  object: T,
  member: keyof T & string,
  version: string,
): boolean {
  return supportsExcelApi(version) && member in object;
}
