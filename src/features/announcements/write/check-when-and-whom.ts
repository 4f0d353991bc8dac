/** When an announcement is to be sent, and to whom: may it be so? Pure. */
import { isDate } from "../../../core/rows.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import type { Audience } from "../announcement.ts";
import type { AnnouncementForm } from "./announcement-form.ts";
import { readAudience } from "./audience-text.ts";
import type { FormFault } from "./form-fault.ts";

/** Further ahead somebody has mistyped the year. */
const mostYears = 2;

export type Choosable = {
  /** The announcement's network. */
  readonly network: string;
  readonly timeZone: string;
  /** Ids of the networks that the writer coordinates. */
  readonly mine: readonly string[];
  /** Whether a channel belongs to the network. */
  readonly hasChannel: (channel: string) => boolean;
  readonly now: Date;
  /** What is changed: what was left as it is, is not judged again. */
  readonly before?: AnnouncementForm;
};

export function audienceFaults(
  form: AnnouncementForm,
  audience: Audience | undefined,
  { mine, hasChannel, before, network }: Choosable,
): readonly FormFault[] {
  const field = "audience";
  if (form.audience === "") return [{ field, code: "nobody" }];
  if (!audience?.channels.every(hasChannel)) return [{ field, code: "unknownChoice" }];
  // Whom somebody else has chosen, who coordinates them, may stay.
  const known = before && readAudience(before.audience, network)?.networks;
  const isMine = (id: string) => mine.includes(id) || known?.includes(id);
  return audience.networks.every(isMine) ? [] : [{ field, code: "notYours" }];
}

export function timeFaults(
  form: AnnouncementForm,
  { now, timeZone }: Choosable,
): readonly FormFault[] {
  const { date, time } = form;
  if (date === "" && time === "") return [];
  const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time);
  const faults: FormFault[] = [];
  if (date === "") faults.push({ field: "date", code: "required" });
  else if (!isDate(date)) faults.push({ field: "date", code: "badDate", value: date });
  if (time === "") faults.push({ field: "time", code: "required" });
  else if (!isTime) faults.push({ field: "time", code: "badTime", value: time });
  if (faults.length > 0) return faults;
  const latest = `${now.getUTCFullYear() + mostYears}${now.toISOString().slice(4, 10)}`;
  if (date > latest) return [{ field: "date", code: "tooFar" }];
  return momentOf(`${date}T${time}`, timeZone) <= now ? [{ field: "date", code: "inPast" }] : [];
}
