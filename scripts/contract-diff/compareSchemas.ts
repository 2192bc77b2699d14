import { type Findings, type Standing, aliasesOf, idsOf, sourceOf } from './compare';
import { ABSENT, KEYWORDS, factOf } from './keywords';
import { type Place, idOf, target } from './place';
import { type SchemaView, alternativesOf, holderOf, itemsOf, propertiesOf, requiredOf, typeOf } from './schema';
import { type Named, likelyRenames } from './similarity';

interface Property extends Named {
	view: SchemaView;
}

/** Compares schemas: types, limits, fields and all below them. */
export class SchemaComparison {
	/** Pairs of schemas that are being compared, so that a schema that contains itself ends. */
	private readonly open = new Set<string>();

	constructor(private readonly findings: Findings) {}

	/** Compares what stands at the same place of both documents. */
	compare(ours: SchemaView, theirs: SchemaView, standing: Standing): void {
		const pair = `${idOf(ours.target)} ${idOf(theirs.target)}`;
		if (this.open.has(pair)) return;
		this.open.add(pair);
		const here = { ...standing, source: sourceOf(ours.fragments, standing.source) };
		this.findings.visit(ours.fragments.map(idOf));
		if (this.compareType(ours, theirs, here)) {
			for (const keyword of KEYWORDS) this.compareKeyword(keyword, ours, theirs, here);
			this.compareItems(ours, theirs, here);
			this.compareFields(ours, theirs, here);
		}
		this.open.delete(pair);
	}

	/** Compares types. False when nothing below them can be compared. */
	private compareType(ours: SchemaView, theirs: SchemaView, standing: Standing): boolean {
		const [our, their] = [typeOf(ours), typeOf(theirs)];
		if (our.type === undefined || their.type === undefined) return true;
		const same = our.type === their.type;
		if (same && our.nullable === their.nullable) return true;
		const list = same ? undefined : this.wrappedList(ours, theirs);
		const wording = (side: typeof our): string => (side.nullable ? `${side.type} or null` : (side.type ?? ABSENT));
		this.report(
			'type',
			ours,
			theirs,
			standing,
			wording(our),
			list ? `${wording(their)} with the list in ${list.name}` : wording(their),
		);
		if (list) this.compare(ours, list.view, standing);
		return same;
	}

	/** A list of theirs that stands alone in an object where ours has the bare list. */
	private wrappedList(ours: SchemaView, theirs: SchemaView): { name: string; view: SchemaView } | undefined {
		if (typeOf(ours).type !== 'array' || typeOf(theirs).type !== 'object') return undefined;
		const lists = [...propertiesOf(theirs)].filter(([, view]) => typeOf(view).type === 'array');
		const [only] = lists;
		return only && lists.length === 1 ? { name: only[0], view: only[1] } : undefined;
	}

	private compareKeyword(keyword: string, ours: SchemaView, theirs: SchemaView, standing: Standing): void {
		const [our, their] = [factOf(ours, keyword).text, factOf(theirs, keyword).text];
		if (our !== their) this.report(keyword, ours, theirs, standing, our, their);
	}

	private compareItems(ours: SchemaView, theirs: SchemaView, standing: Standing): void {
		const [our, their] = [itemsOf(ours), itemsOf(theirs)];
		if (our && their)
			this.compare(our, their, { ...standing, name: `${standing.name}[]`, leaf: `${standing.leaf ?? ''}[]` });
	}

	private compareFields(ours: SchemaView, theirs: SchemaView, standing: Standing): void {
		const [our, their] = [propertiesOf(ours), propertiesOf(theirs)];
		if (our.size === 0 && their.size === 0) return;
		const required = { ours: requiredOf(ours), theirs: requiredOf(theirs) };
		/** Our names by theirs. */
		const names = new Map<string, string>();
		const pair = (name: string, view: SchemaView, otherName: string, other: SchemaView): void => {
			names.set(otherName, name);
			const below = this.belowOf(standing, name, view);
			this.compareRequired(name, otherName, { ours, theirs }, view, required, below);
			this.compare(view, other, below);
		};
		for (const [name, view] of our) {
			const same = their.get(name);
			if (same) pair(name, view, name, same);
		}
		const missing = propertiesAs([...our].filter(([name]) => !their.has(name)));
		const extra = propertiesAs([...their].filter(([name]) => !our.has(name)));
		const renames = likelyRenames(missing, extra);
		for (const [mine, other] of renames) {
			this.report(
				'name',
				mine.view,
				other.view,
				this.belowOf(standing, mine.name, mine.view),
				mine.name,
				other.name,
				true,
			);
			pair(mine.name, mine.view, other.name, other.view);
		}
		const paired = new Set<Named>(renames.flat());
		missing
			.filter((one) => !paired.has(one))
			.forEach((one) => this.reportMissing(one, theirs, required.ours, standing));
		extra.filter((one) => !paired.has(one)).forEach((one) => this.reportExtra(one, ours, required.theirs, standing));
		this.compareAlternatives(ours, theirs, names, standing);
	}

