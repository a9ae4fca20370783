/** Which password does Excel use where the user gave none? */

/**
 * What Excel encrypts with when a workbook's structure is protected without a password to open it,
 * and tries first when it opens a file ([MS-OFFCRYPTO] and [MS-XLS] 2.2.10): whoever has Excel reads
 * such a file, so that it is no secret.
 */
export const standardPassword = 'VelvetSweatshop';
