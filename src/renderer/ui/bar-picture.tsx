/** Bars with numbers on an axis, in the colours of the theme. Loaded when one is first seen: it brings the drawing library. */
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as include, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useAppearance } from '../app/appearance.ts'

include([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export interface BarSeries {
  readonly name: string
  /** A colour of the theme, such as `--fs-navy`. */
  readonly tone: string
  readonly values: readonly number[]
  /** Series of one stack stand upon one another. */
  readonly stack?: string | undefined
}

export interface BarPictureProps {
  readonly categories: readonly string[]
  readonly series: readonly BarSeries[]
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Names of more characters than a month has are broken into lines, so that none is left out. */
const LONGEST_UNBROKEN = 5
/** Left of the bars stand the numbers, as wide as this many characters. */
const NUMBERS = 3

/** Names under the bars: `width` is that of the whole picture, in pixels. */
function categoryLabels(categories: readonly string[], width: number, fontSize: number): object {
  if (categories.every((name) => name.length <= LONGEST_UNBROKEN)) return { interval: 0, hideOverlap: true }
  const room = (width - NUMBERS * fontSize) / Math.max(1, categories.length)
  return { interval: 0, width: room - fontSize / 3, overflow: 'break', lineHeight: fontSize * 1.25 }
}

function optionOf({ categories, series }: BarPictureProps, width: number, fontSize: number, still: boolean): EChartsCoreOption {
  const text = { color: colour('--fs-soft'), fontSize, fontFamily: getComputedStyle(document.body).fontFamily }
  const line = { lineStyle: { color: colour('--fs-line') } }
  return {
    animation: !still,
    animationDuration: 200,
    textStyle: text,
    grid: { top: fontSize * 2.4, left: 0, right: 0, bottom: fontSize * 0.4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: fontSize, itemHeight: fontSize * 0.7, textStyle: text, selectedMode: false },
    tooltip: {
      // HTML would carry style strings, which the content security policy forbids
      renderMode: 'richText',
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow' },
      backgroundColor: colour('--fs-card'),
      borderColor: colour('--fs-line-strong'),
      textStyle: { ...text, color: colour('--fs-ink') },
    },
    xAxis: { type: 'category', data: [...categories], axisLabel: { ...text, ...categoryLabels(categories, width, fontSize) }, axisLine: line, axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: line },
    series: series.map(({ name, tone, values, stack }) => ({
      type: 'bar' as const,
      name,
      data: [...values],
      ...(stack === undefined ? {} : { stack }),
      barMaxWidth: fontSize * 1.2,
      barGap: '10%',
      itemStyle: { color: colour(tone), borderRadius: stack === undefined ? 2 : 0 },
    })),
  }
}

export function BarPicture({ categories, series }: BarPictureProps): ReactNode {
  const { dark, textSize } = useAppearance()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const drawn = init(element, undefined, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(([seen]) => {
      drawn.resize()
      setWidth(seen?.contentRect.width ?? 0)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.current = null
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    // a frame later the colours of the other theme hold
    const frame = requestAnimationFrame(() => chart.current?.setOption(optionOf({ categories, series }, width, (12 * textSize) / 100, still), true))
    return () => cancelAnimationFrame(frame)
  }, [categories, series, width, dark, textSize])
  return <div ref={place} className="fs-picture-drawn" />
}
