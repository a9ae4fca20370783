/** Which certificate does https://localhost have, and who trusts it? Microsoft's own tool for add-ins makes it. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  deleteCertificateFiles,
  generateCertificates,
  getHttpsServerOptions,
  uninstallCaCertificate,
  verifyCertificates,
} from 'office-addin-dev-certs';

/** What an https server needs; `ca` is the authority that a client has to trust. */
export interface LocalCertificate {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
}

const names = ['127.0.0.1', 'localhost'];
const days = 30;

/** Where the authority's certificate is, in a folder of {@link makeCertificate}. */
export const authorityFile = 'ca.crt';

/**
 * Makes a certificate for localhost in a folder of its own, valid for 30 days. Nobody trusts it yet; the
 * authority's key is not kept.
 */
export async function makeCertificate(folder: string): Promise<LocalCertificate> {
  const [ca, cert, key] = [authorityFile, 'localhost.crt', 'localhost.key'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await generateCertificates(ca, cert, key, days, names);
  return { ca: await readFile(ca), cert: await readFile(cert), key: await readFile(key) };
}

/**
 * The certificate that Windows or macOS trusts: found, or made and trusted (the system asks the user).
 *
 * @returns `made`: whether it was not there before, so that taking it away is ours
 * @throws Error where the user or the system refuses
 */
export async function trustedCertificate(): Promise<{
  readonly certificate: LocalCertificate;
  readonly made: boolean;
}> {
  const made = !verifyCertificates();
  return { certificate: await getHttpsServerOptions(days, names), made };
}

/** Takes the trusted certificate away. @throws Error where the system refuses */
export async function forgetTrustedCertificate(): Promise<void> {
  await uninstallCaCertificate(false, false);
  deleteCertificateFiles();
}
