import type { AnnouncementStore } from "../announcement-store.ts";
import type { AnnouncementsDeps, Sending } from "../announcements-deps.ts";

export type WritingDeps = Pick<
  AnnouncementsDeps,
  "library" | "directory" | "audit" | "log" | "digest" | "admins"
> & { readonly store: AnnouncementStore; readonly sending: Sending };
