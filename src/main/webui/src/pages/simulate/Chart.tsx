import { useComputedColorScheme } from '@mantine/core'
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

interface Props {
  label: string
  names: string[]
  series: { name: string; values: number[] }[]
}

/** Bars beside each other, told apart by pattern as well as by colour. */
export default function Chart({ label, names, series }: Props) {
  const scheme = useComputedColorScheme()
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const chart = init(place.current!, scheme === 'dark' ? 'dark' : undefined)
    chart.setOption({
      backgroundColor: 'transparent',
      aria: { enabled: true, decal: { show: true } },
      animation: false,
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 60, right: 20, top: 40, bottom: 40 },
      xAxis: { type: 'category', data: names, axisLabel: { fontSize: 13 } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize: 13 } },
      series: series.map(({ name, values }) => ({ type: 'bar', name, data: values })),
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current!)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [names, series, scheme])

  return <div ref={place} role="img" aria-label={label} style={{ height: 320, width: '100%' }} />
}
