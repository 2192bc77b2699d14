import { connection } from '../shared/connection';
import { wholesaleSip } from '../shared/contract/wire.generated';
import type { Resource } from '../shared/operation/types';
import type { NodeModel } from '../shared/runner/run';
import { bulkOrder } from './resources/bulkOrder';
import { freeNumberSupply } from './resources/freeNumberSupply';
import { number } from './resources/number';
import { order } from './resources/order';
import { porting } from './resources/porting';

/** Every resource of the node; the first is what a new node starts with. Menu, dispatch and docs come from here. */
export const resources: Resource[] = [number, porting, order, bulkOrder, freeNumberSupply, connection('wholesaleSip')];

export const model: NodeModel = { resources, api: wholesaleSip };
