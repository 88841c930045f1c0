/** @file Notices about points of a block, and the data that they are made from. */

/** For each vertex of a graph its value at every point of a block. */
export type VertexData = readonly Float64Array[];

/** Whether the vertex at a place is used at a point, by its index. */
export type IsUsed = (at: number, index: number) => boolean;

/** A remark on one point: not an error, but the reader should know. */
export interface Notice {
  /** The index of the point in the block. */
  readonly index: number;
  readonly text: string;
}
