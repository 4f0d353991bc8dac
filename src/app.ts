/** All features on one screen. The order is the order in which they are asked; the catch-all comes last. */
import { createAudit } from "./core/audit.ts";
import { type Collection, usualCollections } from "./core/collections.ts";
import type { Reference } from "./core/content.ts";
import { draftContent, proposeDraft } from "./core/drafts.ts";
import type { Feature, ImportTarget, Job } from "./core/feature.ts";
import { createForgotten } from "./core/forgotten.ts";
import { createTurnHandler, type TurnResult } from "./core/handle-turn.ts";
import type { Language } from "./core/language.ts";
import { createLibrary, type Finding, type Library } from "./core/library.ts";
import { collectionsOf, keptDaysOf } from "./core/network-settings.ts";
import { createOutbox } from "./core/outbox/create-outbox.ts";
import type { Outbox } from "./core/outbox/outbox.ts";
import { createDeliveryReport } from "./core/outbox/report-deliveries.ts";
import { createSender } from "./core/outbox/send-batches.ts";
import { createSendLater } from "./core/outbox/send-later.ts";
import type {
  Clock,
  Digest,
  Documents,
  Log,
  Messenger,
  Route,
  SearchIndex,
  Telemetry,
  TermIndex,
} from "./core/ports.ts";
import type { Arrival } from "./core/turn.ts";
import {
  announcementContent,
  createAnnouncementsFeature,
  reportColumns,
  reportRows,
} from "./features/announcements/announcements-feature.ts";
import {
  createAskFeature,
  createFeedback,
  createFindWhileWriting,
  type Decision,
  feedbackData,
  findAnswers,
  readFollowUp,
} from "./features/ask/ask-feature.ts";
import {
  contactContent,
  contactData,
  contactsNamed,
  createContactsFeature,
  createPeopleCards,
  placeOfContact,
} from "./features/contacts/contacts-feature.ts";
import { createCurationFeature, curationContent } from "./features/curation/curation-feature.ts";
import {
  createDiscussionsFeature,
  discussionContent,
} from "./features/discussions/discussions-feature.ts";
import {
  alreadyDone,
  createHelpFeature,
  createUnknownFeature,
  failureCard,
  failureText,
  sampleQuestion,
  sentenceCard,
} from "./features/help/help-feature.ts";
import {
  createMeetingsFeature,
  loadFinnishHolidays,
  meetingContent,
} from "./features/meetings/meetings-feature.ts";
import {
  createDirectory,
  createNetworksFeature,
  networkContent,
} from "./features/networks/networks-feature.ts";
import {
  createOversightFeature,
  type OversightFeature,
} from "./features/oversight/oversight-feature.ts";
import { createPracticesFeature, practiceContent } from "./features/practices/practices-feature.ts";
import { createPrivacyFeature, type PrivacyFeature } from "./features/privacy/privacy-feature.ts";
import {
  changeTerm,
  createTermsFeature,
  historyOf,
  readTerm,
  removeTerm,
  termContent,
  undoTerm,
} from "./features/terms/terms-feature.ts";

export type Platform = {
  /** For turns, which must end in time. */
  readonly documents: Documents;
  /** The same store for jobs, which can wait for it. */
  readonly jobDocuments: Documents;
  readonly index: SearchIndex;
  readonly terms: TermIndex;
  /** For turns. */
  readonly messenger: Messenger;
  /** For jobs, whose calls may take fifteen seconds. */
  readonly jobMessenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly digest: Digest;
  /** A new unguessable id. */
  readonly newId: () => string;
  /** The collections of terms that come with the house; without them there are none. */
  readonly collections?: readonly Collection[];
  /** Where the bot is reached from outside, without a slash at the end; undefined: nobody told. */
  readonly publicOrigin?: () => string | undefined;
  /** Takes what was deleted out of the store's files, too; undefined: there are none. */
  readonly compact?: () => Promise<void>;
  readonly config: {
    readonly mode: {
      readonly kind: "local" | "teams";
      readonly allowedTenants?: readonly string[];
    };
    readonly defaultLanguage: Language;
    readonly timeZone: string;
    readonly admins: readonly string[];
    /** Connector calls a second that the outbox makes at most. */
    readonly sendRate: number;
  };
};

