import { inbound } from '../shared/contract/wire.generated';
import { connection } from '../shared/connection';
import type { Resource } from '../shared/operation/types';
import type { NodeModel } from '../shared/runner/run';
import { number } from './resources/number';
import { order } from './resources/order';

/** Every resource of the node; the first is what a new node starts with. Menu, dispatch and docs come from here. */
export const resources: Resource[] = [number, order, connection('inbound')];

export const model: NodeModel = { resources, api: inbound };
