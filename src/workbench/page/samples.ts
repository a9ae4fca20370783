// Which workbooks does the server offer?

import type { Language } from './words';

export interface SampleEntry {
  readonly id: string;
  readonly fileName: string;
  readonly title: Readonly<Record<Language, string>>;
}

/** Files that are given to the pane together. */
export interface FolderEntry {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly fileNames: readonly string[];
}

/** What there is to try. */
export interface SampleList {
  /** The one to begin with first. */
  readonly workbooks: readonly SampleEntry[];
  readonly folders: readonly FolderEntry[];
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

export async function fetchSamples(): Promise<SampleList> {
  return (await (await fetched('/samples/index.json')).json()) as SampleList;
}

export function fetchFolder({ id, fileNames }: FolderEntry): Promise<File[]> {
  return Promise.all(
    fileNames.map(
      async (name, at) => new File([await (await fetched(`/samples/${id}/${at}`)).blob()], name),
    ),
  );
}

export async function fetchSample(sample: SampleEntry): Promise<Uint8Array> {
  return new Uint8Array(await (await fetched(`/samples/${sample.id}.xlsx`)).arrayBuffer());
}

export async function fetchManifest(): Promise<Document> {
  const text = await (await fetched('/addin/manifest.xml')).text();
  return new DOMParser().parseFromString(text, 'application/xml');
}
