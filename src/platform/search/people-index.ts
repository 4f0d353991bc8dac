import type { PersonItem, SearchHit, SearchQuery } from "../../core/ports.ts";
export type PeopleIndex = { put(item: PersonItem): void; remove(key: string): void; search(query: SearchQuery): readonly SearchHit[] };
export function createPeopleIndex(): PeopleIndex {
  return { put() {}, remove() {}, search: () => [] };
}
