import type * as v from 'valibot';
import type { rulebookSchema } from './schema';

/** The versioned data by which pages are read, judged and explained. */
export type Rulebook = v.InferOutput<typeof rulebookSchema>;
export type HostRules = Rulebook['hosts'];
export type LookRules = Rulebook['looks'];
export type PropsRules = Rulebook['props'];
export type Regulation = Rulebook['regulations'][number];
export type Provision = Rulebook['provisions'][number];
export type Phase = Rulebook['phases'][number];
export type Source = Rulebook['sources'][number];
export type Statement = Rulebook['statements'][number];
export type Ownership = Rulebook['ownership'][number];
/** H: primary text or several independent sources; M: one good source; L: weak; U: not confirmed, never shown. */
export type Confidence = Regulation['confidence'];

export type HostPage = HostRules['hosts'][number]['pages'][number];
/** A host's page rule or a family's rule: what an address alone decides. */
export type PageRule = Omit<HostPage, 'path'> & { readonly path?: string | undefined };
