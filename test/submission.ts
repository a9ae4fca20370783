/** Puts custom XML parts into a workbook's bytes, as Excel keeps them. */
import type { Explanation } from '../src/domain/submission/kept';
import { explanationXml } from '../src/domain/submission/explanationPart';
import { OfficePackage } from '../src/workbook/ooxml/package';

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

/** The workbook with these parts besides those that it has. */
export async function withCustomXml(
  workbook: Uint8Array,
  ...parts: readonly string[]
): Promise<Uint8Array> {
  const file = await OfficePackage.open(workbook);
  const taken = file.names().filter((name) => /^customXml\/item\d+\.xml$/.test(name)).length;
  parts.forEach((xml, index) => {
    const name = `customXml/item${taken + index + 1}.xml`;
    file.putText(name, xml, 'application/xml');
    file.relate('xl/workbook.xml', relation, name);
  });
  return file.save();
}

/** The workbook with explanations. */
export function withExplanationsKept(
  workbook: Uint8Array,
  explanations: readonly Explanation[],
): Promise<Uint8Array> {
  return withCustomXml(workbook, explanationXml(explanations) ?? '');
}
