/** n8n logs every failed node, and here nearly all fail. It reads this when it is loaded: import this file first. */
process.env.N8N_LOG_LEVEL = 'silent';
