// Which workbooks does the server offer?

import type { Language } from './words';

export interface SampleEntry {
  readonly id: string;
  readonly fileName: string;
  readonly title: Readonly<Record<Language, string>>;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The samples, the one to begin with first. */
export async function fetchSamples(): Promise<readonly SampleEntry[]> {
  return (await (await fetched('/samples/index.json')).json()) as readonly SampleEntry[];
}

export async function fetchSample(sample: SampleEntry): Promise<Uint8Array> {
  return new Uint8Array(await (await fetched(`/samples/${sample.id}.xlsx`)).arrayBuffer());
}

export async function fetchManifest(): Promise<Document> {
  const text = await (await fetched('/addin/manifest.xml')).text();
  return new DOMParser().parseFromString(text, 'application/xml');
}
