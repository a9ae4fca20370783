/** Which colours does the pane wear? The product's own ramp on Fluent's themes. */
import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';
import type { EnvironmentPort } from '../application/ports';

/** Ledger green, from ink to paper; 80 is the colour of the product's icon. */
const ledgerGreen: BrandVariants = {
  10: '#001112',
  20: '#04191a',
  30: '#082a2b',
  40: '#0a3839',
  50: '#0b4546',
  60: '#0c5152',
  70: '#0d5b5d',
  80: '#0e6466',
  90: '#21787a',
  100: '#358b8c',
  110: '#4a9e9e',
  120: '#62b0b0',
  130: '#7dc1c0',
  140: '#9bd2d1',
  150: '#bbe2e1',
  160: '#dcf2f1',
};

/** Chinese faces of Windows and Mac after the Latin ones. */
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const light: Theme = { ...createLightTheme(ledgerGreen), fontFamilyBase };
const dark: Theme = {
  ...createDarkTheme(ledgerGreen),
  fontFamilyBase,
  colorBrandForeground1: ledgerGreen[120],
  colorBrandForegroundLink: ledgerGreen[120],
  colorBrandForegroundLinkHover: ledgerGreen[130],
};
const highContrast: Theme = { ...teamsHighContrastTheme, fontFamilyBase };

const themes: Readonly<Record<EnvironmentPort['theme'], Theme>> = { light, dark, highContrast };

export function themeFor(name: EnvironmentPort['theme']): Theme {
  return themes[name];
}
