/** What was said in each conversation of the try-out's Teams, kept in memory, and who waits to hear of more. */
import { splitConversation } from "./people.ts";

export type Activity = Readonly<Record<string, unknown>>;

export type Message = {
  readonly id: string;
  /** Without the thread. */
  readonly conversation: string;
  /** The id of the message that began the thread; in a chat the message's own. */
  readonly thread: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly activity: Activity;
  readonly state: "sent" | "edited" | "deleted";
  /** What a card action put in place of the card, for the presser only: by person's id. */
  readonly ownCards: Readonly<Record<string, unknown>>;
  /** Grows with every change of anything. */
  readonly change: number;
};

export type Typing = { readonly conversation: string; readonly change: number };

export type Changes = {
  /** Hand it to the next call. */
  readonly mark: string;
  /** True if what was known before is no longer: the program was started anew. */
  readonly reset: boolean;
  readonly messages: readonly Message[];
  readonly typing: readonly Typing[];
};

export type Transcript = {
  add(message: {
    readonly conversation: string;
    readonly replyToId?: string;
    readonly from: Message["from"];
    readonly activity: Activity;
  }): Message;
  find(id: string): Message | undefined;
  /** Undefined if there is no such message, or it was deleted. */
  change(
    id: string,
    change: Partial<Pick<Message, "activity" | "state" | "ownCards">>,
  ): Message | undefined;
  typing(conversation: string): void;
  /** What happened since `mark` in some conversations; without a mark everything. Waits up to `waitMs` for something. */
  changes(
    conversations: readonly string[],
    mark: string | undefined,
    waitMs: number,
  ): Promise<Changes>;
  /** Lets go of everyone who waits, now and later. */
  close(): void;
};

/** The oldest are forgotten, so that a long bench does not fill the memory. */
const mostMessages = 2_000;

export function createTranscript(now: () => number): Transcript {
  const messages = new Map<string, Message>();
  const typing = new Map<string, number>();
  const waiting = new Set<() => void>();
  const epoch = String(now());
  let lastId = now();
  let lastChange = 0;
  let isClosed = false;

  const touched = () => {
    for (const wake of [...waiting]) wake();
  };
  const put = (message: Message): Message => {
    messages.set(message.id, message);
    if (messages.size > mostMessages) messages.delete(messages.keys().next().value ?? "");
    touched();
    return message;
  };
  const since = (conversations: readonly string[], mark: string | undefined): Changes => {
    const [from = "", number] = (mark ?? "").split("-", 2);
    const isKnown = from === epoch;
    const after = isKnown ? Number(number) : 0;
    return {
      mark: `${epoch}-${lastChange}`,
      reset: !isKnown,
      messages: [...messages.values()].filter(
        ({ conversation, change }) => change > after && conversations.includes(conversation),
      ),
      typing: [...typing]
        .filter(([conversation, change]) => change > after && conversations.includes(conversation))
        .map(([conversation, change]) => ({ conversation, change })),
    };
  };
  const somethingNew = ({ reset, messages: said, typing: types }: Changes) =>
    reset || said.length + types.length > 0;

  return {
    add({ conversation, replyToId, from, activity }) {
      const { base, thread } = splitConversation(conversation);
      // Teams' ids are milliseconds, and order messages.
      lastId = Math.max(lastId + 1, now());
      const id = String(lastId);
      const root = thread ?? (replyToId && messages.get(replyToId)?.thread) ?? id;
      typing.delete(base);
      return put({
        id,
        conversation: base,
        thread: root,
        from,
        at: new Date(now()).toISOString(),
        activity,
        state: "sent",
        ownCards: {},
        change: ++lastChange,
      });
    },
    find: (id) => messages.get(id),
    change(id, change) {
      const message = messages.get(id);
      if (!message || message.state === "deleted") return undefined;
      return put({ ...message, ...change, change: ++lastChange });
    },
    typing(conversation) {
      typing.set(splitConversation(conversation).base, ++lastChange);
      touched();
    },
    changes(conversations, mark, waitMs) {
      const found = since(conversations, mark);
      if (somethingNew(found) || waitMs <= 0 || isClosed) return Promise.resolve(found);
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(late);
          waiting.delete(wake);
          resolve(since(conversations, mark));
        };
        const wake = () => {
          if (isClosed || somethingNew(since(conversations, mark))) end();
        };
        const late = setTimeout(end, waitMs);
        waiting.add(wake);
      });
    },
    close() {
      isClosed = true;
      touched();
    },
  };
}
