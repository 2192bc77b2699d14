import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';

/** A geographic number of a country as its people write it, and the same in E.164. */
export interface Sample {
	country: CountryCode;
	national: string;
	e164: string;
	/** Area code as the split form has it, leading 0 as document 000 says. */
	areaCode: string;
}

const sample = (country: CountryCode, national: string, e164: string, areaCode: string): Sample => ({
	country,
	national,
	e164,
	areaCode,
});

/** One number for each of the 20 countries, and the special kinds of the Netherlands, Spain and Italy. */
export const SAMPLES: readonly Sample[] = [
	sample('AT', '01 234 5678', '+4312345678', '1'),
	sample('BE', '02 555 12 12', '+3225551212', '2'),
	sample('CH', '043 888 12 34', '+41438881234', '43'),
	sample('CZ', '225 251 234', '+420225251234', '225'),
	sample('DE', '069 / 566 06000', '+496956606000', '69'),
	sample('DK', '33 12 34 56', '+4533123456', '33'),
	sample('ES', '917 88 12 34', '+34917881234', '917'),
	sample('FI', '09 4280 1234', '+358942801234', '9'),
	sample('FR', '03.82.50.12.30', '+33382501230', '3'),
	sample('GB', '020 8132 4758', '+442081324758', '20'),
	sample('IE', '(01) 649 1234', '+35316491234', '1'),
	sample('IT', '02 3041 1234', '+390230411234', '02'),
	sample('LU', '27 94 96 50', '+35227949650', '27'),
	sample('NL', '020-888 2000', '+31208882000', '20'),
	sample('NO', '22 12 34 56', '+4722123456', '22'),
	sample('PL', '22 522 12 34', '+48225221234', '22'),
	sample('PT', '21 120 0000', '+351211200000', '21'),
	sample('RO', '021 529 1234', '+40215291234', '21'),
	sample('SE', '08-781 80 00', '+4687818000', '8'),
	sample('SK', '02/5022 1234', '+421250221234', '2'),
	sample('NL', '088 123 4567', '+31881234567', '88'),
	sample('ES', '512 345 678', '+34512345678', '512'),
	sample('IT', '055 234 5678', '+390552345678', '055'),
];
