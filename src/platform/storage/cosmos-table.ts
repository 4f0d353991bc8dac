import type { Container as SdkContainer } from "@azure/cosmos";
import type { Changes, Container, Document, Page, Query, Stored } from "../../core/ports.ts";
import { type Answer, type CosmosCalls, unavailable } from "./cosmos-calls.ts";
import type { FoundContainer } from "./cosmos-containers.ts";
import {
  type CosmosItem,
  isLive,
  itemOf,
  type ReadItem,
  storedOf,
  versionOf,
} from "./cosmos-item.ts";
import { cosmosKey } from "./cosmos-key.ts";
import { formatMark, markOfBeginning, nextMark, parseMark } from "./cosmos-mark.ts";
import { compareInOrder, parsePlace, placeAfter, placeOf } from "./cosmos-order.ts";
import {
  changesStatement,
  idsStatement,
  pageStatement,
  type Statement,
  unsortedStatement,
} from "./cosmos-query.ts";
import type { StorageOperation } from "./count-calls.ts";

export type CosmosTable = ReturnType<typeof createCosmosTable>;
