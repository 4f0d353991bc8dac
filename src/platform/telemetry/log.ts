import pino from "pino";
import type { Log, LogFields } from "../../core/ports.ts";
import { safeError } from "./safe-error.ts";

/**
 * Each turn leaves a line. Written one by one they cost a busy bot as much as its storage, so lines that follow within
 * this time of another are written together; a warning or an error at once, with whatever waits.
 */
const togetherMs = 100;
const mostWaiting = 8_192;

/** One JSON line an event on stderr: stdout belongs to what the commands print. `context` is added to each line. */
export function createLog(level: string, context: () => LogFields = () => ({})): Log {
  const lines = pino.destination({ fd: 2, sync: true, minLength: mostWaiting });
  process.on("exit", () => lines.flushSync());
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...context() }),
      serializers: { err: (error: unknown) => safeError(error) },
    },
    lines,
  );
  let isQuiet = true;
  const writeSoon = () => {
    if (!isQuiet) return;
    lines.flushSync();
    isQuiet = false;
    setTimeout(() => {
      isQuiet = true;
      lines.flushSync();
    }, togetherMs).unref();
  };
  return {
    info(event, fields) {
      logger.info(fields ?? {}, event);
      writeSoon();
    },
    warn(event, fields) {
      logger.warn(fields ?? {}, event);
      lines.flushSync();
    },
    error(event, error, fields) {
      logger.error({ ...fields, err: error }, event);
      lines.flushSync();
    },
  };
}