export type App = {
  /** Takes what someone did, answers it, and says when that is done. */
  readonly handle: (arrival: Arrival) => Promise<TurnResult>;
  /** What would be answered, as data: for the command line and for measuring. */
  readonly ask: (question: {
    readonly text: string;
    readonly language?: Language;
    /** All networks unless named. */
    readonly networks?: readonly string[];
  }) => AskResult;
  /** A question that the samples answer. */
  readonly sampleQuestion: string;
  readonly library: Library;
  readonly outbox: Outbox;
  readonly audit: ReturnType<typeof createAudit>;
  /** What became of an announcement, for a file; undefined if there is none with the id. */
  readonly announcementReport: {
    readonly columns: readonly string[];
    readonly rows: (id: string, network?: string) => ReturnType<typeof reportRows>;
  };
  /** What coordinators and admins did, for a file. */
  readonly auditReport: OversightFeature["audit"];
  /** Erases somebody (`tenant:person`) on an admin's order. */
  readonly forget: PrivacyFeature["forget"];
  readonly importTargets: readonly ImportTarget[];
  readonly jobs: readonly Job[];
  readonly routes: readonly Route[];
};

export type AskResult = {
  readonly decision: Decision;
  readonly results: readonly (Pick<Reference, "kind" | "id"> & {
    readonly language: Language;
    readonly title: string;
    readonly score: number;
  })[];
};

const contentKinds = [
  ...networkContent,
  ...practiceContent,
  ...contactContent,
  ...meetingContent,
  ...announcementContent,
  ...termContent,
  ...discussionContent,
  ...draftContent,
  ...curationContent,
];

/** So alike are a text that is proposed and a practice that says the same already. */
const alike = 0.6;
const termsLookedAt = 5;

/** How soon content made elsewhere is found; design.md 4 promises 10 s. */
const refreshEveryMs = 3_000;

