/** A document as a feature writes it. `v` is the version of its schema, `type` tells the kinds in one partition apart. */
export type Document = {
  readonly id: string;
  readonly type: string;
  readonly v: number;
};
