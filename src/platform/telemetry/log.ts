import pino from "pino";
import type { Log, LogFields } from "../../core/ports.ts";
import { safeError } from "./safe-error.ts";

/** One JSON line an event on stderr: stdout belongs to what the commands print. `context` is added to each line. */
export function createLog(level: string, context: () => LogFields = () => ({})): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...context() }),
      serializers: { err: (error: unknown) => safeError(error) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, error, fields) => logger.error({ ...fields, err: error }, event),
  };
}