	private compareRequired(
		name: string,
		otherName: string,
		parents: { ours: SchemaView; theirs: SchemaView },
		view: SchemaView,
		required: { ours: ReturnType<typeof requiredOf>; theirs: ReturnType<typeof requiredOf> },
		standing: Standing,
	): void {
		const [our, their] = [required.ours.get(name), required.theirs.get(otherName)];
		const suffix = ` required ${name}`;
		const ourIds = our ? [idOf(our) + suffix] : idsOf(view.site, parents.ours.target, suffix);
		this.findings.visit(ourIds);
		if (Boolean(our) === Boolean(their)) return;
		const line = our ? [...our.path, 'required'] : view.site.path;
		this.findings.add(standing, {
			kind: 'differs',
			aspect: 'required',
			name,
			ours: our ? 'mandatory' : 'optional',
			theirs: their ? 'mandatory' : 'optional',
			line,
			ourIds,
			theirIds: [idOf(their ?? parents.theirs.target) + suffix],
		});
	}

	/** "One of these is mandatory". Swagger 2 cannot say so: nothing said is no contradiction. */
	private compareAlternatives(
		ours: SchemaView,
		theirs: SchemaView,
		names: ReadonlyMap<string, string>,
		standing: Standing,
	): void {
		const known = new Set(names.values());
		const our = alternativesOf(ours).map((list) => list.filter((name) => known.has(name)).join(' and '));
		const their = alternativesOf(theirs).map((list) =>
			list
				.flatMap((name) => names.get(name) ?? [])
				.toSorted()
				.join(' and '),
		);
		const [left, right] = [our, their].map((list) => list.filter(Boolean).toSorted().join(', or '));
		if (their.length > 0 && left !== right)
			this.report('alternatives', ours, theirs, standing, left || ABSENT, right || ABSENT);
	}

	private report(
		aspect: string,
		ours: SchemaView,
		theirs: SchemaView,
		standing: Standing,
		our: string,
		their: string,
		isName = false,
	): void {
		const key = aspect === 'alternatives' ? 'anyOf' : aspect;
		const holder = isName ? ours.site : (holderOf(ours, key) ?? ours.site);
		const otherHolder = isName ? theirs.site : (holderOf(theirs, key) ?? theirs.target);
		const path = isName || holder.value[key] === undefined ? holder.path : [...holder.path, key];
		this.findings.add(standing, {
			kind: 'differs',
			aspect,
			name: standing.leaf || standing.part,
			ours: our,
			theirs: their,
			line: path,
			ourIds: idsOf(ours.site, ours.target),
			theirIds: isName ? [idOf(otherHolder)] : [idOf(otherHolder) + aspect],
		});
	}

	private reportMissing(
		one: Property,
		theirs: SchemaView,
		required: ReadonlyMap<string, unknown>,
		standing: Standing,
	): void {
		const below = this.belowOf(standing, one.name, one.view);
		this.findings.visit(idsOf(one.view.site, one.view.target));
		this.findings.add(below, {
			kind: 'oursOnly',
			aspect: 'field',
			name: one.name,
			ours: `${required.has(one.name) ? 'mandatory' : 'optional'} ${one.type ?? 'value'}`,
			theirs: 'absent',
			line: one.view.site.path,
			ourIds: idsOf(one.view.site, one.view.target),
			theirIds: [`${idOf(theirs.target)} lacks ${one.name}`],
		});
	}

	private reportExtra(
		one: Property,
		ours: SchemaView,
		required: ReadonlyMap<string, unknown>,
		standing: Standing,
	): void {
		this.findings.add(
			{ ...standing, name: join(standing.name, one.name) },
			{
				kind: 'theirsOnly',
				aspect: 'field',
				name: one.name,
				ours: 'absent',
				theirs: `${required.has(one.name) ? 'mandatory' : 'optional'} ${one.type ?? 'value'}`,
				line: fieldsLine(ours.target),
				ourIds: ours.fragments.map(idOf),
				linesById: new Map(ours.fragments.map((fragment) => [idOf(fragment), fieldsLine(target(fragment))])),
				theirIds: [idOf(one.view.site)],
			},
		);
	}

	private belowOf(standing: Standing, name: string, view: SchemaView): Standing {
		return {
			...standing,
			name: join(standing.name, name),
			leaf: name,
			source: sourceOf(view.fragments, standing.source),
		};
	}
}

/** Where a field is to be added to a schema. */
const fieldsLine = ({ path, value }: Place): string[] => (value['properties'] ? [...path, 'properties'] : [...path]);
const join = (name: string, field: string): string => (name ? `${name}.${field}` : field);

function propertiesAs(properties: ReadonlyArray<[string, SchemaView]>): Property[] {
	return properties.map(([name, view]) => ({
		name,
		view,
		aliases: aliasesOf(view.fragments),
		type: typeOf(view).type,
		fields: [...propertiesOf(itemsOf(view) ?? view).keys()],
	}));
}
