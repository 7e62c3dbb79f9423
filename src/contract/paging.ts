import * as z from 'zod/mini';

/** What every list takes: an opaque cursor from the last answer, and how many rows. */
export const paging = {
  /** From `nextCursor` or an anchor. Opaque; valid for the same filters and sort. */
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
  /** 1 to 200, 50 unless said. */
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
  /** `total` adds the number of rows the caller may see; `anchors` that and a cursor every 200 rows. */
  include: z.optional(z.enum(['total', 'anchors'])),
};

/** Words to search by their beginnings: `nord aut`. */
export const search = z.optional(z.string().check(z.trim(), z.maxLength(100)));

/** One page of rows. */
export const page = <S extends z.ZodMiniType>(row: S) =>
  z.object({
    data: z.array(row),
    hasMore: z.boolean(),
    nextCursor: z.nullable(z.string()),
    total: z.optional(z.int()),
    anchors: z.optional(z.array(z.object({ index: z.int(), cursor: z.string() }))),
  });

export interface Page<Row> {
  data: Row[];
  hasMore: boolean;
  nextCursor: string | null;
  total?: number | undefined;
  anchors?: { index: number; cursor: string }[] | undefined;
}

/** Rows between two anchors. */
export const anchorSpacing = 200;
