import type { OwnEntryTexts } from "./own-type.ts";

export const own: OwnEntryTexts = {
  open: "Correct my contact details",
  heading: "Your contact details",
  intro: (network) =>
    `This is how you are shown to colleagues in ${network ? `the network ${network}` : "all networks"}. Correct what is wrong. By saving you also agree that the details are shown.`,
  remove: "Remove my details",
  removeHeading: "Remove your contact details?",
  removeHint:
    "You withdraw your consent, and colleagues no longer find you here. Only a coordinator can add you again.",
  removeNow: "Yes, remove them",
  keep: "Keep them",
  removedHeading: "Your contact details have been removed",
  removed: (coordinators) =>
    coordinators
      ? `Your consent is withdrawn. If you want to be found again, ask one of the coordinators: ${coordinators}.`
      : "Your consent is withdrawn. If you want to be found again, ask a coordinator.",
  losing:
    "I know your details by the e-mail address. If you change it, you may no longer be able to correct them yourself and will have to ask a coordinator. Nothing has been saved yet.",
  saveAnyway: "Save anyway",
  lost: "The e-mail address is no longer the one you sign in with, so from now on a coordinator corrects the details for you.",
  chooseHeading: "Your contact details",
  choose: "You are listed in several places. Which details do you want to correct?",
  noneHeading: "You are not among the contacts",
  none: (coordinators) =>
    coordinators
      ? `I find no contact details with your Teams sign-in name. The coordinators can add you, or correct details that have another address: ${coordinators}.`
      : "I find no contact details with your Teams sign-in name. The network’s coordinators can add you, or correct details that have another address.",
  notYours:
    "You can correct only your own contact details. Other people’s are corrected by themselves or by the network’s coordinators.",
  unsure:
    "Teams does not say right now who you are, so I cannot open your contact details. Nothing has been changed. Please try again in a while, or ask a coordinator.",
};
