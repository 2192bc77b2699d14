import type { Socket } from 'node:net';

export interface TrafficFigures {
	requests: number;
	connections: number;
	mostConnectionsAtOnce: number;
	mostRequestsInFlight: number;
	/** Now: not yet answered to the end, nor given up. */
	requestsInFlight: number;
}

/** Counts requests of the APIs and the connections they came over; the control API is not counted. */
export class Traffic {
	private figures: Omit<TrafficFigures, 'requestsInFlight'> = {
		requests: 0,
		connections: 0,
		mostConnectionsAtOnce: 0,
		mostRequestsInFlight: 0,
	};
	private sockets = new Set<Socket>();
	private counted = new WeakSet<Socket>();
	private inFlight = 0;

	/** Counts a request; call the returned function when it is answered or given up. */
	begin(socket: Socket): () => void {
		const { figures } = this;
		figures.requests += 1;
		if (!this.sockets.has(socket)) {
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		}
		if (!this.counted.has(socket)) {
			this.counted.add(socket);
			figures.connections += 1;
		}
		figures.mostConnectionsAtOnce = Math.max(figures.mostConnectionsAtOnce, this.sockets.size);
		this.inFlight += 1;
		figures.mostRequestsInFlight = Math.max(figures.mostRequestsInFlight, this.inFlight);
		let open = true;
		return () => {
			if (open) this.inFlight -= 1;
			open = false;
		};
	}

	read(): TrafficFigures {
		return { ...this.figures, requestsInFlight: this.inFlight };
	}

	/** Starts counting from zero; connections that are still open count again when used. */
	reset(): void {
		this.figures = { requests: 0, connections: 0, mostConnectionsAtOnce: 0, mostRequestsInFlight: 0 };
		this.counted = new WeakSet();
	}
}
