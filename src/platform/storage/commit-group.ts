import type { DatabaseSync } from "node:sqlite";

/** Commits the writes of one moment together: a commit of its own costs each of them as much as the write. */
export type CommitGroup = {
  /** Resolves with what the work returned once it is committed; `work` is done at once. */
  write<R>(work: () => R): Promise<R>;
  /** Commits what waits here. */
  commit(): void;
  /** Commits what waits, here and for every other connection of this process to the file: one of them is about to write. */
  flush(): void;
  /** Commits what waits, for the last time. */
  close(): void;
};

/** By file. A connection waits for the one that writes, and for one of the same thread it would wait in vain. */
const commitsOfFile = new Map<string, Set<() => void>>();

export function createCommitGroup(db: DatabaseSync, path: string): CommitGroup {
  const commits = commitsOfFile.get(path) ?? new Set();
  commitsOfFile.set(path, commits);
  const statements = {
    begin: db.prepare("BEGIN IMMEDIATE"),
    commit: db.prepare("COMMIT"),
    rollback: db.prepare("ROLLBACK"),
  };
  let waiting: { readonly done: PromiseWithResolvers<void> } | undefined;

  function commit(): void {
    if (!waiting) return;
    const { done } = waiting;
    waiting = undefined;
    try {
      statements.commit.run();
      done.resolve();
    } catch (error) {
      if (db.isTransaction) statements.rollback.run();
      done.reject(error);
    }
  }

  function flush(): void {
    for (const each of commits) each();
  }
  commits.add(commit);

  return {
    async write(work) {
      if (!waiting) {
        flush();
        statements.begin.run();
        waiting = { done: Promise.withResolvers<void>() };
        setImmediate(commit);
      }
      const { promise } = waiting.done;
      try {
        const outcome = work();
        await promise;
        return outcome;
      } catch (error) {
        // Whether the others' writes are kept is theirs to hear of.
        promise.catch(() => undefined);
        throw error;
      }
    },
    commit,
    flush,
    close() {
      commit();
      commits.delete(commit);
      if (commits.size === 0) commitsOfFile.delete(path);
    },
  };
}
