/** The figures of /metrics in OpenTelemetry's words, so that both tell the same. Pure. */
import { type Attributes, type HrTime, ValueType } from "@opentelemetry/api";
import { AggregationTemporality, DataPointType, type MetricData } from "@opentelemetry/sdk-metrics";
import type { Figure } from "./metrics.ts";

type Point = Figure["values"][number];
type Period = { readonly startTime: HrTime; readonly endTime: HrTime };

/** Types that OpenTelemetry does not know are left out; the house has none. */
export function figuresToOtlp(figures: readonly Figure[], period: Period): MetricData[] {
  return figures.flatMap((figure): MetricData[] => {
    const descriptor = {
      name: figure.name,
      description: figure.help,
      unit: "",
      valueType: ValueType.DOUBLE,
    };
    const aggregationTemporality = AggregationTemporality.CUMULATIVE;
    const numbers = () =>
      figure.values.map(({ labels, value }) => ({
        ...period,
        attributes: labels as Attributes,
        value,
      }));
    // prom-client names its types by word where its declaration says number.
    switch (String(figure.type)) {
      case "counter":
        return [
          {
            descriptor,
            aggregationTemporality,
            dataPointType: DataPointType.SUM,
            isMonotonic: true,
            dataPoints: numbers(),
          },
        ];
      case "gauge":
        return [
          {
            descriptor,
            aggregationTemporality,
            dataPointType: DataPointType.GAUGE,
            dataPoints: numbers(),
          },
        ];
      case "histogram":
        return [
          {
            descriptor,
            aggregationTemporality,
            dataPointType: DataPointType.HISTOGRAM,
            dataPoints: [{ ...period, attributes: {}, value: histogramOf(figure.values) }],
          },
        ];
      default:
        return [];
    }
  });
}

/** Of a histogram without labels: Prometheus counts up to each limit, OpenTelemetry between them. */
function histogramOf(values: readonly Point[]) {
  const named = (ending: string) =>
    values.filter((value) => String(Reflect.get(value, "metricName")).endsWith(ending));
  const upTo = named("_bucket");
  const limits = upTo.map(({ labels }) => Number(labels["le"])).filter(Number.isFinite);
  const counts = upTo.map(({ value }, n) => value - (upTo[n - 1]?.value ?? 0));
  return {
    buckets: { boundaries: limits, counts },
    sum: named("_sum")[0]?.value ?? 0,
    count: named("_count")[0]?.value ?? 0,
  };
}
