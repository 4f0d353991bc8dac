/** Who somebody is to Kollega, and what it remembers of talking with them. */
import { clockInWords, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { DataSubject, HeldData, PersonalDataSource } from "../../core/personal-data.ts";
import { changeOne, eraseOne, listOf } from "../../core/query-all.ts";
import {
  answerKeptMs,
  type KnownPerson,
  type KnownThread,
  keptUntil,
  knownPeople,
  knownThreads,
  memberPlace,
  readState,
  type State,
} from "../../core/state.ts";
import { hasTrace } from "../../core/traces.ts";
import { textsIn } from "../../texts/texts.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

type Deps = Pick<PrivacyDeps, "documents" | "jobDocuments" | "clock">;

/** By then a turn that noted its thread has written its state, or never will. */
const settledMs = 60 * 60_000;

export function profileData({ documents, jobDocuments }: Deps): PersonalDataSource {
  return {
    name: "profile",
    describe: (language) => textsIn(language).privacy.kinds.profile,
    async find(of, language) {
      const state = (await readState(documents, memberPlace(of)))?.doc;
      return state ? profileOf(state, language) : [];
    },
    async erase({ key }) {
      await eraseOne(jobDocuments, { ...knownPeople, id: key });
      await jobDocuments.purge("members", key);
    },
  };
}

function profileOf(state: State, language: Language): readonly HeldData[] {
  const texts = textsIn(language);
  const { lines } = texts.privacy;
  const { met, chosenLanguage, preferences, closed } = state;
  const client = [met?.locale, met?.timeZone].filter((one) => one !== undefined);
  const held = (text: string, value: HeldData["value"]): HeldData => ({ text, value });
  return [
    ...(met?.name ? [held(lines.name(met.name), { name: met.name })] : []),
    ...(chosenLanguage
      ? [held(lines.language(texts.languageName[chosenLanguage]), { language: chosenLanguage })]
      : []),
    ...(client.length > 0 ? [held(lines.client(client.join(", ")), { client })] : []),
    ...(met ? [held(lines.chat, { userId: met.userId ?? "", address: { ...met.address } })] : []),
    ...(closed ? [held(lines.blocked, { blocked: true })] : []),
    ...(preferences ? preferencesOf(preferences, language) : []),
  ];
}

function preferencesOf(
  preferences: NonNullable<State["preferences"]>,
  language: Language,
): readonly HeldData[] {
  const { lines } = textsIn(language).privacy;
  const { reminders, topics, mutedTopics = [], quietFrom, quietTo, pausedUntil } = preferences;
  const all = { preferences: { ...preferences } };
  const clock = (time = ""): string => clockInWords(time, language);
  return [
    { text: reminders ? lines.remindersOn : lines.remindersOff, value: all },
    ...(topics.length > 0 ? [{ text: lines.topics(topics.join(", ")), value: { topics } }] : []),
    ...(mutedTopics.length > 0
      ? [{ text: lines.mutedTopics(mutedTopics.join(", ")), value: { mutedTopics } }]
      : []),
    ...(quietFrom !== undefined || quietTo !== undefined
      ? [
          {
            text: lines.quiet(`${clock(quietFrom)}–${clock(quietTo)}`),
            value: { quietFrom: quietFrom ?? "", quietTo: quietTo ?? "" },
          },
        ]
      : []),
    ...(pausedUntil === undefined
      ? []
      : [{ text: lines.pausedUntil(dayInWords(pausedUntil, language)), value: { pausedUntil } }]),
  ];
}

/** What was said is in the person's own document; of what others were told, their names are taken out. */
export function conversationData({ documents, jobDocuments, clock }: Deps): PersonalDataSource {
  return {
    name: "conversation",
    describe: (language) => textsIn(language).privacy.kinds.conversations,
    async find(of, language) {
      const { lines } = textsIn(language).privacy;
      const state = (await readState(documents, memberPlace(of)))?.doc;
      return (state?.memory.questions ?? []).map(({ text, language: writtenIn }) => ({
        text: lines.question(text),
        value: { question: text, language: writtenIn },
      }));
    },
    async erase(of) {
      const threads = await listOf<KnownThread>(jobDocuments, knownThreads);
      for (const { doc } of threads) await clean(of, "conversations", doc.id, "state");
      const people = await listOf<KnownPerson>(jobDocuments, knownPeople);
      for (const { doc } of people) {
        if (doc.id !== of.key) await clean(of, "members", doc.id, "member");
      }
    },
    async sweep() {
      const { container, partition } = knownThreads;
      const settled = clock.now().getTime() - settledMs;
      for (const { doc, etag } of await listOf<KnownThread>(jobDocuments, knownThreads)) {
        // A state is about to be written for it.
        if (doc.at !== undefined && Date.parse(doc.at) > settled) continue;
        const place = { container: "conversations", partition: doc.id, id: "state" } as const;
        if (await readState(jobDocuments, place)) continue;
        // Noted anew meanwhile: it stays.
        await jobDocuments.delete(container, partition, doc.id, etag);
      }
    },
  };

  async function clean(
    of: DataSubject,
    container: "members" | "conversations",
    partition: string,
    id: string,
  ): Promise<void> {
    const now = clock.now().getTime();
    await changeOne<State>(
      jobDocuments,
      { container, partition, id },
      (state) => withoutPerson(state, of, now),
      () => keptUntil(container, now),
    );
  }
}

/** Answers are kept for ten minutes, but not taken away before the next turn. */
function withoutPerson(state: State, of: DataSubject, now: number): State {
  const isStale = ({ answer, at }: State["done"][number]) =>
    answer !== undefined && (now - at > answerKeptMs || hasTrace(answer, of));
  const isTheirs = (question: State["memory"]["questions"][number]) => hasTrace(question, of);
  const { subject, ...memory } = state.memory;
  const isSubject = subject !== undefined && hasTrace(subject, of);
  if (!state.done.some(isStale) && !state.memory.questions.some(isTheirs) && !isSubject)
    return state;
  return {
    ...state,
    done: state.done.map((one) => (isStale(one) ? { id: one.id, at: one.at } : one)),
    memory: {
      ...memory,
      ...(subject && !isSubject && { subject }),
      questions: state.memory.questions.filter((question) => !isTheirs(question)),
    },
  };
}
