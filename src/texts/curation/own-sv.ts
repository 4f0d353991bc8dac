import type { OwnEntryTexts } from "./own-type.ts";

export const own: OwnEntryTexts = {
  open: "Rätta mina kontaktuppgifter",
  heading: "Dina kontaktuppgifter",
  intro: (network) =>
    `Så här visas du för kollegerna i ${network ? `nätverket ${network}` : "alla nätverk"}. Rätta det som är fel. När du sparar godkänner du samtidigt att uppgifterna visas.`,
  remove: "Ta bort mina uppgifter",
  removeHeading: "Ska dina kontaktuppgifter tas bort?",
  removeHint:
    "Då återtar du ditt samtycke, och kollegerna hittar dig inte längre här. Bara en koordinator kan lägga till dig igen.",
  removeNow: "Ja, ta bort dem",
  keep: "Behåll dem",
  removedHeading: "Dina kontaktuppgifter är borttagna",
  removed: (coordinators) =>
    coordinators
      ? `Ditt samtycke är återtaget. Om du vill vara med igen kan du be någon av koordinatorerna: ${coordinators}.`
      : "Ditt samtycke är återtaget. Om du vill vara med igen kan du be en koordinator.",
  losing:
    "Jag känner igen dina uppgifter på e-postadressen. Om du byter den kan du kanske inte längre rätta uppgifterna själv utan måste be en koordinator. Inget har sparats ännu.",
  saveAnyway: "Spara ändå",
  lost: "E-postadressen är inte längre den som du loggar in med, så härefter rättar en koordinator uppgifterna åt dig.",
  chooseHeading: "Dina kontaktuppgifter",
  choose: "Du finns med på flera ställen. Vilka uppgifter vill du rätta?",
  noneHeading: "Du finns inte bland kontakterna",
  none: (coordinators) =>
    coordinators
      ? `Jag hittar inga kontaktuppgifter med ditt inloggningsnamn i Teams. Koordinatorerna kan lägga till dig, eller rätta uppgifter som har en annan adress: ${coordinators}.`
      : "Jag hittar inga kontaktuppgifter med ditt inloggningsnamn i Teams. Nätverkets koordinatorer kan lägga till dig, eller rätta uppgifter som har en annan adress.",
  notYours:
    "Du kan bara rätta dina egna kontaktuppgifter. Andras rättar de själva eller nätverkets koordinatorer.",
  unsure:
    "Teams kan inte just nu säga vem du är, så jag kan inte öppna dina kontaktuppgifter. Inget har ändrats. Försök igen om en stund, eller be en koordinator.",
};
