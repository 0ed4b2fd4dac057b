/** The look: calm and dense, navy for what leads on, seal red (印泥红) for what is wrong. */
import { theme as antdTheme, type ThemeConfig } from 'antd'
import type { Language } from '../../shared/values/values.ts'
import type { TextSize } from './appearance.ts'

/**
 * Chinese system fonts of Windows, macOS, UOS and Kylin before the generic family; in English a Latin font first, since
 * Chinese ones draw ’ and “ as wide as a character. As in `app.css`.
 */
const FONTS: Record<Language, string> = {
  'zh-CN': [
    '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC"',
    '"Source Han Sans SC", "WenQuanYi Micro Hei", "Segoe UI", system-ui, sans-serif',
  ].join(),
  en: [
    '"Segoe UI", "Noto Sans", "Helvetica Neue", Arial, "DejaVu Sans"',
    '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif',
  ].join(),
}

/** As in `app.css`; antd derives its shades from these. */
const LIGHT = {
  colorPrimary: '#1d4e89',
  colorInfo: '#1d4e89',
  colorLink: '#1d4e89',
  colorError: '#c8321f',
  colorSuccess: '#2e7d4f',
  colorWarning: '#9a6314',
  colorTextBase: '#1f2733',
  colorBgLayout: '#f5f6f8',
  colorBorder: '#d5dae1',
  colorBorderSecondary: '#e3e7ec',
  colorTextDescription: '#566170',
  colorTextPlaceholder: '#646f7d',
  // antd's palettes of these deep colours begin at grey; the pale ones are ours.
  colorPrimaryBg: '#eef4fb',
  colorPrimaryBgHover: '#dfeaf6',
  colorPrimaryHover: '#2a62a6',
  controlItemBgActive: '#eef4fb',
  controlItemBgActiveHover: '#dfeaf6',
  colorInfoBg: '#eef4fb',
  colorInfoBorder: '#b9cde6',
  colorWarningBg: '#fff6e0',
  colorWarningBorder: '#ecd49a',
  colorErrorBg: '#fdecea',
  colorErrorBorder: '#f1b7ae',
  colorSuccessBg: '#eaf6ef',
  colorSuccessBorder: '#b6dcc5',
} as const

const DARK = {
  colorPrimary: '#66a8ee',
  colorInfo: '#66a8ee',
  colorLink: '#86b6ec',
  // the algorithm darkens it; what comes out is read on cards and on what lies over them
  colorError: '#fa8472',
  colorSuccess: '#5cb585',
  colorWarning: '#d9a441',
  colorTextBase: '#e4e8ee',
  colorBgBase: '#14181e',
  colorBgLayout: '#14181e',
  colorBgContainer: '#1b2027',
  colorBgElevated: '#222831',
  colorBorder: '#39424e',
  colorBorderSecondary: '#2c343e',
  colorTextDescription: '#a2adba',
  colorTextPlaceholder: '#8a95a3',
  colorPrimaryBg: '#1d2c40',
  colorPrimaryBgHover: '#243750',
  controlItemBgActive: '#1d2c40',
  controlItemBgActiveHover: '#243750',
  colorInfoBg: '#1d2c40',
  colorInfoBorder: '#35557c',
  colorWarningBg: '#352b17',
  colorWarningBorder: '#6a5426',
  colorErrorBg: '#3a2020',
  colorErrorBorder: '#7a3a33',
  colorSuccessBg: '#1b3026',
  colorSuccessBorder: '#35604a',
} as const

export function themeOf(dark: boolean, textSize: TextSize, language: Language): ThemeConfig {
  const scale = textSize / 100
  const scaled = (pixels: number): number => Math.round(pixels * scale)
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONTS[language],
      fontSize: scaled(14),
      controlHeight: scaled(32),
      sizeUnit: 4 * scale,
      borderRadius: 6,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Table: { cellPaddingBlockSM: scaled(6), cellPaddingInlineSM: scaled(8), headerBg: dark ? '#20262e' : '#f0f3f7' },
      Menu: { itemHeight: scaled(36), itemBorderRadius: 6, activeBarBorderWidth: 0 },
      // White on the dark theme's lighter navy and red would be too faint.
      Button: dark ? { primaryColor: '#0d1520', dangerColor: '#0d1520' } : {},
      Alert: {
        withDescriptionPadding: `${scaled(10)}px ${scaled(14)}px`,
        withDescriptionIconSize: scaled(18),
        fontSizeLG: scaled(14),
      },
      Modal: { titleFontSize: scaled(16) },
    },
  }
}