export function createApp(platform: Platform): App {
  const { documents, index, clock, digest, telemetry, config } = platform;
  const library = createLibrary({
    documents: platform.jobDocuments,
    index,
    terms: platform.terms,
    kinds: contentKinds,
  });
  const usual = usualCollections(config.mode.kind);

  const sender = createSender({
    documents: platform.jobDocuments,
    messenger: platform.jobMessenger,
    clock,
    log: platform.log,
    digest,
    newId: platform.newId,
    rate: config.sendRate,
    jitter: Math.random,
    async lastLook(head, delivery) {
      for (const feature of features) {
        const reason = await feature.lastLook?.(head, delivery);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
  });
  const outboxOn = (store: Documents) =>
    createOutbox({ documents: store, clock, digest, wake: sender.wake });
  const outbox = outboxOn(platform.jobDocuments);
  const turnOutbox = outboxOn(documents);

  const forgotten = createForgotten({
    documents: platform.jobDocuments,
    turnDocuments: documents,
    clock,
    digest,
    newId: platform.newId,
  });
  const directory = createDirectory({
    forgotten,
    documents: platform.jobDocuments,
    turnDocuments: documents,
    library,
    messenger: platform.jobMessenger,
    turnMessenger: platform.messenger,
    clock,
    log: platform.log,
    mode: config.mode.kind,
    admins: config.admins,
    isOneTenant: (config.mode.allowedTenants?.length ?? 1) === 1,
  });
  const refresh = async () => {
    await library.refresh();
    await forgotten.refresh();
    await directory.refresh();
  };

  const people = createPeopleCards({ library, index });
  const audit = createAudit(platform.jobDocuments, clock, platform.newId, forgotten.hashOf);
  const turnAudit = createAudit(documents, clock, platform.newId, forgotten.hashOf);
  const calendarUrl = (token: string) => {
    const origin = platform.publicOrigin?.();
    return origin === undefined ? "" : `${origin}/calendar/${token}.ics`;
  };

  const keptQuestions = (network: string) => keptDaysOf(library, network, "keepQuestions");
  const discussions = createDiscussionsFeature({
    documents,
    jobDocuments: platform.jobDocuments,
    library,
    directory,
    jobOutbox: outbox,
    audit: turnAudit,
    clock,
    log: platform.log,
    digest,
    admins: config.admins,
    findAnswers: (question) => findAnswers(library, question),
    terms: platform.terms,
    isFollowUp: (text) => readFollowUp(text) !== undefined,
    proposeDraft,
    loadHolidays: loadFinnishHolidays,
    keptDays: keptQuestions,
  });

  const asking = {
    library,
    index,
    telemetry,
    feedback: createFeedback({ documents, clock, digest }),
    timeZone: config.timeZone,
    people,
  };

  const curation = createCurationFeature({
    documents,
    jobDocuments: platform.jobDocuments,
    library,
    directory,
    messenger: platform.messenger,
    jobOutbox: outbox,
    audit: turnAudit,
    clock,
    log: platform.log,
    digest,
    admins: config.admins,
    timeZone: config.timeZone,
    targetOf: (kind) => importTargets().find((target) => target.kind === kind),
    termBank: {
      read: readTerm,
      change: (store, change) => changeTerm({ documents: store, library, clock }, change),
      remove: (store, change) => removeTerm({ documents: store, library, clock }, change),
      bringBack: (store, { by, ...term }) =>
        undoTerm({ documents: store, library, clock }, { ...term, version: 0, by }),
      history: historyOf,
    },
    practicesLike: (like) =>
      findAnswers(library, like).results.flatMap((found) =>
        found.kind === "practice" && found.score >= alike ? [found.practice] : [],
      ),
    termsNamed: (text, networks) =>
      platform.terms
        .find({ text, networks, collections: [], limit: termsLookedAt })
        .filter(({ match }) => match === "exact" || match === "inflected")
        .map(({ item }) => item.term),
    draftDecided: discussions.draftDecided,
    keptDays: keptQuestions,
  });

  const terms = createTermsFeature({
    documents,
    jobDocuments: platform.jobDocuments,
    library,
    terms: platform.terms,
    index,
    directory,
    outbox: turnOutbox,
    clock,
    telemetry,
    collections: platform.collections ?? [],
    collectionsOf: (network) => collectionsOf(library, network, usual),
    askNetwork: discussions.askNetwork,
    mayEdit: curation.mayEdit,
    findOthers: createFindWhileWriting(asking),
    answersTo: ({ text, writtenIn: language, networks }) => {
      const ids = networks.map(({ id }) => id);
      const { decision, results } = findAnswers(library, { text, language, networks: ids });
      return decision === "none" ? [] : results;
    },
  });

  const dataUrl = (token: string) => {
    const origin = platform.publicOrigin?.();
    return origin === undefined ? "" : `${origin}/data/${token}.json`;
  };
  let lastTurnAt = 0;
  const privacy = createPrivacyFeature({
    documents,
    jobDocuments: platform.jobDocuments,
    library,
    directory,
    forgotten,
    clock,
    log: platform.log,
    digest,
    newToken: platform.newId,
    dataUrl,
    admins: config.admins,
    otherSources: () =>
      features.flatMap((one) => (one === privacy ? [] : (one.personalData ?? []))),
    contactsNamed: (names) => contactsNamed(library, names),
    ownContacts: curation.ownContacts,
    placeOfContact,
    ...(platform.compact && { compact: platform.compact }),
    lastTurnAt: () => lastTurnAt,
  });
  const oversight = createOversightFeature({
    documents,
    jobDocuments: platform.jobDocuments,
    library,
    directory,
    forgotten,
    jobOutbox: outbox,
    clock,
    admins: config.admins,
  });

  const features: readonly Feature[] = [
    oversight,
    createNetworksFeature({
      documents,
      jobDocuments: platform.jobDocuments,
      library,
      directory,
      jobOutbox: outbox,
      digest,
      audit: turnAudit,
      log: platform.log,
      mode: config.mode.kind,
      ...(config.mode.allowedTenants && { allowedTenants: config.mode.allowedTenants }),
      admins: config.admins,
      timeZone: config.timeZone,
    }),
    createPracticesFeature({
      jobDocuments: platform.jobDocuments,
      library,
      clock,
      networksOf: ({ tenant, person }) => directory.networksOfPerson(tenant, person),
    }),
    createMeetingsFeature({
      documents,
      jobDocuments: platform.jobDocuments,
      library,
      directory,
      outbox: turnOutbox,
      jobOutbox: outbox,
      audit: turnAudit,
      clock,
      log: platform.log,
      digest,
      newToken: platform.newId,
      calendarUrl,
      admins: config.admins,
    }),
    createAnnouncementsFeature({
      documents,
      jobDocuments: platform.jobDocuments,
      library,
      directory,
      outbox: turnOutbox,
      jobOutbox: outbox,
      audit: turnAudit,
      jobAudit: audit,
      clock,
      log: platform.log,
      digest,
      mode: config.mode.kind,
      admins: config.admins,
      sendRate: config.sendRate,
    }),
    privacy,
    createHelpFeature(),
    terms,
    curation,
    discussions,
    {
      ...createContactsFeature({ library, people }),
      personalData: [contactData({ documents: platform.jobDocuments, library, clock })],
    },
    oversight.counting({
      ...createAskFeature(asking),
      personalData: feedbackData({ documents: platform.jobDocuments, library, clock, digest }),
    }),
    createUnknownFeature(),
  ];

  const importTargets = () => features.flatMap(({ importTargets: own = [] }) => own);

  const handleTurn = createTurnHandler({
    documents,
    index,
    clock,
    digest,
    telemetry,
    messenger: platform.messenger,
    log: platform.log,
    features,
    networksOf: (arrival) => {
      const ids = directory.networksOf(arrival);
      return library.networks().filter(({ id }) => ids.includes(id));
    },
    defaultLanguage: config.defaultLanguage,
    failureCard,
    failureText,
    alreadyDone,
    sentenceCard,
    noteLater: directory.meet,
    sendLater: createSendLater(turnOutbox, platform),
  });

  return {
    handle(arrival) {
      lastTurnAt = clock.now().getTime();
      return handleTurn(arrival);
    },
    ask({ text, language, networks: only }) {
      const networks = library.networks().filter(({ id }) => only?.includes(id) ?? true);
      const term = terms.answer({ networks }, text);
      if (term) return term;
      const { decision, results } = findAnswers(library, {
        text,
        language: language ?? index.detectLanguage(text, config.defaultLanguage),
        networks: only ?? networks.map(({ id }) => id),
      });
      const instead = decision === "none" ? terms.answerInstead({ networks }, text) : undefined;
      if (instead) return instead;
      return { decision, results: results.map((found) => asData(found, config.defaultLanguage)) };
    },
    sampleQuestion: sampleQuestion(config.defaultLanguage),
    library: { ...library, refresh },
    outbox,
    audit,
    announcementReport: {
      columns: reportColumns,
      rows: (id, network) =>
        reportRows({ jobDocuments: platform.jobDocuments, library, outbox, digest }, id, network),
    },
    auditReport: oversight.audit,
    forget: privacy.forget,
    importTargets: importTargets(),
    jobs: [
      { name: "refresh content", everyMs: refreshEveryMs, run: refresh },
      sender,
      createDeliveryReport({
        documents: platform.jobDocuments,
        clock,
        digest,
        telemetry,
        isSender: sender.isSender,
      }),
      ...features.flatMap(({ jobs = [] }) => jobs),
    ],
    routes: features.flatMap(({ routes = [] }) => routes),
  };
}

/** A person has no language of their own in the index: the first that they work in stands for it. */
function asData(found: Finding, defaultLanguage: Language): AskResult["results"][number] {
  const score = Math.round(found.score * 10_000) / 10_000;
  if (found.kind === "contact") {
    const { id, name, languages } = found.contact;
    return { kind: "contact", id, language: languages[0] ?? defaultLanguage, title: name, score };
  }
  if (found.kind === "discussion") {
    const { id, language, question } = found.discussion;
    return { kind: "discussion", id, language, title: question.text, score };
  }
  const { id, language, title } = found.practice;
  return { kind: "practice", id, language, title, score };
}
