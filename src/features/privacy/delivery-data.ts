/** Who was sent what. Figures stay when somebody is forgotten; who it was does not. */
import { dayAt, dayInWords } from "../../core/dates.ts";
import {
  type BatchCards,
  type BatchHead,
  batchesPartition,
  type Delivery,
  type Target,
  urgencies,
} from "../../core/outbox/delivery.ts";
import { createDeliveryStore } from "../../core/outbox/delivery-store.ts";
import {
  type DataSubject,
  formerMember,
  type PersonalDataSource,
} from "../../core/personal-data.ts";
import type { Page, WriteOptions } from "../../core/ports.ts";
import { changeOne, eraseOne, listOf } from "../../core/query-all.ts";
import { hasTrace, withoutTrace } from "../../core/traces.ts";
import { textsIn } from "../../texts/texts.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

type Deps = Pick<PrivacyDeps, "documents" | "jobDocuments" | "clock" | "digest" | "forgotten">;

type Found = { readonly head: BatchHead; readonly delivery: Delivery };

const container = "deliveries" as const;
const keptMs = 97 * 24 * 3_600_000;
const readAtOnce = 50;
const forgottenReason = "forgotten";

export function deliveryData(deps: Deps): PersonalDataSource {
  const { documents, jobDocuments, clock, digest } = deps;
  const store = createDeliveryStore({ documents: jobDocuments, clock, digest });
  const turnStore = createDeliveryStore({ documents, clock, digest });

  return {
    name: "deliveries",
    describe: (language) => textsIn(language).privacy.kinds.deliveries,
    async find({ key }, language, hurry) {
      const { lines } = textsIn(language).privacy;
      const found: Found[] = [];
      let began = clock.now().getTime();
      for await (const heads of hurry ? newestHeads() : allHeads()) {
        const read = await Promise.all(heads.map(({ id }) => turnStore.delivery(id, key)));
        for (const [n, stored] of read.entries()) {
          const head = heads[n];
          if (stored && head) found.push({ head, delivery: stored.doc });
        }
        const now = clock.now().getTime();
        // The next page takes about as long as this one.
        if (hurry && heads.length === readAtOnce && now + (now - began) >= hurry.until) {
          hurry.cut();
          break;
        }
        began = now;
      }
      found.sort((a, b) => (a.head.createdAt < b.head.createdAt ? 1 : -1));
      return found.map(({ head, delivery }) => {
        const { state, at, language: writtenIn, reason } = delivery;
        const day = dayInWords(dayAt(new Date(at), "UTC"), language);
        const kind =
          head.urgency === urgencies.reminder
            ? "reminder"
            : head.urgency === urgencies.announcement
              ? "announcement"
              : "other";
        return {
          text: lines.message(day, kind, lines.states[state] ?? state),
          value: {
            batch: head.id,
            kind: head.kind,
            about: head.about,
            language: writtenIn,
            state,
            at,
            ...(reason !== undefined && { reason }),
          },
        };
      });
    },
    async erase(of) {
      const recipient = `${formerMember}/${(await deps.forgotten.hashOf(of.key)).slice(0, 16)}`;
      for await (const head of store.heads()) {
        await cleanHead(head, of);
        await cleanCards(head, of);
        const own = await store.delivery(head.id, of.key);
        const wasMentioned = (own?.doc.mentioned?.length ?? 0) > 0;
        // Their own says that others name them: it goes last, or whoever takes up again would not know.
        if (wasMentioned || head.urgency === urgencies.edit) await cleanOthers(head, of);
        if (own) await replaceOwn(own.doc, of, recipient);
      }
    },
  };

  /** For the file, a page at a time. */
  async function* allHeads(): AsyncGenerator<readonly BatchHead[]> {
    let heads: BatchHead[] = [];
    for await (const head of turnStore.heads()) {
      heads.push(head);
      if (heads.length < readAtOnce) continue;
      yield heads;
      heads = [];
    }
    yield heads;
  }

  /** For a turn. Heads of long ago, which lack what they are sorted by, are in the file alone. */
  async function* newestHeads(): AsyncGenerator<readonly BatchHead[]> {
    const orderBy = { field: "due", descending: true };
    let after: string | undefined;
    do {
      const page: Page<BatchHead> = await documents.query<BatchHead>({
        container,
        partition: batchesPartition,
        orderBy,
        limit: readAtOnce,
        ...(after !== undefined && { after }),
      });
      yield page.items.map(({ doc }) => doc);
      after = page.next;
    } while (after !== undefined);
  }

  /** A document's id cannot change: one without the person takes the place of theirs. */
  async function replaceOwn(own: Delivery, of: DataSubject, recipient: string): Promise<void> {
    const { fallback: _, deliveredTo, activityId, ...rest } = own;
    const isShared = own.mentioned !== undefined;
    const isOpen = own.state === "planned" || own.state === "sending";
    const anonymous: Delivery = {
      ...rest,
      id: store.idOf(recipient),
      recipient,
      name: "",
      target: withoutPerson(own.target),
      ...(own.mentioned && { mentioned: withoutMention(own.mentioned, of) }),
      ...(isShared && deliveredTo && { deliveredTo }),
      ...(isShared && activityId !== undefined && { activityId }),
      ...(isOpen && {
        state: own.state === "planned" ? "skipped" : "unknown",
        reason: forgottenReason,
      }),
    };
    await store.create(anonymous);
    await eraseOne(jobDocuments, { container, partition: own.batch, id: own.id });
  }

  /** One post may name twenty people, and each of their deliveries all of them. */
  async function cleanOthers({ id: batch }: BatchHead, of: DataSubject): Promise<void> {
    const where = [{ field: "type", equals: "delivery" }];
    const all = await listOf<Delivery>(jobDocuments, { container, partition: batch, where });
    for (const { doc } of all) {
      const { target } = doc;
      const isNamed = hasTrace(
        [doc.mentioned ?? [], "mentions" in target ? target.mentions : []],
        of,
      );
      if (!isNamed) continue;
      await changeOne<Delivery>(
        jobDocuments,
        { container, partition: batch, id: doc.id },
        (stored) => ({
          ...stored,
          ...(stored.mentioned && { mentioned: withoutMention(stored.mentioned, of) }),
          target:
            "mentions" in stored.target && stored.target.mentions
              ? { ...stored.target, mentions: withoutMention(stored.target.mentions, of) }
              : stored.target,
        }),
        ({ due }) => ({ expiresAt: new Date(Math.max(clock.now().getTime(), due) + keptMs) }),
      );
    }
  }

  async function cleanCards(head: BatchHead, of: DataSubject): Promise<void> {
    const cards = await store.cards(head.id);
    if (!cards || !hasTrace(cards.doc.cards, of)) return;
    await changeOne<BatchCards>(
      jobDocuments,
      { container, partition: head.id, id: "cards" },
      (doc) => ({
        ...doc,
        cards: Object.fromEntries(
          Object.entries(doc.cards).map(([variant, card]) => [
            variant,
            withoutTrace(card, of, textsIn(card.language).privacy.formerMember),
          ]),
        ),
      }),
      () => expiryOf(head),
    );
  }

  async function cleanHead(head: BatchHead, of: DataSubject): Promise<void> {
    if (!hasTrace(head.about, of)) return;
    await changeOne<BatchHead>(
      jobDocuments,
      { container, partition: batchesPartition, id: head.id },
      (doc) => ({ ...doc, about: withoutTrace(doc.about, of, formerMember) }),
      expiryOf,
    );
  }
}

const expiryOf = ({ endedAt }: BatchHead): WriteOptions =>
  endedAt === undefined ? {} : { expiresAt: new Date(Date.parse(endedAt) + keptMs) };

const withoutMention = (mentions: NonNullable<Delivery["mentioned"]>, of: DataSubject) =>
  mentions.filter(({ userId, name }) => !of.userIds.includes(userId) && !of.names.includes(name));

function withoutPerson(target: Target): Target {
  const nowhere = <T extends { readonly conversationId: string }>(address: T): T => ({
    ...address,
    conversationId: "",
  });
  switch (target.route) {
    case "open":
      return { ...target, userId: "" };
    case "mention":
      return { ...target, userId: "" };
    case "edit":
    case "delete":
      return { route: target.route, address: nowhere(target.address), activityId: "" };
    default:
      return { route: target.route, address: nowhere(target.address) };
  }
}
