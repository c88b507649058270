import type { Probe } from './probe';
import { documentProbes } from './probes-document';
import { trafficProbes } from './probes-traffic';
import { worldProbes } from './probes-world';

/** All that a page script is known to be able to look at. */
export const probes: readonly Probe[] = [...documentProbes, ...worldProbes, ...trafficProbes];
