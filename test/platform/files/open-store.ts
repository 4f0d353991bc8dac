import {
  openSqliteDocuments,
  type SqliteDocuments,
} from "../../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

const log = { info() {}, warn() {}, error() {} };

export const openStore = (
  dataDir: string,
  mode: "bot" | "tool" = "tool",
): Promise<SqliteDocuments> =>
  openSqliteDocuments({ dataDir, clock: createFixedClock(), mode, log });
