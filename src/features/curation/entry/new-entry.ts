/** A new practice: written, proposed by a member, published by a coordinator. */
import { type Button, referenceData } from "../../../core/buttons.ts";
import { type Draft, type Network, networkName } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Card } from "../../../core/reply.ts";
import type { ColumnFault } from "../../../core/rows.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { markDescribed } from "../care/gap-store.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { stateInWords } from "../draft/draft-card.ts";
import { createDraft, readDraft, writeDraft } from "../draft/draft-store.ts";
import { lookAlikes } from "../draft/look-alikes.ts";
import { publish } from "../draft/publish.ts";
import { itemCard, listButton } from "../item-card.ts";
import { nameOf } from "../list/show-list.ts";
import { refuse, say } from "../say.ts";
import { curatedBy, mayCurate, proposedIn, whoMay } from "../who-may.ts";
import { checkForm } from "./check-entry.ts";
import { editorCard } from "./editor-card.ts";
import { columnsOf } from "./entry-fields.ts";
import { type EntryRow, type Form, readForm } from "./entry-form.ts";

const kind = "practices";
/** Who publishes it later says when it is to be reviewed. */
const withoutInput = ["reviewBy"];

export type Begun = {
  readonly form: Form;
  /** What it was begun from: the same one is proposed once. */
  readonly ref: string;
  /** The question it answers. */
  readonly gap?: string;
  /** Somebody else wrote the words. */
  readonly isOthers?: boolean;
};

export const emptyForm: Form = Object.fromEntries(columnsOf(kind).map((column) => [column, ""]));

export function openNew(
  deps: CurationDeps,
  turn: Turn,
  begun: Partial<Begun> = {},
  notices: readonly string[] = [],
): Outcome {
  const networks = proposedIn(deps, turn);
  if (networks.length === 0) return refuse(turn, textsIn(turn.language).curation.noNetwork);
  const form = { ...emptyForm, language: turn.language, ...begun.form };
  const ref = begun.ref ?? turn.id;
  return say(newEditor(deps, turn, { ...begun, form, ref }, { notices }), "entry-editor");
}

function newEditor(
  deps: CurationDeps,
  turn: Turn,
  { form, ref, gap, isOthers }: Begun,
  said: {
    readonly notices?: readonly string[];
    readonly faults?: readonly ColumnFault[];
    readonly network?: string;
  },
): Card {
  const { language } = turn;
  const texts = textsIn(language).curation;
  const networks = proposedIn(deps, turn);
  const [only, another] = networks;
  const isCurator = curatedBy(deps, turn).length > 0;
  const data = {
    kind,
    ref,
    ...(only && !another && { network: only.id }),
    ...(gap !== undefined && { gap }),
    ...(isOthers && { value: "others" }),
  };
  const buttons: readonly Button[] = isCurator
    ? [
        { title: texts.publish, verb: "todo.approve", data },
        { title: texts.keepAsDraft, verb: "todo.edit", data },
      ]
    : [{ title: texts.propose, verb: "todo.edit", data }];
  const network = said.network ?? only?.id;
  return editorCard({
    language,
    kind,
    heading: texts.newHeading,
    intro: isCurator ? texts.newIntroCoordinator : texts.newIntro,
    form,
    buttons,
    fixed: withoutInput,
    ...(another && { networks }),
    ...(network !== undefined && { network }),
    related: lookAlikes(deps, { kind, row: form, network }, language),
    ...said,
  });
}

type Read = {
  readonly network: Network;
  readonly begun: Begun;
  readonly id: string;
  readonly checked: Extract<ReturnType<typeof checkForm>, { readonly ok: true }>;
};

