/** What was noticed of teams and is not stored yet: it counts at once, and is stored when there is time. */
import type { Team } from "../../core/directory.ts";
import type { TeamChange, TeamStore } from "./team-store.ts";

export function createNoticedTeams(teams: Pick<TeamStore, "find" | "change">) {
  const noticed = new Map<string, TeamChange[]>();

  /** The team as it is once what was noticed is stored. */
  const now = (id: string): Team | undefined =>
    (noticed.get(id) ?? []).reduce((team, change) => change(team), teams.find(id));

  const isNews = (id: string, change: TeamChange): boolean => {
    const team = now(id);
    return change(team) !== team;
  };

  return {
    now,
    isNews,
    add(id: string, change: TeamChange): void {
      if (isNews(id, change)) noticed.set(id, [...(noticed.get(id) ?? []), change]);
    },
    /** Writes what was noticed about one team; what comes in meanwhile stays for the next time. */
    async store(id: string): Promise<void> {
      const changes = noticed.get(id);
      if (!changes) return;
      await teams.change(id, (team) => changes.reduce((before, change) => change(before), team));
      const later = (noticed.get(id) ?? []).slice(changes.length);
      if (later.length > 0) noticed.set(id, later);
      else noticed.delete(id);
    },
    /** Teams of which something is to be stored. */
    ids: (): readonly string[] => [...noticed.keys()],
  };
}
