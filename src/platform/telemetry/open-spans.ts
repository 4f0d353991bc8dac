import type { Clock } from "../../core/ports.ts";
import type { Figure } from "./metrics.ts";
import { noSpans, type Spans } from "./spans.ts";

/** The packages that send are loaded only where somebody collects; `endpoint` undefined: nobody does. */
export async function openSpans(options: {
  readonly endpoint: string | undefined;
  readonly figures: () => Promise<readonly Figure[]>;
  /** A name for this process. */
  readonly instance: string;
  readonly clock: Clock;
}): Promise<Spans> {
  const { endpoint, ...rest } = options;
  if (endpoint === undefined) return noSpans;
  const { openOtlp } = await import("./otlp.ts");
  return openOtlp({ endpoint, ...rest });
}