/** What the inputs hold; or the answer, if that is not to be. */
function readNew(deps: CurationDeps, turn: ActionTurn): Read | Outcome {
  const texts = textsIn(turn.language).curation;
  const { ref, gap, value, network: wanted } = turn.data;
  const networks = proposedIn(deps, turn);
  const network =
    wanted === undefined && networks.length === 1
      ? networks[0]
      : networks.find(({ id }) => id === wanted);
  if (networks.length === 0) return refuse(turn, texts.noNetwork);
  if (wanted !== undefined && wanted !== "" && !network) return refuse(turn, texts.notYourNetwork);
  const begun: Begun = {
    form: readForm(kind, turn.data, { ...emptyForm, language: turn.language }, withoutInput),
    ref: typeof ref === "string" && ref !== "" ? ref : turn.id,
    ...(typeof gap === "string" && { gap }),
    isOthers: value === "others",
  };
  const faults: readonly ColumnFault[] = network
    ? []
    : [{ column: "network", fault: { code: "required" } }];
  const id = `chat-${deps.digest(JSON.stringify([keyOf(turn.actor), begun.ref])).slice(0, idLength)}`;
  const before: EntryRow = { id, status: "published", ...(network && { network: network.id }) };
  const checked = checkForm(deps, kind, begun.form, before);
  if (checked.ok && network) return { network, begun, id, checked };
  const all = [...faults, ...(checked.ok ? [] : checked.faults)];
  const said = { faults: all, ...(network && { network: network.id }) };
  return say(newEditor(deps, turn, begun, said), "entry-faults");
}

const idLength = 16;

/** A member's waits for a coordinator, as does a coordinator's own draft. */
export async function keepNew(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const read = readNew(deps, turn);
  if (!("checked" in read)) return read;
  const { network, begun, id, checked } = read;
  const texts = textsIn(turn.language).curation;
  const proposedBy = keyOf(turn.actor);
  const draft: Draft = {
    id,
    network: network.id,
    kind,
    row: checked.row as Draft["row"],
    proposedBy,
    proposedAt: turn.at.toISOString(),
    consent: begun.isOthers ? "asked" : "not-needed",
    state: "waiting",
  };
  if ((await createDraft(deps, draft)) === "there") {
    const stored = await readDraft(deps, network.id, id);
    const there = stored?.doc.value;
    if (stored && there?.state === "waiting")
      await writeDraft(deps, stored, { ...there, row: draft.row });
    else if (there)
      return refuse(turn, stateInWords(there, { language: turn.language, nameOf: nameOf(deps) }));
  }
  if (begun.gap !== undefined) await markDescribed(deps, turn, begun.gap);
  const isCurator = mayCurate(deps, network, turn);
  const heading = isCurator ? texts.keptHeading : texts.proposedHeading;
  const notice = isCurator ? texts.kept : texts.proposed(networkName(network, turn.language));
  return say(
    itemCard({
      language: turn.language,
      heading,
      notices: [notice],
      elementId: `practice:${id}`,
      title: begun.form["title"] ?? "",
      buttons: [
        { title: texts.edit, verb: "todo.edit", data: { kind: "draft", id, network: network.id } },
        listButton(turn.language),
      ],
    }),
    "entry-proposed",
  );
}

/** Only by a coordinator of its network. */
export async function publishNew(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const read = readNew(deps, turn);
  if (!("checked" in read)) return read;
  const { network, begun, id, checked } = read;
  const texts = textsIn(turn.language).curation;
  if (!mayCurate(deps, network, turn)) return refuse(turn, whoMay(deps, [network], turn));
  const published = await publish(deps, { ...checked, kind, by: keyOf(turn.actor) });
  if (published === "there") return refuse(turn, texts.publishedAlready);
  await keepAct(deps, turn, "practice.publish", network.id, { id });
  if (begun.gap !== undefined) await markDescribed(deps, turn, begun.gap);
  const { language, title = "" } = begun.form;
  const reference = { kind: "practice", id, network: network.id } as const;
  return say(
    itemCard({
      language: turn.language,
      heading: texts.publishedHeading,
      notices: [texts.published(networkName(network, turn.language))],
      elementId: `practice:${id}`,
      title,
      buttons: [
        {
          title: texts.show,
          verb: "ask.choose",
          data: { ...referenceData(reference), language: language ?? turn.language },
        },
        listButton(turn.language),
      ],
    }),
    "entry-published",
  );
}
