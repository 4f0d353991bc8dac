/** A network and its settings as they lie in the store, read and written with their version. */
import { type ContentDocument, type Network, networksPartition } from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import {
  type NetworkSettings,
  networkSettingsId,
  networkSettingsType,
} from "../../core/network-settings.ts";
import type { Documents, Stored } from "../../core/ports.ts";
import type { Adjustable } from "./read-network-form.ts";

type Store = { readonly documents: Documents; readonly library: Pick<Library, "saw"> };

export type StoredNetwork = Adjustable & {
  /** Changes with every change of either document. */
  readonly version: string;
  readonly documents: {
    readonly network: Stored<ContentDocument<Network>>;
    readonly settings: Stored<ContentDocument<NetworkSettings>> | undefined;
  };
};

export async function readNetwork(
  { documents, library }: Store,
  id: string,
): Promise<StoredNetwork | undefined> {
  const [network, settings] = await Promise.all([
    documents.read<ContentDocument<Network>>("content", networksPartition, networkDocId(id)),
    documents.read<ContentDocument<NetworkSettings>>("content", id, networkSettingsId(id)),
  ]);
  if (!network || network.doc.deleted) return undefined;
  library.saw(networksPartition, network);
  if (settings) library.saw(id, settings);
  return {
    network: network.doc.value,
    settings: settings && !settings.doc.deleted ? settings.doc.value : { network: id },
    version: `${network.etag}~${settings?.etag ?? ""}`,
    documents: { network, settings },
  };
}

/** False if somebody else wrote meanwhile; one of the two may then be written. */
export async function writeNetwork(
  store: Store,
  { documents: before, ...was }: StoredNetwork,
  after: Adjustable,
): Promise<boolean> {
  const isWritten = await replaceNetwork(store, before.network, was.network, after.network);
  return isWritten && writeSettings(store, before.settings, was.settings, after.settings);
}

async function replaceNetwork(
  { documents, library }: Store,
  stored: StoredNetwork["documents"]["network"],
  before: Network,
  after: Network,
): Promise<boolean> {
  if (isSame(before, after)) return true;
  const doc = { ...stored.doc, value: after };
  const written = await documents.replace("content", networksPartition, doc, stored.etag);
  if (written === "stale") return false;
  library.saw(networksPartition, written);
  return true;
}

async function writeSettings(
  { documents, library }: Store,
  stored: StoredNetwork["documents"]["settings"],
  before: NetworkSettings,
  after: NetworkSettings,
): Promise<boolean> {
  if (isSame(before, after)) return true;
  const { network } = after;
  const id = networkSettingsId(network);
  const doc = { id, type: networkSettingsType, v: 1, value: after };
  const written = stored
    ? await documents.replace("content", network, doc, stored.etag)
    : await documents.create("content", network, doc);
  if (written === "stale" || written === "exists") return false;
  library.saw(network, written);
  return true;
}

/** False if there is one with its id. */
export async function createNetwork(
  { documents, library }: Store,
  doc: ContentDocument<Network>,
): Promise<boolean> {
  const stored = await documents.read<ContentDocument>("content", networksPartition, doc.id);
  if (stored && !stored.doc.deleted) return false;
  const written = stored
    ? await documents.replace("content", networksPartition, doc, stored.etag)
    : await documents.create("content", networksPartition, doc);
  if (written === "stale" || written === "exists") return false;
  library.saw(networksPartition, written);
  return true;
}

const writeTries = 8;

/** Changes a network over what is stored, whoever wrote it; undefined if there is none. */
export async function changeNetwork(
  store: Store,
  id: string,
  change: (network: Network) => Network,
): Promise<Network | undefined> {
  for (let tries = 0; tries < writeTries; tries++) {
    const stored = await readNetwork(store, id);
    if (!stored) return undefined;
    const network = change(stored.network);
    if (await writeNetwork(store, stored, { ...stored, network })) return network;
  }
  throw new Error(`The network ${id} is written by too many at once.`);
}

const networkDocId = (id: string): string => `network:${id}`;

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
