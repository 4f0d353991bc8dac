import type { Button } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import { momentInWords } from "../../../core/dates.ts";
import type { Language } from "../../../core/language.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData, titleIn } from "../announcement.ts";
import { type ListStatus, latest, listStatuses, listStatusOf } from "./find-announcements.ts";
import { whenInWords } from "./words.ts";

/** With the search above and "more" under them, short enough to be read on a phone. */
export const mostListed = 8;

/** A network's announcements, as its coordinators see them. Pure. */
export function listCard(
  listed: readonly { readonly announcement: Announcement; readonly network: Network }[],
  of: {
    readonly language: Language;
    readonly now: Date;
    readonly query: string;
    readonly status?: ListStatus | undefined;
    /** How many were shown before these. */
    readonly after: number;
    readonly hasMore: boolean;
    /** Each says which network it belongs to. */
    readonly namesNetworks: boolean;
    /** What was just done. */
    readonly notice?: string | undefined;
  },
): Card {
  const { language, now, query, status } = of;
  const texts = textsIn(language).announcements.writing;
  const items = listed.map(({ announcement, network }) => {
    const title = titleIn(announcement, language) || texts.untitled;
    const own = texts.statuses[listStatusOf(announcement)];
    return {
      elementId: `announcement:${announcement.id}`,
      status: own,
      title,
      detail: [
        timeOf(announcement, network, language, now),
        of.namesNetworks ? networkName(network, language) : "",
      ]
        .filter(Boolean)
        .join(" · "),
      altText: `${texts.open(title)}, ${own}`,
      data: announcementData(announcement),
      // A template is copied by opening it.
      copies: announcement.template
        ? []
        : [
            {
              title: texts.copy,
              altText: texts.copyOf(title),
              data: { ...announcementData(announcement), act: "copy" },
            },
          ],
    };
  });
  const found =
    items.length > 0 ? texts.listIntro : query === "" ? texts.listEmpty : texts.nothingFound(query);
  const intro = [of.notice ?? "", found].filter(Boolean).join(" ");
  const kind = "announcements";
  const chosen: JsonObject = { kind, query, ...(status && { status }) };
  const buttons: readonly Button[] = [
    { title: texts.search, verb: "ask.more", data: { kind } },
    ...(of.hasMore
      ? [
          {
            title: texts.more,
            verb: "ask.more",
            data: { ...chosen, after: of.after + items.length },
          },
        ]
      : []),
    { title: texts.write, verb: "announcement.save", data: {} },
  ];
  return {
    kind,
    language,
    summary: [of.notice ?? texts.listHeading, ...items.slice(0, 1).map(({ title }) => title)].join(
      ": ",
    ),
    view: {
      heading: texts.listHeading,
      intro,
      labels: { query: texts.query, status: texts.status },
      placeholder: texts.queryPlaceholder,
      values: { query, status: status ?? allStatuses },
      statuses: [
        { title: texts.allStatuses, value: allStatuses },
        ...listStatuses.map((value) => ({ title: texts.statuses[value], value })),
      ],
      items,
      buttons,
      links: [],
    },
  };
}

const allStatuses = "all";

function timeOf(
  announcement: Announcement,
  { timeZone }: Network,
  language: Language,
  now: Date,
): string {
  const texts = textsIn(language).announcements.writing;
  const { status, sentAt } = announcement;
  const inWords = (at: string) => momentInWords(new Date(at), timeZone, language, now);
  const planned = whenInWords(announcement, timeZone, language, now);
  if (planned && (status === "scheduled" || status === "awaiting-approval")) {
    return texts.sendsAt(planned);
  }
  return sentAt === undefined
    ? texts.changedAt(inWords(latest(announcement)))
    : texts.sentAt(inWords(sentAt));
}
