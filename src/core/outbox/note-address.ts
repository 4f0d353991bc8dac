/** What the sender learns of people: where their chat is, and who wants nothing more. */
import { BotError } from "../errors.ts";
import type { Clock, ConversationAddress, Documents, Log } from "../ports.ts";
import { memberPlace, type Place, readState, writeState } from "../state.ts";
import type { Delivery } from "./delivery.ts";

type Deps = { readonly documents: Documents; readonly clock: Clock; readonly log: Log };

export async function noteAddress(
  deps: Deps,
  { recipient, name }: Delivery,
  met: { readonly userId: string; readonly address: ConversationAddress },
): Promise<void> {
  await inMemberDocument(deps, recipient, async (place, now) => {
    const read = await readState(deps.documents, place);
    const known = read?.doc.met?.name;
    await writeState(deps.documents, place, read, { met: { name: known || name, ...met } }, now);
  });
}

/** Nothing is sent until they write again. Whom the bot never met has no document, and needs none to be refused again. */
export async function closeAddress(deps: Deps, { recipient, target }: Delivery): Promise<void> {
  await inMemberDocument(deps, recipient, async (place, now) => {
    const read = await readState(deps.documents, place);
    if (!read && target.route !== "open") return;
    await writeState(deps.documents, place, read, { closed: true }, now);
  });
}

/** What is noted there is a help, no promise: without a store it is learnt anew the next time. */
async function inMemberDocument(
  { clock, log }: Deps,
  recipient: string,
  write: (place: Place, now: number) => Promise<void>,
): Promise<void> {
  const cut = recipient.indexOf(":");
  if (cut < 1) return;
  const place = memberPlace({ tenant: recipient.slice(0, cut), person: recipient.slice(cut + 1) });
  try {
    await write(place, clock.now().getTime());
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    log.warn("an address was not noted: no store");
  }
}
