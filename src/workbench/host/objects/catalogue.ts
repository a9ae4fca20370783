// Which types of Excel's object model does the host know, and so which members can an add-in use here?

import type { TypeTable } from '../protocol/members';
import { autoFilterType } from './auto-filter';
import {
  conditionalRangeBorderCollectionType,
  conditionalRangeBorderType,
} from './conditional-borders';
import {
  cellValueConditionalFormatType,
  conditionalFormatCollectionType,
  conditionalFormatRuleType,
  conditionalFormatType,
  customConditionalFormatType,
} from './conditional-formats';
import {
  conditionalRangeFillType,
  conditionalRangeFontType,
  conditionalRangeFormatType,
} from './conditional-look';
import {
  customXmlPartCollectionType,
  customXmlPartScopedCollectionType,
  customXmlPartType,
} from './custom-xml-parts';
import { dataValidationType } from './data-validation';
import { settingCollectionType, settingType } from './settings';
import { freezePanesType } from './freeze-panes';
import { namedItemCollectionType, namedItemType } from './names';
import { pageLayoutType } from './page-layout';
import { worksheetProtectionType } from './protection';
import { rangeType } from './range';
import { rangeAreasType, rangeCollectionType } from './range-areas';
import {
  formatProtectionType,
  rangeFillType,
  rangeFontType,
  rangeFormatType,
} from './range-format';
import { rangeBorderCollectionType, rangeBorderType } from './range-borders';
import { applicationType, runtimeType, workbookType } from './workbook';
import { workbookProtectionType } from './workbook-protection';
import { worksheetType } from './worksheet';
import { worksheetCollectionType } from './worksheets';

/** Every type the host answers for; what is not in these tables is refused as unknown. */
export const hostTypes: readonly TypeTable[] = [
  applicationType,
  autoFilterType,
  cellValueConditionalFormatType,
  conditionalFormatCollectionType,
  conditionalFormatRuleType,
  conditionalFormatType,
  conditionalRangeBorderCollectionType,
  conditionalRangeBorderType,
  conditionalRangeFillType,
  conditionalRangeFontType,
  conditionalRangeFormatType,
  customConditionalFormatType,
  customXmlPartCollectionType,
  customXmlPartScopedCollectionType,
  customXmlPartType,
  dataValidationType,
  formatProtectionType,
  freezePanesType,
  namedItemCollectionType,
  namedItemType,
  pageLayoutType,
  rangeAreasType,
  rangeBorderCollectionType,
  rangeBorderType,
  rangeCollectionType,
  rangeFillType,
  rangeFontType,
  rangeFormatType,
  rangeType,
  runtimeType,
  settingCollectionType,
  settingType,
  workbookProtectionType,
  workbookType,
  worksheetCollectionType,
  worksheetProtectionType,
  worksheetType,
].map((type) => type.table);
