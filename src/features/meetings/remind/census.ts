/**
 * Which kinds of people a network has: what hours they keep, what lead times they chose, what languages and zones
 * they read in. From it follows when to look at everyone, so that nobody need be looked at in between.
 */
import type { Network } from "../../../core/content.ts";
import { type Directory, isUnread, type Recipient, type Unread } from "../../../core/directory.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Library } from "../../../core/library.ts";
import { quietHoursOf } from "../../../core/network-settings.ts";
import type { Clock } from "../../../core/ports.ts";
import { type Rhythm, rhythmOf } from "../../../core/quiet-hours.ts";
import type { PeopleClass } from "./slots.ts";
import { variantOf } from "./variants.ts";

export type Census = {
  readonly classes: readonly PeopleClass[];
  readonly variants: ReadonlySet<string>;
};

/** A member as a reminder sees them. */
export type Reader = {
  readonly recipient: Recipient;
  readonly rhythm: Rhythm;
  readonly language: Language;
  readonly variant: string;
};

/** How soon somebody's new hours, or their own lead time, count. */
const lastsMs = 10 * 60_000;
/** A batch carries one card for each: more zones than any network has. */
const mostVariants = 60;

export function createCensus(deps: {
  readonly directory: Pick<Directory, "recipients">;
  readonly library: Pick<Library, "contentOf" | "networks">;
  readonly clock: Clock;
}) {
  const { directory, library, clock } = deps;
  /** When somebody last asked. */
  const wanted = new Map<string, number>();
  const taken = new Map<
    string,
    { readonly at: number; readonly zone: string; readonly census: Census }
  >();

  /**
   * Everyone in the network, and at last the teams whose members are unknown; read anew. `planned`: the variants there are cards of, where whoever has come or changed
   * their zone since gets the network's.
   */
  async function* readers(
    network: Network,
    planned?: ReadonlySet<string>,
  ): AsyncGenerator<Reader | Unread> {
    const hours = { timeZone: network.timeZone, quietHours: quietHoursOf(library, network.id) };
    const at = clock.now().getTime();
    const classes = new Map<string, PeopleClass>();
    const variants = new Set(languages.map((one) => variantOf(one, network.timeZone)));
    for await (const recipient of directory.recipients(network.id)) {
      if (isUnread(recipient)) {
        yield recipient;
        continue;
      }
      const rhythm = rhythmOf(recipient, hours);
      const language = recipient.language ?? network.languages[0] ?? "sv";
      const wanted = variantOf(language, rhythm.timeZone);
      if (variants.size < mostVariants) variants.add(wanted);
      const variant = (planned ?? variants).has(wanted)
        ? wanted
        : variantOf(language, network.timeZone);
      const { remindMinutes, reminders } = recipient.preferences;
      const own = reminders && remindMinutes !== undefined ? { remindMinutes } : {};
      const kind: PeopleClass = { rhythm, ...own };
      classes.set(JSON.stringify(kind), kind);
      yield { recipient, rhythm, language, variant };
    }
    const before = last(network);
    const now: Census = { classes: [...classes.values()], variants };
    // The same object as long as nothing in it changed: what follows from it need not be worked out again.
    const census = before && isSame(before, now) ? before : now;
    taken.set(network.id, { at, zone: network.timeZone, census });
  }

  /** By another zone of the network its readers would have other cards. */
  function last({ id, timeZone }: Network): Census | undefined {
    const found = taken.get(id);
    return found?.zone === timeZone ? found.census : undefined;
  }

  async function take(network: Network): Promise<Census> {
    for await (const _ of readers(network));
    return last(network) ?? { classes: [], variants: new Set() };
  }

  return {
    readers,
    /** The last one; taken now if there is none. */
    async of(network: Network): Promise<Census> {
      wanted.set(network.id, clock.now().getTime());
      return last(network) ?? take(network);
    },
    /** Takes anew those that are used and have grown old: apart, for Teams may be slow to tell who is in a team. */
    async renew(): Promise<void> {
      const now = clock.now().getTime();
      for (const network of library.networks()) {
        const isWanted = now - (wanted.get(network.id) ?? 0) < lastsMs;
        const isOld = now - (taken.get(network.id)?.at ?? now) >= lastsMs;
        if (isWanted && isOld) await take(network);
      }
    },
  };
}

export type CensusTaker = ReturnType<typeof createCensus>;

const isSame = (one: Census, other: Census): boolean =>
  JSON.stringify(namesIn(one)) === JSON.stringify(namesIn(other));

const namesIn = ({ classes, variants }: Census): readonly (readonly string[])[] => [
  classes.map((kind) => JSON.stringify(kind)).sort(),
  [...variants].sort(),
];
