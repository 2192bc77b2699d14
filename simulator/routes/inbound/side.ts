import type { World } from '../../world';

/**
 * The Inbound API's side of a world: numbers and orders of its own, everything else shared (clock, settings, tokens,
 * faults, planned failures), so that the rules for numbers and orders are the same code for both APIs.
 */
export function inboundSide(world: World): World {
	return new Proxy(world, {
		get(target, name): unknown {
			if (name === 'numbers') return target.inboundNumbers;
			if (name === 'orders') return target.inboundOrders;
			return Reflect.get(target, name) as unknown;
		},
		// Without it a method called on the side would define its results on the proxy.
		set: (target, name, value) => Reflect.set(target, name, value),
	});
}
