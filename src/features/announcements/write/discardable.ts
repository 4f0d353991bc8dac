import type { Announcement } from "../announcement.ts";

/** What the button carries as `value` of announcement.save. */
export const discardValue = "discard";

export const mayDiscard = ({ status, template }: Announcement): boolean =>
  template === true || status === "draft";
