/**
 * A status as it is compared: the documents write one status in several ways (`PortIn_Allocated`, `Port In Allocated`,
 * `Port In(Allocated)`, `PortedIn_Allocated` in 000; capitals differ between the tables of 000 and 001).
 */
export const plainStatus = (status: string): string =>
	status
		.replace(/[\s_()[\]-]+/g, '')
		.toLowerCase()
		.replace(/^portedin/, 'portin');
