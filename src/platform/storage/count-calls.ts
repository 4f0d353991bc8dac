import type { Container, Documents } from "../../core/ports.ts";

export type StorageOperation = keyof Documents;

/** The same documents; `onCall` hears of every call, whatever becomes of it. */
export function countCalls(
  documents: Documents,
  onCall: (container: Container, operation: StorageOperation) => void,
): Documents {
  return {
    read(container, ...rest) {
      onCall(container, "read");
      return documents.read(container, ...rest);
    },
    create(container, ...rest) {
      onCall(container, "create");
      return documents.create(container, ...rest);
    },
    replace(container, ...rest) {
      onCall(container, "replace");
      return documents.replace(container, ...rest);
    },
    delete(container, ...rest) {
      onCall(container, "delete");
      return documents.delete(container, ...rest);
    },
    query(query) {
      onCall(query.container, "query");
      return documents.query(query);
    },
    changes(container, ...rest) {
      onCall(container, "changes");
      return documents.changes(container, ...rest);
    },
    purge(container, ...rest) {
      onCall(container, "purge");
      return documents.purge(container, ...rest);
    },
  };
}
