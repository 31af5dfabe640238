/*
 * <crm-chart finding="…" option="{…}">: a chart drawn by ECharts in the colours and the type of the theme, with the same
 * figures in a table for those who do not see it. Fires "chart-select" with the place of the item that was chosen.
 */
import { BarChart, FunnelChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  FunnelChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

type Series = { name?: string; type?: string; data?: unknown[]; label?: object };
type Axis = { name?: string; type?: string; data?: unknown[] };
type Option = Record<string, unknown> & { xAxis?: Axis; yAxis?: Axis; series?: Series | Series[] };

const SERIES_COLOURS = 6;

const role = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const written = (value: unknown): string =>
  typeof value === 'number' ? new Intl.NumberFormat(document.documentElement.lang).format(value) : String(value);

const seriesOf = (option: Option): Series[] =>
  Array.isArray(option.series) ? option.series : option.series ? [option.series] : [];

const themed = (option: Option): Record<string, unknown> => {
  const text = { color: role('muted'), fontFamily: role('font'), fontSize: 12 };
  const axis = (given: Axis | undefined) =>
    given === undefined
      ? undefined
      : {
          axisLine: { lineStyle: { color: role('line-strong') } },
          axisLabel: given.type === 'value' ? { ...text, formatter: written, hideOverlap: true } : text,
          nameTextStyle: text,
          splitLine: { lineStyle: { color: role('line') } },
          // categories of lying bars are read from the top
          inverse: given === option.yAxis && given.type === 'category',
          ...given,
        };
  return {
    color: Array.from({ length: SERIES_COLOURS }, (_, i) => role(`chart-${i + 1}`)),
    animationDuration: reducedMotion() ? 0 : 150,
    grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
    ...option,
    textStyle: text,
    aria: { enabled: true },
    tooltip: {
      trigger: 'item',
      backgroundColor: role('raised'),
      borderColor: role('line-strong'),
      textStyle: { ...text, color: role('ink') },
      valueFormatter: written,
      ...(option.tooltip as object),
    },
    legend: option.legend === undefined ? undefined : { textStyle: text, ...(option.legend as object) },
    series: seriesOf(option).map((series) => ({
      ...series,
      label: { color: role('muted'), textBorderWidth: 0, ...series.label },
    })),
    xAxis: axis(option.xAxis),
    yAxis: axis(option.yAxis),
  };
};

class CrmChart extends HTMLElement {
  private chart?: ECharts;

  private current = '';

  private readonly canvas = document.createElement('div');

  private readonly table = document.createElement('table');

  private readonly caption = document.createElement('h2');

  private readonly resized = new ResizeObserver(() => this.chart?.resize());

  private readonly themeChanged = new MutationObserver(() => this.draw());

  get option(): string {
    return this.current;
  }

  set option(json: string) {
    this.current = json;
    this.draw();
  }

  connectedCallback(): void {
    if (!this.canvas.parentElement) {
      this.canvas.className = 'chart-canvas';
      this.canvas.setAttribute('aria-hidden', 'true');
      this.table.className = 'sr-only';
      this.append(this.caption, this.canvas, this.table);
    }
    this.caption.textContent = this.getAttribute('finding') ?? '';
    this.chart = init(this.canvas, undefined, { renderer: 'svg' });
    this.chart.on('click', (event) =>
      this.dispatchEvent(new CustomEvent('chart-select', { detail: { index: event.dataIndex } })),
    );
    this.resized.observe(this.canvas);
    this.themeChanged.observe(document.documentElement, { attributeFilter: ['theme', 'data-density'] });
    this.draw();
  }

  disconnectedCallback(): void {
    this.resized.disconnect();
    this.themeChanged.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw(): void {
    if (!this.chart || !this.current) {
      return;
    }
    const option = JSON.parse(this.current) as Option;
    this.chart.setOption(themed(option), true);
    this.fillTable(option);
  }

  private fillTable(option: Option): void {
    this.table.replaceChildren();
    const caption = this.table.createCaption();
    caption.textContent = this.caption.textContent;
    const categories = option.xAxis?.data ?? option.yAxis?.data ?? [];
    for (const series of seriesOf(option)) {
      (series.data ?? []).forEach((item, index) => this.addRow(series, item, categories[index]));
    }
  }

  private addRow(series: Series, item: unknown, category: unknown): void {
    const point = (typeof item === 'object' && item !== null ? item : { value: item }) as Record<string, unknown>;
    const row = this.table.insertRow();
    for (const text of [series.name, point.name ?? category, point.value]) {
      if (text !== undefined && text !== null) {
        row.insertCell().textContent = written(text);
      }
    }
  }
}

customElements.define('crm-chart', CrmChart);
