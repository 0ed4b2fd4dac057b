/** Bars by week: what came in, what was issued, and what of it in time. Loaded when it is first seen. */
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as include, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, type ReactNode } from 'react'
import type { MonthFigures } from '../../shared/home/month.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'

include([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** 4–10: the month stands above the picture. */
function shortLabel({ from, to }: MonthFigures): string {
  const [first, last] = [Number(from.slice(8)), Number(to.slice(8))]
  return first === last ? String(first) : `${first}–${last}`
}

interface Look {
  readonly names: readonly [received: string, issued: string, inTime: string]
  readonly fontSize: number
  readonly still: boolean
}

function optionOf(weeks: readonly MonthFigures[], { names, fontSize, still }: Look): EChartsCoreOption {
  const text = { color: colour('--fs-soft'), fontSize, fontFamily: getComputedStyle(document.body).fontFamily }
  const line = { lineStyle: { color: colour('--fs-line') } }
  const [received, issued, inTime] = names
  const bar = (name: string, tone: string, values: readonly number[]) => ({
    type: 'bar' as const,
    name,
    data: [...values],
    barMaxWidth: fontSize * 1.2,
    barGap: '10%',
    itemStyle: { color: colour(tone), borderRadius: 2 },
  })
  return {
    animation: !still,
    animationDuration: 200,
    textStyle: text,
    grid: { top: fontSize * 2.4, left: 0, right: 0, bottom: 0, containLabel: true },
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
    xAxis: { type: 'category', data: weeks.map(shortLabel), axisLabel: { ...text, interval: 0, hideOverlap: true }, axisLine: line, axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: line },
    series: [
      bar(received, '--fs-navy', weeks.map((week) => week.received)),
      bar(issued, '--fs-amber', weeks.map((week) => week.issued)),
      bar(inTime, '--fs-green', weeks.map((week) => week.inTime)),
    ],
  }
}

export function MonthPicture({ weeks }: { weeks: readonly MonthFigures[] }): ReactNode {
  const { t } = useLanguage()
  const { dark, textSize } = useAppearance()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const drawn = init(element, undefined, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.current = null
      drawn.dispose()
    }
  }, [])
  const names = [t('home:month.received'), t('home:month.issued'), t('home:month.inTime')] as const
  const [received, issued, inTime] = names
  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const look: Look = { names: [received, issued, inTime], fontSize: (12 * textSize) / 100, still }
    // a frame later the colours of the other theme hold
    const frame = requestAnimationFrame(() => chart.current?.setOption(optionOf(weeks, look), true))
    return () => cancelAnimationFrame(frame)
  }, [weeks, received, issued, inTime, dark, textSize])
  return <div ref={place} className="home-picture-drawn" />
}
