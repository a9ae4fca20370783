/** The code with which the file system refused, such as ENOENT; anything else is a bug and is thrown on. */
export function systemCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code !== 'string') throw error;
  return code;
}
