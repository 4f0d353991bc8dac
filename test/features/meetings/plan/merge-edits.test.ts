import fc from "fast-check";
import * as edits from "../../../../src/core/merge-edits.ts";
import {
  emptyForm,
  formFields,
  type MeetingForm,
} from "../../../../src/features/meetings/plan/meeting-form.ts";
import { digest } from "../../../../src/platform/system/digest.ts";

const marksOf = (form: MeetingForm, of: typeof digest) => edits.marksOf(formFields, form, of);
const mergeEdits = (
  mine: MeetingForm,
  stored: MeetingForm,
  marks: string | undefined,
  of: typeof digest,
) => edits.mergeEdits(formFields, { mine, stored, marks }, of);

const then: MeetingForm = { ...emptyForm, titleSv: "Träff", place: "Esbo" };
const marks = marksOf(then, digest);

describe("mergeEdits of a meeting's form", () => {
  it("when nobody else has changed anything, then nothing is told", () => {
    const mine = { ...then, place: "Åbo" };

    expect(mergeEdits(mine, then, marks, digest)).toEqual({ form: mine, changes: [] });
  });

  it("when the other changed what I left alone, then theirs is taken and told", () => {
    const mine = { ...then, minutes: "90" };
    const stored = { ...then, place: "Vasa" };

    expect(mergeEdits(mine, stored, marks, digest)).toEqual({
      form: { ...mine, place: "Vasa" },
      changes: [{ field: "place", isMine: false }],
    });
  });

  it("when both changed the same, then mine stands in the form and theirs is told", () => {
    const mine = { ...then, place: "Åbo" };
    const stored = { ...then, place: "Vasa" };

    expect(mergeEdits(mine, stored, marks, digest)).toEqual({
      form: mine,
      changes: [{ field: "place", isMine: true }],
    });
  });

  it("when both changed it to the same, then there is nothing to tell", () => {
    const both = { ...then, place: "Vasa" };

    expect(mergeEdits(both, both, marks, digest).changes).toEqual([]);
  });

  it("when nobody knows what the form was filled with, then mine stands and every difference is told", () => {
    const mine = { ...then, place: "Åbo" };

    expect(mergeEdits(mine, then, undefined, digest)).toEqual({
      form: mine,
      changes: [{ field: "place", isMine: true }],
    });
  });

  it("when two edit anything, then each field holds what one of them wrote and no change is lost", () => {
    const value = fc.constantFrom("a", "b", "c");
    const form = fc.record(Object.fromEntries(formFields.map((field) => [field, value])));
    fc.assert(
      fc.property(form, form, form, (before, mine, stored) => {
        const [base, my, their] = [before, mine, stored] as unknown as MeetingForm[];
        if (!base || !my || !their) return;
        const merged = mergeEdits(my, their, marksOf(base, digest), digest);
        for (const field of formFields) {
          const isMine = my[field] !== base[field];
          expect(merged.form[field]).toBe(isMine ? my[field] : their[field]);
          const isTold = merged.changes.some((one) => one.field === field);
          expect(isTold).toBe(their[field] !== base[field] && my[field] !== their[field]);
        }
      }),
    );
  });
});
