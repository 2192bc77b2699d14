/** Words of a stored value: `searchFree` is "Search Free". */
const WORDS = '.replace(/(?=[A-Z])/g, " ").replace(/^./, (letter) => letter.toUpperCase())';

/** What a node says under its name: "Search Free: Number". */
export const OPERATION_SUBTITLE = `={{ $parameter["operation"]${WORDS} + ": " + $parameter["resource"]${WORDS} }}`;

/** What a trigger says under its name: its events, or how many they are. */
export const EVENTS_SUBTITLE =
	'={{ [$parameter["events"]].flat().length > 2 ? [$parameter["events"]].flat().length + " Events" : ' +
	`[$parameter["events"]].flat().map((event) => event${WORDS}).join(", ") }}`;
