export interface N8nSettings {
	/** The folder that contains `.n8n`. */
	userFolder: string;
	port: number;
	brokerPort: number;
	/** Further environment variables, which win. */
	extra?: Readonly<Record<string, string>>;
}

/** Everything by which n8n would look for something on the internet, off. */
const OFFLINE = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

/**
 * n8n's environment: the outer one without its n8n, npm and test-runner settings (n8n refuses to load nodes when it
 * believes itself under test), on loopback only and without any look at the internet.
 */
export function n8nEnvironment(settings: N8nSettings): Record<string, string> {
	return {
		...outerEnvironment(),
		...OFFLINE,
		N8N_USER_FOLDER: settings.userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(settings.port),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${settings.port}`,
		N8N_WEBHOOK_URL: `http://127.0.0.1:${settings.port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_PYTHON_ENABLED: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		// The editor knows UTC by this name alone.
		GENERIC_TIMEZONE: 'Etc/UTC',
		DB_TYPE: 'sqlite',
		...settings.extra,
	};
}

function outerEnvironment(): Record<string, string> {
	const foreign = /^(?:N8N_|npm_|JEST_|NODE_ENV$|NODE_OPTIONS$|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|WEBHOOK_URL$|VUE_)/;
	return Object.fromEntries(
		Object.entries(process.env).filter(
			(entry): entry is [string, string] => entry[1] !== undefined && !foreign.test(entry[0]),
		),
	);
}
