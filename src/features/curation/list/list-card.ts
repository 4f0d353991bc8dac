/** Everything that waits, a page at a time. Pure. */
import type { Button } from "../../../core/buttons.ts";
import type { Draft } from "../../../core/content.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Task, TaskKind } from "./find-tasks.ts";
import { type ListReader, ownItem, taskItem } from "./task-item.ts";

/** Short enough to be read on a phone. */
const mostListed = 6;

export type ListView = {
  /** Undefined: the reader runs no network. */
  readonly tasks: readonly Task[] | undefined;
  /** What the reader has proposed elsewhere. */
  readonly own: readonly Draft[];
  readonly openQuestions: number;
  /** How many were shown before these. */
  readonly after: number;
  readonly notices?: readonly string[];
};

export function listCard(given: ListView, reader: ListReader): Card {
  const { tasks, own, openQuestions, notices = [] } = given;
  const texts = textsIn(reader.language).curation;
  const all = tasks ?? [];
  const after = startOf(given.after, all.length);
  const view = { ...given, after };
  const page = all.slice(after, after + mostListed);
  const shown = after + page.length;
  const sections = [
    ...[...Map.groupBy(page, ({ kind }) => kind)].map(([kind, some]) =>
      sectionOf(
        texts.sections[kind],
        countOf(all, kind),
        some.map((task) => onPage(taskItem(task, reader), after)),
      ),
    ),
    ...(own.length > 0 && after === 0
      ? [
          sectionOf(
            texts.ownHeading,
            own.length,
            own.map((draft) => ownItem(draft, reader)),
          ),
        ]
      : []),
  ];
  const intro = introOf(view, reader);
  const buttons: readonly Button[] = [
    ...(shown < all.length
      ? [
          {
            title: texts.more(Math.min(mostListed, all.length - shown)),
            verb: "ask.more",
            data: { kind: "todo", after: shown },
          },
        ]
      : []),
    ...(after > 0 ? [{ title: texts.fromStart, verb: "ask.more", data: { kind: "todo" } }] : []),
    { title: texts.newPractice, verb: "todo.edit", data: {} },
    ...(openQuestions > 0
      ? [
          {
            title: texts.openQuestions(openQuestions),
            verb: "ask.more",
            data: { kind: "discussions" },
          },
        ]
      : []),
  ];
  return {
    kind: "todo",
    language: reader.language,
    summary: [...notices, `${texts.heading}. ${intro}`].join(" "),
    view: { heading: texts.heading, notices, intro, sections, buttons, links: [] },
  };
}

/** Where the last of a page was seen to, the page before it. */
const startOf = (after: number, all: number): number =>
  after === all ? Math.max(0, after - mostListed) : after < all ? after : 0;

type Item = ReturnType<typeof taskItem>;

/** What is pressed there leads back to the page. */
const onPage = (item: Item, after: number): JsonObject =>
  after === 0
    ? item
    : {
        ...item,
        data: { ...item.data, after },
        acts: item.acts.map((act) => ({ ...act, data: { ...act.data, after } })),
      };

function introOf({ tasks, own, after }: ListView, { language }: ListReader): string {
  const texts = textsIn(language).curation;
  if (tasks === undefined) return own.length > 0 ? texts.ownIntro : texts.ownEmpty;
  if (tasks.length === 0) return texts.nothingWaits;
  return after > 0
    ? texts.pageIntro(after + 1, Math.min(after + mostListed, tasks.length), tasks.length)
    : texts.intro(tasks.length);
}

const sectionOf = (title: string, count: number, items: readonly JsonObject[]): JsonObject => ({
  title: `${title} (${count})`,
  items,
});

const countOf = (tasks: readonly Task[], kind: TaskKind): number =>
  tasks.filter((task) => task.kind === kind).length;
